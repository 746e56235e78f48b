using MoodDeck.Training.Data;

namespace MoodDeck.Training.Metrics;

/// <summary>An expression model as evaluation sees it.</summary>
/// <param name="faces">Grey values 0..255, <c>[count, 48, 48]</c>.</param>
/// <param name="count">How many pictures.</param>
/// <param name="logits">
/// Receives logits <c>[count, classes]</c> of the labels asked for; a model that gives probabilities writes their logarithms.
/// </param>
public delegate void EmotionScorer(ReadOnlySpan<float> faces, int count, Span<float> logits);

/// <summary>Judges expression models on FER2013 pictures.</summary>
public static class EmotionEvaluation
{
    /// <summary>Runs a model over the rows that the options choose.</summary>
    /// <param name="set">The pictures; with votes for <see cref="EmotionLabels.FerPlus"/>.</param>
    /// <param name="scorer">The model.</param>
    /// <param name="options">Labels, protocol, usage, classes.</param>
    /// <param name="clock">Measures the speed.</param>
    /// <exception cref="ArgumentException">A class or usage is unknown, or no row is left.</exception>
    public static EmotionReport Run(FaceImageSet set, EmotionScorer scorer, EmotionEvaluationOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(scorer);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.BatchSize, 1);
        var classes = options.ClassIndices();
        var rows = LabelledRows(set, options, classes);
        if (rows.Count == 0) throw new ArgumentException("No row has a label that takes part. Check usage, protocol and classes, and that votes were given for FER+.", nameof(set));
        var answers = new List<EmotionAnswer>(rows.Count);
        var start = clock.GetTimestamp();
        var batch = new EmotionBatch(set, scorer, options);
        for (var first = 0; first < rows.Count; first += options.BatchSize)
            batch.Answer(rows.GetRange(first, Math.Min(options.BatchSize, rows.Count - first)), classes, answers);
        var seconds = Math.Max(clock.GetElapsedTime(start).TotalSeconds, 1e-9);
        return new EmotionReport(options.Task, [.. classes.Select(c => options.ClassNames[c])], answers, rows.Count / seconds);
    }

    /// <summary>The label of a row, or <see cref="FerPlus.Dropped"/> when it does not count.</summary>
    public static int LabelOf(FaceImageSet set, int row, EmotionEvaluationOptions options)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Labels == EmotionLabels.FerPlus) return FerPlus.LabelOf(set.VotesOf(row), options.Protocol);
        return set.Labels[row] == FaceImageSet.NoLabel ? FerPlus.Dropped : set.Labels[row];
    }

    private static List<(int Row, int Truth)> LabelledRows(FaceImageSet set, EmotionEvaluationOptions options, int[] classes)
    {
        var rows = new List<(int, int)>();
        foreach (var row in set.RowsOf(options.Usage))
        {
            var truth = Array.IndexOf(classes, LabelOf(set, row, options));
            if (truth >= 0) rows.Add((row, truth));
        }

        return rows;
    }
}
