using System.Numerics.Tensors;
using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Data;

namespace MoodDeck.Training.Metrics;

/// <summary>Runs a model over pictures, batch by batch, in buffers that are kept.</summary>
internal sealed class EmotionBatch(FaceImageSet set, EmotionScorer scorer, EmotionEvaluationOptions options)
{
    private static readonly PixelNormalisation AsTheyAre = new(0, 1);
    private readonly float[] _faces = new float[options.BatchSize * FaceImageSet.ImageLength];
    private readonly float[] _logits = new float[options.BatchSize * options.ClassNames.Count];
    private readonly double[] _probabilities = new double[options.BatchSize * options.ClassNames.Count];

    /// <summary>Adds one answer per row, chosen among <paramref name="classes"/>.</summary>
    public void Answer(IReadOnlyList<(int Row, int Truth)> rows, int[] classes, List<EmotionAnswer> answers)
    {
        var all = options.ClassNames.Count;
        Ask(rows, classes);
        for (var i = 0; i < rows.Count; i++)
        {
            ReadOnlySpan<double> p = _probabilities.AsSpan(i * all, classes.Length);
            var top = TensorPrimitives.IndexOfMax(p);
            answers.Add(new EmotionAnswer(rows[i].Row, rows[i].Truth, top, p[top]));
        }
    }

    private void Ask(IReadOnlyList<(int Row, int Truth)> rows, int[] classes)
    {
        for (var i = 0; i < rows.Count; i++)
            FaceAugmenter.Plain(set.Image(rows[i].Row), _faces.AsSpan(i * FaceImageSet.ImageLength, FaceImageSet.ImageLength), AsTheyAre);
        var all = options.ClassNames.Count;
        scorer(_faces.AsSpan(0, rows.Count * FaceImageSet.ImageLength), rows.Count, _logits.AsSpan(0, rows.Count * all));
        Span<float> chosen = stackalloc float[classes.Length];
        for (var i = 0; i < rows.Count; i++)
        {
            for (var c = 0; c < classes.Length; c++) chosen[c] = _logits[(i * all) + classes[c]];
            Calibration.Softmax(chosen, 1, _probabilities.AsSpan(i * all, classes.Length));
        }
    }
}
