using System.CommandLine;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using Spectre.Console;

namespace MoodDeck.Cli.Bench.Recommend;

/// <summary><c>bench recommend</c>: how fast queues are chosen among many tracks, beside looking at every one.</summary>
internal static class BenchRecommendCommand
{
    private const int Million = 1_000_000;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var tracks = ValueParsers.Whole("--tracks", "Tracks to make up and choose from", Million, 1, 20 * Million);
        var requests = ValueParsers.Whole("--requests", "Requests to time", 2000, 1, 1_000_000);
        Option<bool> postgres = new("--postgres") { Description = "Ask a private PostgreSQL for the nearest tracks too (it is made for the purpose)." };
        Option<bool> import = new("--import") { Description = "Import a table of as many rows with library import." };
        Option<bool> start = new("--start") { Description = "Start a server on what was imported, twice; implies --import." };
        var json = CommonOptions.Json();
        DocumentedCommand command = new(
            "recommend", "Choose queues of 20 among a million tracks, on one thread, and tell the time and the memory, beside looking at every track.",
            "mooddeck bench recommend", "mooddeck bench recommend --tracks 100000 --json", "mooddeck bench recommend --postgres --import --start")
        {
            tracks, requests, postgres, import, start, json,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var count = parsed.GetValue(tracks);
            RecommendBenchmark benchmark = new(count, parsed.GetValue(requests));
            var speed = await LongWork.RunAsync("measuring", progress => Task.Run(() => benchmark.Run(progress, cancel), cancel));
            if (parsed.GetValue(postgres)) speed = speed with { Nearest = speed.Nearest with { Postgres = await AskPostgresAsync(count, benchmark.Points, cancel) } };
            if (parsed.GetValue(import) || parsed.GetValue(start)) speed = await ImportAsync(speed, parsed.GetValue(start), cancel);
            if (parsed.GetValue(json)) JsonOutput.Write(speed);
            else Print(speed);
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task<Spell> AskPostgresAsync(int tracks, List<PlanePoint> points, CancellationToken cancel)
    {
        await using PostgresNearest nearest = new();
        var known = MadeUpTracks.Of(tracks).Where(t => t.Mood.IsKnown).Select(t => new PlanePoint((float)t.Mood.Mean.Valence, (float)t.Mood.Mean.Arousal));
        return await nearest.RunAsync(known, points, RecommendBenchmark.Near, cancel);
    }

    private static async Task<RecommendSpeed> ImportAsync(RecommendSpeed speed, bool alsoStart, CancellationToken cancel)
    {
        using LargeLibrary library = new();
        var (told, ended) = await library.ImportAsync(speed.Tracks, cancel);
        return speed with
        {
            Import = new(speed.Tracks, Math.Round(told, 2), Math.Round(speed.Tracks / told), Math.Round(ended, 2)),
            Start = alsoStart ? await StartAsync(library, cancel) : null,
        };
    }

    private static async Task<StartSpeed> StartAsync(LargeLibrary library, CancellationToken cancel)
    {
        var kept = await library.StartAsync(cancel);
        library.ForgetIndex();
        return new(Math.Round(kept, 2), Math.Round(await library.StartAsync(cancel), 2));
    }

    private static void Print(RecommendSpeed speed)
    {
        Console.Out.WriteLine(FormattableString.Invariant(
            $"{speed.Tracks} tracks, {speed.BytesPerTrack:0.0} bytes each in memory; indexed in {speed.BuildSeconds:0.0} s"));
        var table = new Table().AddColumns("on one thread", "median ms", "p99 ms", "slowest ms");
        Add($"a queue of 20, {speed.Requests} requests", new(speed.MedianMs, speed.P99Ms, speed.SlowestMs));
        foreach (var (strategy, spell) in speed.ByStrategy) Add($"of these, {strategy} without a filter", spell);
        Add("of these, for somebody known", speed.ForListener);
        Add("of these, with a filter", speed.Filtered);
        Add($"the 20 nearest to a point, {speed.Nearest.Points} points", speed.Nearest.Index);
        Add("the same by looking at every track", speed.Nearest.BruteForce);
        if (speed.Nearest.Postgres is { } postgres) Add("the same by PostgreSQL, cube and GiST", postgres);
        Terminal.Write(table);
        if (speed.Import is { } import) Console.Out.WriteLine(FormattableString.Invariant($"{import.Rows} rows imported in {import.Seconds:0.0} s, {import.RowsPerSecond:0} a second; the index for the next start kept after {import.EndSeconds:0.0} s"));
        if (speed.Start is { } start)
            Console.Out.WriteLine(FormattableString.Invariant($"first queue {start.Seconds:0.0} s after the start of a server, {start.WithoutIndexSeconds:0.0} s where no index is kept"));

        void Add(string what, Spell spell) => table.AddRow(what, Text(spell.MedianMs), Text(spell.P99Ms), Text(spell.SlowestMs));
    }

    private static string Text(double ms) => FormattableString.Invariant($"{ms:0.00}");
}
