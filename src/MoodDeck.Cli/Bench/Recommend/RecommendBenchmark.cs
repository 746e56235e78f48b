using System.Diagnostics;
using MoodDeck.Cli.Output;
using MoodDeck.Core.Music;
using MoodDeck.Recommend;
using MoodDeck.Recommend.Stations;

namespace MoodDeck.Cli.Bench.Recommend;

/// <summary>Measures choosing among many tracks, on one thread.</summary>
internal sealed class RecommendBenchmark(int tracks, int requests)
{
    /// <summary>How many nearest tracks are asked for.</summary>
    public const int Near = 20;

    private const int WarmUp = 200, Seed = 7, PointsSeed = 11;

    /// <summary>The points whose nearest tracks are asked for.</summary>
    public List<PlanePoint> Points { get; } = PlanePoint.Draw(Math.Max(20, requests / 10), PointsSeed);

    /// <summary>Makes the catalogue up and measures.</summary>
    public RecommendSpeed Run(IProgress<WorkStep> progress, CancellationToken cancellation)
    {
        progress.Report(new(0, 0, "making the tracks up"));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var start = Stopwatch.GetTimestamp();
        var index = TrackIndex.Of(MadeUpTracks.Of(tracks));
        var built = Stopwatch.GetElapsedTime(start);
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;

        Recommender recommender = new(index);
        var listener = MadeUpListener.Of(index);
        string IdOf(Random random) => index.IdOf(random.Next(index.Count));
        progress.Report(new(0, 0, "choosing"));
        Spell.Of(RequestMix.Of(WarmUp, Seed + 1, IdOf, listener), Choose, cancellation);
        var asked = RequestMix.Of(requests, Seed, IdOf, listener);
        var all = Spell.Of(asked, Choose, cancellation);
        var byStrategy = asked.Where(r => IsUnfiltered(r)).GroupBy(r => r.Strategy).OrderBy(g => g.Key)
            .ToDictionary(g => Strategies.NameOf(g.Key), g => Spell.Of([.. g], Choose, cancellation));
        var forListener = Spell.Of([.. asked.Where(r => r.Listener is not null)], Choose, cancellation);
        var filtered = Spell.Of([.. asked.Where(r => !IsUnfiltered(r))], Choose, cancellation);

        progress.Report(new(0, 0, "looking at every track"));
        BruteForce brute = new(index);
        Spell.Of(Points.Take(10).ToList(), p => brute.Nearest(p.Valence, p.Arousal, Near), cancellation);
        var nearest = Spell.Of(Points, p => StationMap.Nearest(index, p.Valence, p.Arousal, Near), cancellation);
        var byBruteForce = Spell.Of(Points, p => brute.Nearest(p.Valence, p.Arousal, Near), cancellation);
        return new(
            index.Count, all.MedianMs, all.P99Ms, Math.Round(bytes / (double)Math.Max(1, index.Count), 1), requests, all.SlowestMs, byStrategy, forListener, filtered,
            Math.Round(built.TotalSeconds, 2), new(Points.Count, nearest, byBruteForce));

        void Choose(RecommendationRequest request) => recommender.Recommend(request);
    }

    private static bool IsUnfiltered(RecommendationRequest r) => r.Languages.Count + r.Genres.Count + r.Artists.Count + r.Sources.Count == 0;
}

/// <summary>A point of the plane of valence and arousal.</summary>
internal readonly record struct PlanePoint(float Valence, float Arousal)
{
    /// <summary>So many points, always the same for a seed.</summary>
    public static List<PlanePoint> Draw(int count, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => new PlanePoint((random.NextSingle() * 2) - 1, (random.NextSingle() * 2) - 1))];
    }
}
