using MoodDeck.Training.Kernels;
using MoodDeck.Training.Layers;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Import;

/// <summary>How much of a network was started from a file.</summary>
/// <param name="Taken">Layers whose weights came from the file.</param>
/// <param name="Fresh">Layers that keep their random start, because the file has no weights of their name and shape.</param>
public sealed record InitialisationReport(IReadOnlyList<string> Taken, IReadOnlyList<string> Fresh);

/// <summary>
/// Starts a network from the weights of an ONNX file, by layer name. A file holds batch norm folded into the convolution
/// before it; the norm is unfolded from the statistics of a batch, so that training begins with the file's function.
/// </summary>
public static class NetworkInitialiser
{
    /// <summary>Copies what fits by name and shape.</summary>
    /// <param name="network">The network to start.</param>
    /// <param name="weights">The file.</param>
    /// <param name="batch">A batch of training inputs, to measure the statistics that batch norm will see.</param>
    /// <param name="pool">The worker threads.</param>
    public static InitialisationReport Run(Network network, OnnxWeights weights, Tensor batch, WorkerPool pool)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(weights);
        List<string> taken = [], fresh = [];
        Dictionary<int, float[]> foldedBias = [];
        var shapes = network.Shapes(network.InputShape);
        for (var i = 0; i < network.Entries.Count; i++)
        {
            var entry = network.Entries[i];
            if (entry.Layer.Parameters.Count == 0 || entry.Layer is BatchNorm2d) continue;
            var source = entry.Inputs[0].Index;
            (Take(entry, source < 0 ? network.InputShape : shapes[source], weights, out var bias) ? taken : fresh).Add(entry.Name);
            if (bias is not null) foldedBias[i] = bias;
        }

        foreach (var entry in network.Entries)
        {
            if (entry.Layer is BatchNorm2d norm && foldedBias.TryGetValue(entry.Inputs[0].Index, out var bias))
                Unfold(network, norm, bias, batch, pool);
        }

        return new(taken, fresh);
    }

    private static bool Take(Network.Entry entry, Shape input, OnnxWeights weights, out float[]? foldedBias)
    {
        foldedBias = null;
        switch (entry.Layer)
        {
            case Conv2d c when weights.Find($"{entry.Name}.weight", c.Outputs, c.Inputs, c.Kernel, c.Kernel) is { } w:
                FromChannelsFirst(w, c.Weight, c.Kernel * c.Kernel, c.Inputs, c.Outputs);
                var bias = weights.Find($"{entry.Name}.bias", c.Outputs);
                if (c.Bias is null) foldedBias = bias;
                else bias?.CopyTo(c.Bias.Value.Span);
                return true;
            case DepthwiseConv2d d when weights.Find($"{entry.Name}.weight", d.Channels, 1, d.Kernel, d.Kernel) is { } w:
                FromChannelsFirst(w, d.Weight, d.Kernel * d.Kernel, 1, d.Channels);
                foldedBias = weights.Find($"{entry.Name}.bias", d.Channels);
                return true;
            case Linear l when weights.Find($"{entry.Name}.weight", l.Inputs, l.Outputs) is { } w:
                FlattenedChannelsLast(w, l, input);
                weights.Find($"{entry.Name}.bias", l.Outputs)?.CopyTo(l.Bias.Value.Span);
                return true;
            default:
                return false;
        }
    }

    // ONNX flattens channels first, we channels last.
    private static void FlattenedChannelsLast(float[] source, Linear target, Shape input)
    {
        var pixels = input.H * input.W;
        for (var c = 0; c < input.C; c++)
        {
            for (var p = 0; p < pixels; p++)
                source.AsSpan(((c * pixels) + p) * target.Outputs, target.Outputs).CopyTo(target.Weight.Value.Span[(((p * input.C) + c) * target.Outputs)..]);
        }
    }

    private static void FromChannelsFirst(float[] source, Parameter target, int taps, int inputs, int outputs)
    {
        for (var tap = 0; tap < taps; tap++)
        {
            for (var i = 0; i < inputs; i++)
            {
                for (var o = 0; o < outputs; o++)
                    target.Value.Span[(((tap * inputs) + i) * outputs) + o] = source[(((o * inputs) + i) * taps) + tap];
            }
        }
    }

    // With the batch's mean m and deviation s, scale s and shift bias + m make the norm add the bias and nothing else. The
    // norms before this one are unfolded already, so what reaches it is what the file's network would see.
    private static void Unfold(Network network, BatchNorm2d norm, float[] bias, Tensor batch, WorkerPool pool)
    {
        network.Forward(batch, new Pass(pool, IsTraining: true));
        for (var c = 0; c < norm.Channels; c++)
        {
            var (mean, inverse) = norm.LastStatistics(c);
            norm.RunningMean.Value.Span[c] = mean;
            norm.RunningVariance.Value.Span[c] = Math.Max(0, (1 / (inverse * inverse)) - norm.Epsilon);
            norm.Scale.Value.Span[c] = 1 / inverse;
            norm.Shift.Value.Span[c] = bias[c] + mean;
        }
    }
}
