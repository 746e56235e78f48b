using MoodDeck.Training.Data;
using MoodDeck.Training.Expressions.Heads;
using MoodDeck.Training.Kernels;
using MoodDeck.Training.Resampling;

namespace MoodDeck.Training.Expressions;

/// <summary>The rows a run shows its network, after resampling.</summary>
/// <param name="Data">The pictures, synthetic ones at the end.</param>
/// <param name="Rows">The rows of each epoch.</param>
/// <param name="Balance">Rows of each class before and after.</param>
internal sealed record BalancedData(EmotionData Data, EpochRows Rows, ClassBalance Balance)
{
    /// <summary>Resamples rows learned from; those kept aside stay as they are.</summary>
    public static BalancedData Of(EmotionData data, EmotionTrainingOptions options)
    {
        var seed = options.Training.Seed;
        var (main, labels) = HeadsOfData.MainLabels(data.Set, data.Rows);
        if (main is null) return new(data, new EpochRows(data.Rows, seed), new([], [], []));
        var counts = LabelCounts.Of(labels, main.Width);
        var share = options.Balance.Share;
        switch (options.Balance.Resampling)
        {
            case ResamplingKind.Oversample:
                EpochRows repeated = new(data.Rows, seed, epoch => Oversampling.Rows(data.Rows, labels, main.Width, share, seed, epoch));
                return new(data, repeated, new(main.ClassNames, counts, LabelCounts.Raised(counts, share)));
            case ResamplingKind.SmotePixels:
                using (WorkerPool pool = new(options.Training.Threads))
                {
                    var wanted = LabelCounts.Raised(counts, share);
                    var synthetic = PictureSmote.Generate(data.Set, data.Rows, labels, wanted, Smote.DefaultNeighbours, seed, pool);
                    var all = data with { Set = FaceImageSet.Concat([data.Set, synthetic]), Rows = [.. data.Rows, .. Enumerable.Range(data.Set.Count, synthetic.Count)] };
                    return new(all, new EpochRows(all.Rows, seed), new(main.ClassNames, counts, wanted));
                }

            default:
                return new(data, new EpochRows(data.Rows, seed), new(main.ClassNames, counts, counts));
        }
    }
}
