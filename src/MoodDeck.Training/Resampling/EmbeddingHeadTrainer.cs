using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Kernels;
using MoodDeck.Training.Layers;
using MoodDeck.Training.Losses;
using MoodDeck.Training.Optimisers;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Resampling;

/// <summary>A linear classifier over embeddings: <c>logits = x W + b</c>.</summary>
/// <param name="Weights"><c>[inputs, classes]</c>, as <see cref="Linear.Weight"/> holds them.</param>
/// <param name="Bias"><c>[classes]</c>.</param>
/// <param name="Loss">The mean cross-entropy over the last epoch.</param>
public sealed record EmbeddingHead(float[] Weights, float[] Bias, double Loss);

/// <summary>
/// Learns a network's last linear layer anew on embeddings, with the classes balanced, while everything before it stays
/// (Kang et al. 2020, "Decoupling Representation and Classifier for Long-Tailed Recognition"): features are learnt best
/// from the data as it is, the borders between classes from a balanced one.
/// </summary>
public static class EmbeddingHeadTrainer
{
    /// <summary>Trains a head from a start. The same arguments give the same head, whatever the number of threads.</summary>
    /// <param name="embeddings">What the layer reads, <c>[n, inputs]</c>: real and synthetic training rows.</param>
    /// <param name="targets">Shares of the classes, <c>[n, classes]</c>, each row adding up to 1; see <see cref="OneHot"/>.</param>
    /// <param name="weights">How much each row counts, <c>[n]</c>; empty for all alike.</param>
    /// <param name="start">The layer as it is; it is not changed.</param>
    /// <param name="options">How to learn.</param>
    /// <param name="pool">The worker threads.</param>
    /// <param name="cancellation">Stops between two steps.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together, or there are no rows.</exception>
    public static EmbeddingHead Run(
        ReadOnlySpan<float> embeddings, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights, Linear start, EmbeddingHeadOptions options, WorkerPool pool,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(pool);
        options.Validate();
        var rows = embeddings.Length / start.Inputs;
        if (rows == 0 || embeddings.Length != rows * start.Inputs || targets.Length != rows * start.Outputs || (!weights.IsEmpty && weights.Length != rows))
            throw new ArgumentException($"{embeddings.Length} numbers, {targets.Length} targets and {weights.Length} weights do not fit a layer of {start.Inputs} to {start.Outputs}.", nameof(embeddings));
        var network = NetworkOf(start, out var layer);
        var optimiser = new Adam(network, weightDecay: options.WeightDecay);
        var schedule = new CosineSchedule(options.LearningRate, WarmUp: 0);
        var batch = new Batch(Math.Min(options.BatchSize, rows), start.Inputs, start.Outputs);
        var order = Enumerable.Range(0, rows).ToArray();
        var stepsPerEpoch = (rows + batch.Size - 1) / batch.Size;
        var gradient = new Tensor();
        double loss = 0;
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            var random = FastRandom.For(options.Seed, epoch, -1);
            random.Shuffle(order.AsSpan());
            loss = 0;
            for (var step = 0; step < stepsPerEpoch; step++)
            {
                cancellation.ThrowIfCancellationRequested();
                var chosen = order.AsSpan(step * batch.Size, Math.Min(batch.Size, rows - (step * batch.Size)));
                batch.Fill(chosen, embeddings, targets, weights);
                var pass = new Pass(pool, IsTraining: true);
                var logits = network.Forward(batch.Input, pass)[0];
                loss += SoftmaxCrossEntropy.Run(logits, batch.Targets, batch.Weights, gradient) / stepsPerEpoch;
                network.Backward([gradient], pass);
                optimiser.Step(schedule.At((double)optimiser.Steps / (stepsPerEpoch * options.Epochs)));
            }
        }

        return new(layer.Weight.Value.Span.ToArray(), layer.Bias.Value.Span.ToArray(), loss);
    }

    /// <summary>Targets of rows with one class each, <c>[n, classes]</c>.</summary>
    public static float[] OneHot(ReadOnlySpan<int> labels, int classes)
    {
        var targets = new float[labels.Length * classes];
        for (var i = 0; i < labels.Length; i++) targets[(i * classes) + labels[i]] = 1;
        return targets;
    }

    private static Network NetworkOf(Linear start, out Linear layer)
    {
        layer = new Linear(start.Inputs, start.Outputs);
        start.Weight.Value.Span.CopyTo(layer.Weight.Value.Span);
        start.Bias.Value.Span.CopyTo(layer.Bias.Value.Span);
        var network = new Network(new Shape(1, 1, 1, start.Inputs));
        network.Output("logits", network.Add("head", layer, network.Input));
        return network;
    }

    private sealed class Batch(int size, int inputs, int outputs)
    {
        private readonly float[] _targets = new float[size * outputs];
        private readonly float[] _weights = new float[size];
        private int _count;

        public int Size => size;

        public Tensor Input { get; } = new();

        public ReadOnlySpan<float> Targets => _targets.AsSpan(0, _count * outputs);

        public ReadOnlySpan<float> Weights => _weights.AsSpan(0, _count);

        public void Fill(ReadOnlySpan<int> rows, ReadOnlySpan<float> embeddings, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights)
        {
            _count = rows.Length;
            Input.Resize(new Shape(_count, 1, 1, inputs));
            for (var i = 0; i < _count; i++)
            {
                embeddings.Slice(rows[i] * inputs, inputs).CopyTo(Input.Span[(i * inputs)..]);
                targets.Slice(rows[i] * outputs, outputs).CopyTo(_targets.AsSpan(i * outputs));
                _weights[i] = weights.IsEmpty ? 1 : weights[rows[i]];
            }
        }
    }
}
