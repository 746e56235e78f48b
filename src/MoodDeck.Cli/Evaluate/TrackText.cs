using MoodDeck.Training.Metrics;
using MoodDeck.Training.Tracks;

namespace MoodDeck.Cli.Evaluate;

/// <summary>How well the mood of tracks is told, as JSON and as text.</summary>
internal static class TrackText
{
    /// <summary>The figures in the shape of every <c>evaluate</c> of words, voices and tracks.</summary>
    public static object Answer(TrackMoodFigures figures, string model, int skipped, TrackKeyFigures? keys = null) => new
    {
        task = "track",
        model,
        samples = figures.Samples,
        skipped,
        pearson = new { valence = figures.Valence.Pearson, arousal = figures.Arousal.Pearson, dominance = (double?)null },
        mae = new { valence = figures.Valence.MeanAbsoluteError, arousal = figures.Arousal.MeanAbsoluteError },
        accuracy = figures.Quadrants?.Accuracy,
        accuracyCi95 = figures.Quadrants is { } q ? new[] { q.AccuracyInterval.Low, q.AccuracyInterval.High } : null,
        macroF1 = figures.Quadrants?.MacroF1,
        perLanguage = (object?)null,
        byTag = figures.ByTag.Count > 0 ? figures.ByTag : null,
        keys,
    };

    /// <summary>The same in lines.</summary>
    public static IEnumerable<string> Lines(string what, TrackMoodFigures figures, TrackKeyFigures? keys = null)
    {
        yield return FormattableString.Invariant($"{what}: {figures.Samples} pieces, Pearson's r of valence {Number(figures.Valence)}, of arousal {Number(figures.Arousal)}");
        if (figures.Quadrants is { } q)
            yield return FormattableString.Invariant($"  the right quarter of four: {100 * q.Accuracy:0.0} % ({100 * q.AccuracyInterval.Low:0.0} to {100 * q.AccuracyInterval.High:0.0}) of {q.Samples}");
        if (figures.ByTag.Count > 0)
            yield return "  felt emotions: " + string.Join(", ", figures.ByTag.Select(t => FormattableString.Invariant($"{t.Key} {t.Value:0.00}")));
        if (keys is not null)
            yield return FormattableString.Invariant($"  keys: of {keys.Stated} files that state one, {keys.Right} are heard in it, {keys.SameScale} in it or its relative");
    }

    private static string Number(RegressionMetrics metrics) => metrics.Pearson is { } r ? FormattableString.Invariant($"{r:0.000}") : "undefined";
}
