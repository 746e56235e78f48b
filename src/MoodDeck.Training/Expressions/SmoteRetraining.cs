using MoodDeck.Training.Data;
using MoodDeck.Training.Expressions.Heads;
using MoodDeck.Training.Kernels;
using MoodDeck.Training.Layers;
using MoodDeck.Training.Resampling;

namespace MoodDeck.Training.Expressions;

/// <summary>
/// Trains the class heads of a trained network again on its embeddings of the rows learned from, with synthetic embeddings
/// of rare classes between neighbours of one class.
/// </summary>
internal static class SmoteRetraining
{
    /// <summary>Changes the heads' weights and tells how many rows of each class they saw.</summary>
    public static ClassBalance Run(EmotionTask task, EmotionData data, IReadOnlyList<ExpressionHead> heads, EmotionTrainingOptions options, WorkerPool pool, CancellationToken cancellation)
    {
        var embeddings = Embed(task, data.Rows, pool, out var length);
        ClassBalance? balance = null;
        foreach (var head in heads.OfType<ClassHead>())
        {
            int[] labels = [.. data.Rows.Select(r => head.ClassOf(data.Set, r, FerPlusProtocol.Plurality))];
            var counts = LabelCounts.Of(labels, head.Width);
            var wanted = LabelCounts.Raised(counts, options.Balance.Share);
            var synthetic = Smote.Generate(embeddings, labels, wanted, Smote.DefaultNeighbours, options.Training.Seed, pool);
            // Weighted by what is left of the imbalance, not a second time by all of it.
            var taught = head.WeightedBy(ClassWeights.Of(Array.ConvertAll(wanted, n => (double)n), options.Balance.Weights));
            var targets = new float[data.Rows.Length * head.Width];
            var weights = new float[data.Rows.Length];
            for (var i = 0; i < data.Rows.Length; i++) weights[i] = taught.Teach(data.Set, data.Rows[i], targets.AsSpan(i * head.Width, head.Width));
            var layer = (Linear)task.Network.Entries.First(e => e.Name == head.Name).Layer;
            var learned = EmbeddingHeadTrainer.Run(
                [.. embeddings, .. synthetic.Mix(embeddings, length)], [.. targets, .. synthetic.Mix(targets, head.Width)],
                [.. weights, .. synthetic.Mix(weights, 1)], layer, new EmbeddingHeadOptions { Seed = options.Training.Seed }, pool, cancellation);
            learned.Weights.CopyTo(layer.Weight.Value.Span);
            learned.Bias.CopyTo(layer.Bias.Value.Span);
            balance ??= new(head.ClassNames, counts, wanted);
        }

        return balance ?? new([], [], []);
    }

    private static float[] Embed(EmotionTask task, int[] rows, WorkerPool pool, out int length)
    {
        List<float> embeddings = [];
        task.Predict(pool, rows, (_, place, outputs) =>
        {
            var features = outputs[0].Shape.ImageLength;
            embeddings.AddRange(outputs[0].Span.Slice(place * features, features));
        });
        length = embeddings.Count / rows.Length;
        return [.. embeddings];
    }
}
