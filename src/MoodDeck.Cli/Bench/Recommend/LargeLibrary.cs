using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Serve;

namespace MoodDeck.Cli.Bench.Recommend;

/// <summary>A table of many songs and a data folder it is imported into, by MoodDeck's own commands in processes of their own; all of it gone at the end.</summary>
internal sealed class LargeLibrary : IDisposable
{
    private static readonly string[] s_words =
        "love night you heart blue dance time home rain über niño corazón años mañana garçon 夜空 사랑 காதல் दिल river stone paper glass window summer winter silver golden".Split(' ');

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mooddeck-bench-");

    private string Table => Path.Combine(_folder.FullName, "songs.csv");

    private string Data => Path.Combine(_folder.FullName, "data");

    /// <summary>
    /// Writes the table and imports it; returns the seconds from the start of the process until it tells what it did, and until its end, when
    /// the index is ready for a start.
    /// </summary>
    /// <exception cref="CliException">It fails.</exception>
    public async Task<(double Told, double Ended)> ImportAsync(int tracks, CancellationToken cancellation)
    {
        Write(tracks);
        var start = Stopwatch.GetTimestamp();
        using var process = Start("library", "import", Table, "--data", Data);
        await process.StandardOutput.ReadLineAsync(cancellation);
        var told = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode == ExitCodes.Done
            ? (told, Stopwatch.GetElapsedTime(start).TotalSeconds)
            : throw new CliException("the import failed; what it said stands above.");
    }

    /// <summary>Forgets the index that was kept, as after a change by another process.</summary>
    public void ForgetIndex() => File.Delete(Path.Combine(Data, "index.bin"));

    /// <summary>Starts a server; returns the seconds from the start of its process to its first queue.</summary>
    /// <exception cref="CliException">It fails.</exception>
    public async Task<double> StartAsync(CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Start("serve", "--urls", "http://127.0.0.1:0", "--data", Data);
        try
        {
            var line = await process.StandardOutput.ReadLineAsync(cancellation);
            var address = line?.Split(' ').FirstOrDefault(word => word.StartsWith("http://", StringComparison.Ordinal)) ?? throw new CliException("the server did not start.");
            using HttpClient client = new() { BaseAddress = new(address), Timeout = TimeSpan.FromMinutes(5) };
            using var answer = await client.PostAsJsonAsync("/api/v1/recommendations", new { mood = "calm" }, cancellation);
            answer.EnsureSuccessStatusCode();
            return Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private static Process Start(params string[] arguments)
    {
        var program = OwnProgram.Find() ?? throw new CliException("MoodDeck cannot tell how it was started. Start it as ./mooddeck bench.");
        return Process.Start(new ProcessStartInfo(program.FileName, [.. program.Arguments, .. arguments]) { RedirectStandardOutput = true })!;
    }

    private void Write(int tracks)
    {
        Random random = new(1);
        using StreamWriter text = new(Table, append: false, new UTF8Encoding(false));
        text.WriteLine("title,artist,album,year,language,genre,valence,arousal");
        var number = 0;
        foreach (var track in MadeUpTracks.Of(tracks))
        {
            var mean = track.Mood.Mean;
            text.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{Phrase(random)} {number++},{track.Artist} {s_words[track.Artist!.Length % s_words.Length]},{Phrase(random)},{1960 + random.Next(66)},{track.Language},{track.Genre},{mean.Valence:0.000},{mean.Arousal:0.000}"));
        }
    }

    private static string Phrase(Random random) => string.Join(' ', Enumerable.Range(0, 1 + random.Next(4)).Select(_ => s_words[random.Next(s_words.Length)]));
}
