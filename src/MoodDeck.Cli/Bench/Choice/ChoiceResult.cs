namespace MoodDeck.Cli.Bench.Choice;

/// <summary>What one listener had of one policy.</summary>
/// <param name="Satisfaction">How much each song satisfied.</param>
/// <param name="Skips">How many were skipped.</param>
internal sealed record ListenerResult(double[] Satisfaction, int Skips);

/// <summary>What listeners of one kind had of one policy.</summary>
/// <param name="Satisfaction">Mean satisfaction over the songs.</param>
/// <param name="Ci95">Its 95 % interval over listeners, normal approximation.</param>
/// <param name="Last50">The same mean over the last 50 songs.</param>
/// <param name="Skips">The share of songs that were skipped.</param>
/// <param name="Regret">How much the oracle satisfied more.</param>
internal sealed record PolicyResult(double Satisfaction, double[] Ci95, double Last50, double Skips, double Regret);

/// <summary>Every policy's figures for every kind.</summary>
internal sealed record ChoiceResult(int Songs, int ListenersPerKind, int Seed, IReadOnlyDictionary<string, Dictionary<string, PolicyResult>> Kinds)
{
    private const int LastSongs = 50;

    /// <summary>Sums listeners up.</summary>
    public static ChoiceResult Of(ChoiceSize size, IReadOnlyList<ListenerKind> kinds, Func<int, int, ListenerResult[]> listeners) => new(
        size.Songs, size.ListenersPerKind, size.Seed,
        kinds.Select((kind, k) => (kind.Name, Policies: Of(p => listeners(k, p)))).ToDictionary(k => k.Name, k => k.Policies));

    private static Dictionary<string, PolicyResult> Of(Func<int, ListenerResult[]> listeners)
    {
        var names = ChoiceBenchmark.Policies;
        var oracle = listeners(names.Count - 1).Average(l => l.Satisfaction.Average());
        return names.Select((name, p) => (name, Of(listeners(p), oracle))).ToDictionary(p => p.name, p => p.Item2);
    }

    private static PolicyResult Of(ListenerResult[] listeners, double oracle)
    {
        var means = listeners.Select(l => l.Satisfaction.Average()).ToArray();
        var mean = means.Average();
        var half = means.Length > 1 ? 1.96 * Math.Sqrt(means.Sum(m => (m - mean) * (m - mean)) / (means.Length - 1) / means.Length) : 0;
        return new(
            mean, [mean - half, mean + half], listeners.Average(l => l.Satisfaction.TakeLast(LastSongs).Average()),
            listeners.Average(l => (double)l.Skips / l.Satisfaction.Length), oracle - mean);
    }
}
