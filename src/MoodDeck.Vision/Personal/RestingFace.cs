using MoodDeck.Core.Mood;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Vision.Personal;

/// <summary>A listener's face when it shows nothing: means over some seconds, never a picture.</summary>
/// <param name="ModelId">The model the numbers come from, see <see cref="IEmotionClassifier.ModelId"/>.</param>
/// <param name="LogScores">Mean logarithms of the model's eight probabilities, each 0 or less.</param>
/// <param name="Embedding">Mean embedding, of length 1; empty when the model has none.</param>
/// <param name="Readings">Over how many readings, at least 1.</param>
public sealed record RestingFace(string ModelId, IReadOnlyList<double> LogScores, ReadOnlyMemory<float> Embedding, int Readings)
{
    /// <summary>The resting face of some readings; those of another model than the last one's are left out.</summary>
    /// <returns>Null for no readings.</returns>
    public static RestingFace? Of(IReadOnlyList<EmotionPrediction> readings)
    {
        ArgumentNullException.ThrowIfNull(readings);
        if (readings.Count == 0) return null;
        var general = readings.Select(r => r.BeforeListener ?? r).ToList();
        var model = general[^1].ModelId;
        var same = general.Where(r => r.ModelId == model).ToList();
        var logs = new double[Emotions.Count];
        foreach (var reading in same)
        {
            var one = LogProbabilities.Of(reading.Scores);
            for (var k = 0; k < logs.Length; k++) logs[k] += one[k] / same.Count;
        }

        return new(model, logs, UnitVectors.MeanOf([.. same.Select(r => r.Embedding)]), same.Count);
    }
}
