using MoodDeck.Training.Metrics;

namespace MoodDeck.Training.Tracks;

/// <summary>How near answers come to what listeners said.</summary>
/// <param name="Samples">Pieces.</param>
/// <param name="Valence">Over the pieces whose valence is known.</param>
/// <param name="Arousal">Over the pieces whose arousal is known.</param>
/// <param name="Quadrants">Over the pieces that have one; null where none has.</param>
/// <param name="ByTag">Pearson's r between the lean towards each felt emotion and the share of listeners; empty where nobody was asked.</param>
public sealed record TrackMoodFigures(
    int Samples, RegressionMetrics Valence, RegressionMetrics Arousal, ClassificationMetrics? Quadrants, IReadOnlyDictionary<string, double?> ByTag)
{
    private static readonly string[] s_quadrants = ["happy", "angry", "sad", "calm"];

    /// <summary>Compares answers with labels, in one order.</summary>
    public static TrackMoodFigures Of(IReadOnlyList<TrackLabel> labels, IReadOnlyList<(double Valence, double Arousal)> answers)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(answers);
        float[] valence = [.. answers.Select(a => (float)a.Valence)], arousal = [.. answers.Select(a => (float)a.Arousal)];
        return new(
            labels.Count,
            RegressionMetrics.Of([.. labels.Select(l => (float)(l.Valence ?? double.NaN))], valence),
            RegressionMetrics.Of([.. labels.Select(l => (float)(l.Arousal ?? double.NaN))], arousal),
            QuadrantsOf(labels, answers),
            TagsOf(labels, answers));
    }

    private static ClassificationMetrics? QuadrantsOf(IReadOnlyList<TrackLabel> labels, IReadOnlyList<(double Valence, double Arousal)> answers)
    {
        var known = Enumerable.Range(0, labels.Count).Where(i => labels[i].Quadrant is >= 1 and <= 4).ToArray();
        if (known.Length == 0) return null;
        var confusion = Enumerable.Range(0, s_quadrants.Length).Select(_ => new int[s_quadrants.Length]).ToArray();
        foreach (var i in known) confusion[labels[i].Quadrant!.Value - 1][TrackLabel.QuadrantOf(answers[i].Valence, answers[i].Arousal) - 1]++;
        return new(s_quadrants, confusion);
    }

    private static Dictionary<string, double?> TagsOf(IReadOnlyList<TrackLabel> labels, IReadOnlyList<(double Valence, double Arousal)> answers)
    {
        var asked = Enumerable.Range(0, labels.Count).Where(i => labels[i].Shares.Count > 0).ToArray();
        if (asked.Length == 0) return [];
        return FeltEmotions.Names.Select((name, k) => (name, RegressionMetrics.Of(
            [.. asked.Select(i => (float)labels[i].Shares[k])],
            [.. asked.Select(i => (float)FeltEmotions.Lean(k, answers[i].Valence, answers[i].Arousal))]).Pearson)).ToDictionary(t => t.name, t => t.Pearson);
    }
}
