using MoodDeck.Core.Mood;
using MoodDeck.Training.Architectures;
using MoodDeck.Training.Data;
using MoodDeck.Training.Resampling;

namespace MoodDeck.Training.Expressions.Heads;

/// <summary>Which heads a network needs: those that its data can teach and no others.</summary>
internal static class HeadsOfData
{
    private static readonly ClassHeadOptions s_plain = new(0, 0, 1);

    /// <summary>The heads, the votes' first.</summary>
    /// <param name="set">The pictures.</param>
    /// <param name="rows">The rows an epoch shows, after resampling: what classes are weighted by.</param>
    /// <param name="batchSize">Pictures in a step.</param>
    /// <param name="options">How they learn.</param>
    /// <exception cref="InvalidDataException">No row has a label of any kind, or all show one expression.</exception>
    public static IReadOnlyList<ExpressionHead> Create(FaceImageSet set, int[] rows, int batchSize, EmotionTrainingOptions options)
    {
        var learning = new ClassHeadOptions(options.Smoothing, options.Teacher?.Share ?? 0, options.Teacher?.Temperature ?? 1);
        List<ExpressionHead> heads = [];
        foreach (var head in ClassHeads(set, rows))
        {
            var labels = rows.Select(r => head.ClassOf(set, r, FerPlusProtocol.Plurality)).Where(c => c != FerPlus.Dropped).ToArray();
            double[] counts = [.. LabelCounts.Of(labels, head.Width)];
            var weights = options.Balance.Weights == ClassWeighting.None ? null : ClassWeights.Of(counts, options.Balance.Weights);
            heads.Add(head.Name == ExpressionHeads.FerPlus ? ClassHead.FerPlus(batchSize, learning, weights) : ClassHead.Fer2013(batchSize, learning, weights));
        }

        AffectHead affect = new(batchSize);
        if (rows.Any(r => affect.Knows(set, r))) heads.Add(affect);
        else RefuseOneClass(set, rows);
        return heads.Count > 0 ? heads : throw new InvalidDataException("No picture has a label that MoodDeck knows. Name the folders after expressions, or say what they mean with --label \"folder=expression\".");
    }

    /// <summary>The class head that knows most rows, and the class of each; no head where there are no classes.</summary>
    public static (ClassHead? Head, int[] Labels) MainLabels(FaceImageSet set, int[] rows)
    {
        var head = ClassHeads(set, rows).MaxBy(h => rows.Count(r => h.Knows(set, r)));
        return (head, head is null ? [] : [.. rows.Select(r => head.ClassOf(set, r, FerPlusProtocol.Plurality))]);
    }

    private static void RefuseOneClass(FaceImageSet set, int[] rows)
    {
        var shown = rows.Select(set.ExpressionOf).OfType<Emotion>().Distinct().Take(2).ToArray();
        if (shown.Length == 1)
            throw new InvalidDataException($"All pictures to learn from show {Emotions.NameOf(shown[0])}; there is nothing to tell apart. Give pictures of two expressions or more.");
    }

    private static IEnumerable<ClassHead> ClassHeads(FaceImageSet set, int[] rows)
    {
        ClassHead[] all = [ClassHead.FerPlus(1, s_plain, null), ClassHead.Fer2013(1, s_plain, null)];
        return all.Where(h => rows.Any(r => h.Knows(set, r)));
    }
}
