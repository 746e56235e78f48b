using MoodDeck.Training.Data;
using MoodDeck.Training.Expressions.Heads;
using MoodDeck.Training.Reports;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Training.Expressions;

/// <summary>Judges a model's valence, arousal and dominance by mean absolute error, correlation and concordance.</summary>
public static class VadEvaluation
{
    private const int BatchSize = 64;

    /// <summary>Runs a model file over the rows of a set that know their valence, arousal and dominance.</summary>
    /// <param name="set">The pictures.</param>
    /// <param name="modelPath">A model with an output <c>vad</c>.</param>
    /// <param name="name">What the evaluation is called.</param>
    /// <param name="rows">What the rows are.</param>
    /// <exception cref="InvalidDataException">No row knows them.</exception>
    public static EvaluationReport Run(FaceImageSet set, string modelPath, string name, RowsJudged rows)
    {
        ArgumentNullException.ThrowIfNull(set);
        if (set.Vad is not { } truths || !truths.Any(float.IsFinite)) throw new InvalidDataException("No row knows its valence, arousal and dominance. Give EMOTIC's annotations.");
        using var reader = VadReader.Open(modelPath);
        if (reader.CropWidth != FaceImageSet.Side || reader.CropHeight != FaceImageSet.Side)
            throw new InvalidDataException($"{reader.Name} reads {reader.CropWidth} x {reader.CropHeight} pixels; these pictures have {FaceImageSet.Side} x {FaceImageSet.Side}.");
        var answers = new float[truths.Length];
        for (var start = 0; start < set.Count; start += BatchSize)
        {
            var n = Math.Min(BatchSize, set.Count - start);
            var faces = Array.ConvertAll(set.Pixels[(start * FaceImageSet.ImageLength)..((start + n) * FaceImageSet.ImageLength)], p => (float)p);
            foreach (var (i, vad) in reader.Read(faces).Index())
            {
                var answer = answers.AsSpan((start + i) * FaceImageSet.VadColumns, FaceImageSet.VadColumns);
                (answer[0], answer[1], answer[2]) = ((float)vad.Valence, (float)vad.Arousal, (float)vad.Dominance);
            }
        }

        return new()
        {
            Name = name,
            Rows = rows,
            Regression = [.. AffectHead.Dimensions.Select((dimension, d) => RegressionReport.Of(dimension, Column(truths, d), Column(answers, d)))],
        };
    }

    private static float[] Column(float[] values, int dimension) => [.. values.Where((_, i) => i % AffectHead.Dimensions.Count == dimension)];
}
