using MoodDeck.Training.Kernels;
using MoodDeck.Training.Layers;

namespace MoodDeck.Training.Import;

/// <summary>How much of a network was started from a file.</summary>
/// <param name="Taken">Convolutions and linear layers whose weights came from the file.</param>
/// <param name="Fresh">Those that keep their random start: heads of another size, and what the file has nothing for.</param>
/// <param name="Match">By what the layers were told apart.</param>
/// <param name="Notes">What was changed or assumed on the way, or why nothing was taken; sentences for people.</param>
public sealed record InitialisationReport(IReadOnlyList<string> Taken, IReadOnlyList<string> Fresh, LayerMatch Match, IReadOnlyList<string> Notes);

/// <summary>
/// Starts a network from the weights of any ONNX file, so that it computes what the file's network does: layers are told apart by
/// name, or by their order and shapes where the names mean nothing. Batch norm is copied; where the file has it folded into
/// the convolution it is unfolded from the statistics of a batch.
/// </summary>
public static class NetworkInitialiser
{
    /// <summary>Copies what fits.</summary>
    /// <param name="network">The network to start.</param>
    /// <param name="weights">The file.</param>
    /// <param name="batch">A batch of training inputs, to measure the statistics that unfolded batch norm will see.</param>
    /// <param name="pool">The worker threads.</param>
    public static InitialisationReport Run(Network network, OnnxWeights weights, Tensor batch, WorkerPool pool)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(weights);
        var layers = NetworkLayer.Find(network);
        var matcher = new LayerMatcher(layers, weights.Layers);
        var match = matcher.Run();
        var copy = new LayerCopy(matcher.Notes);
        foreach (var (layer, source) in matcher.Pairs) copy.Run(layer, source);
        if (copy.Unfolded.Count > 0) Unfold(network, copy.Unfolded, batch, pool);
        return new(
            [.. layers.Where(matcher.Pairs.ContainsKey).Select(l => l.Entry.Name)],
            [.. layers.Where(l => !matcher.Pairs.ContainsKey(l)).Select(l => l.Entry.Name)],
            match, matcher.Notes);
    }

    // With the batch's mean m and deviation s, scale s and shift bias + m make the norm add the bias and nothing else, in training as
    // after it. The norms before it are done already, so what reaches it is what the file's network would see; all others
    // run on their running statistics, which stay as they are.
    private static void Unfold(Network network, Dictionary<BatchNorm2d, float[]?> unfolded, Tensor batch, WorkerPool pool) =>
        network.Forward(batch, new Pass(pool, IsTraining: false), (entry, inputs) =>
        {
            if (entry.Layer is not BatchNorm2d norm || !unfolded.TryGetValue(norm, out var bias)) return;
            var (mean, variance) = Moments(inputs[0]);
            for (var c = 0; c < norm.Channels; c++)
            {
                norm.RunningMean.Value.Span[c] = mean[c];
                norm.RunningVariance.Value.Span[c] = variance[c];
                norm.Scale.Value.Span[c] = MathF.Sqrt(variance[c] + norm.Epsilon);
                norm.Shift.Value.Span[c] = (bias?[c] ?? 0) + mean[c];
            }
        });

    private static unsafe (float[] Mean, float[] Variance) Moments(Tensor x)
    {
        var (channels, pixels) = (x.Shape.C, x.Shape.Pixels);
        var sums = new double[2 * channels];
        fixed (double* s = sums) ChannelKernels.Moments(x.Data, s, pixels, channels);
        var (mean, variance) = (new float[channels], new float[channels]);
        for (var c = 0; c < channels; c++)
        {
            var m = sums[c] / pixels;
            (mean[c], variance[c]) = ((float)m, (float)Math.Max(0, (sums[channels + c] / pixels) - (m * m)));
        }

        return (mean, variance);
    }
}
