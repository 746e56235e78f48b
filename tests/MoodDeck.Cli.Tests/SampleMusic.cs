using System.Diagnostics;
using System.Globalization;

namespace MoodDeck.Cli.Tests;

/// <summary>Short pieces of music in every format, made by ffmpeg, and files that only claim to be some.</summary>
internal static class SampleMusic
{
    // What ffmpeg is told for each format; the ending is what comes before the colon.
    private static readonly string[] s_formats =
        ["mp3: libmp3lame", "flac: flac", "ogg: libvorbis", "opus: libopus", "m4a: aac", "m4a: alac", "wav: pcm_s16le", "aiff: pcm_s16be", "wma: wmav2", "wv: wavpack"];

    /// <summary>Makes <paramref name="files"/> pieces called <c>Piece 0</c> and so on, and files <c>broken0.mp3</c> and so on.</summary>
    public static async Task MakeAsync(string folder, int files, int broken)
    {
        Directory.CreateDirectory(folder);
        await Parallel.ForAsync(0, files, TestContext.Current.CancellationToken, async (i, cancel) => await MakeAsync(folder, i, cancel));
        for (var i = 0; i < broken; i++) await File.WriteAllBytesAsync(Path.Combine(folder, $"broken{i}.mp3"), new byte[i * 700], TestContext.Current.CancellationToken);
    }

    private static async Task MakeAsync(string folder, int i, CancellationToken cancel)
    {
        var (ending, codec) = s_formats[i % s_formats.Length].Split(": ") is [var e, var c] ? (e, c) : default;
        string[] arguments =
        [
            "-nostdin", "-v", "error", "-f", "lavfi", "-i", string.Create(CultureInfo.InvariantCulture, $"sine=frequency={200 + (17 * i)}:duration=4"),
            "-metadata", $"title=Piece {i}", "-c:a", codec, Path.Combine(folder, $"{i:00}.{ending}"),
        ];
        using var ffmpeg = Process.Start("ffmpeg", arguments);
        await ffmpeg.WaitForExitAsync(cancel);
        Assert.Equal(0, ffmpeg.ExitCode);
    }
}
