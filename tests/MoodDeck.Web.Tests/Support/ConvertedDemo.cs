using System.Diagnostics;
using MoodDeck.Server.Demo;

namespace MoodDeck.Web.Tests.Support;

/// <summary><see cref="QuickDemo"/> in a format that no browser plays.</summary>
internal abstract class ConvertedDemo(string extension, params string[] options) : IDemoMaker
{
    private readonly QuickDemo _plain = new();

    public int Total => _plain.Total;

    public async Task MakeAsync(string directory, Action<int, string?> progress, CancellationToken cancellationToken)
    {
        await _plain.MakeAsync(directory, progress, cancellationToken);
        foreach (var file in Directory.GetFiles(directory, "*.mp3"))
        {
            using var run = Process.Start("ffmpeg", ["-nostdin", "-v", "error", "-i", file, .. options, Path.ChangeExtension(file, extension)]);
            await run.WaitForExitAsync(cancellationToken);
            if (run.ExitCode != 0) throw new InvalidOperationException($"ffmpeg could not make {extension}.");
            File.Delete(file);
        }
    }
}

internal sealed class AiffDemo() : ConvertedDemo(".aiff", "-write_id3v2", "1");

internal sealed class AlacDemo() : ConvertedDemo(".m4a", "-c:a", "alac", "-movflags", "use_metadata_tags");
