using MoodDeck.Training.Layers;

namespace MoodDeck.Training.Tracks;

/// <summary>Cross-validation by groups: what the learner answers for pieces of songs, artists and series it was not shown.</summary>
public static class TrackMoodValidation
{
    /// <summary>The answer for each piece, from the first of its renderings, by a learner that saw no piece of its group.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static IReadOnlyList<(double Valence, double Arousal)> Run(
        IReadOnlyList<HeardTrack> tracks, TrackMoodOptions options, Action<int> done, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        var folds = Deal(tracks, options);
        var answers = new (double, double)[tracks.Count];
        for (var fold = 0; fold < options.Folds; fold++)
        {
            var learner = TrackMoodLearner.Learn([.. tracks.Where((_, i) => folds[i] != fold)], options, cancellationToken);
            for (var i = 0; i < answers.Length; i++)
                if (folds[i] == fold) answers[i] = learner.Answer(tracks[i].Descriptors[0]);
            done(fold + 1);
        }

        return answers;
    }

    // The largest groups first, each to the part with the fewest pieces; groups of one size in a random order.
    private static int[] Deal(IReadOnlyList<HeardTrack> tracks, TrackMoodOptions options)
    {
        SplitMix64 random = new((ulong)options.Seed);
        var groups = tracks.GroupBy(t => t.Label.Group, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (g.Key, Count: g.Count(), Lot: random.NextDouble())).OrderByDescending(g => g.Count).ThenBy(g => g.Lot);
        var (sizes, parts) = (new int[options.Folds], new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var (group, count, _) in groups)
        {
            var part = Array.IndexOf(sizes, sizes.Min());
            parts[group] = part;
            sizes[part] += count;
        }

        return [.. tracks.Select(t => parts[t.Label.Group])];
    }
}
