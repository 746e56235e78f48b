using MoodDeck.Cli.Bench.Choice.Policies;
using MoodDeck.Cli.Output;

namespace MoodDeck.Cli.Bench.Choice;

/// <summary>How large a run is.</summary>
/// <param name="Songs">How many songs each listener hears.</param>
/// <param name="ListenersPerKind">How many listeners there are of each kind.</param>
/// <param name="Seed">Draws other catalogues and listeners.</param>
internal sealed record ChoiceSize(int Songs, int ListenersPerKind, int Seed);

/// <summary>Lets every policy choose for the same listeners.</summary>
internal sealed class ChoiceBenchmark(ChoiceSize size)
{
    private readonly SimulatedCatalogue _catalogue = new(size.Seed);
    private readonly Noise _noise = new Noise((ulong)(uint)size.Seed).Of(1);

    /// <summary>The policies, by name, in the order they are told.</summary>
    public static IReadOnlyList<string> Policies { get; } = ["mooddeck", "nearest", "folder", "popularity", "random", "oracle"];

    /// <summary>Runs all.</summary>
    public ChoiceResult Run(IReadOnlyList<ListenerKind> kinds, IProgress<WorkStep> progress)
    {
        var results = new ListenerResult[kinds.Count, Policies.Count, size.ListenersPerKind];
        var (done, total) = (0, kinds.Count * size.ListenersPerKind);
        Parallel.For(0, total, i =>
        {
            var (kind, who) = (i / size.ListenersPerKind, i % size.ListenersPerKind);
            for (var policy = 0; policy < Policies.Count; policy++) results[kind, policy, who] = Listen(kinds[kind], Policies[policy], _noise.Of(kind).Of(who));
            progress.Report(new(Interlocked.Increment(ref done), total));
        });
        return ChoiceResult.Of(size, kinds, (kind, policy) => [.. Enumerable.Range(0, size.ListenersPerKind).Select(who => results[kind, policy, who])]);
    }

    private ListenerResult Listen(ListenerKind kind, string policyName, Noise noise)
    {
        SimulatedListener listener = new(kind, _catalogue, noise);
        var policy = PolicyOf(policyName, listener, noise.Of(2));
        var (satisfaction, skips) = (new double[size.Songs], 0);
        for (var song = 0; song < size.Songs; song++)
        {
            if (listener.Read(after: false) is { } before) policy.See(before);
            var (satisfied, heard) = listener.Hear(policy.Choose(song));
            satisfaction[song] = satisfied;
            if (heard.SkippedAt is not null) skips++;
            policy.Learn(heard);
            if (listener.Read(after: true) is { } after) policy.See(after);
        }

        return new(satisfaction, skips);
    }

    private IChoicePolicy PolicyOf(string name, SimulatedListener listener, Noise noise) => name switch
    {
        "random" => new RandomPolicy(noise),
        "popularity" => new PopularityPolicy(_catalogue, noise),
        "folder" => new FolderPolicy(_catalogue, noise),
        "nearest" => new NearestPolicy(_catalogue),
        "mooddeck" => new MoodDeckPolicy(_catalogue),
        "oracle" => new OraclePolicy(listener),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such policy."),
    };
}
