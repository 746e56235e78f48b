using MoodDeck.Training.Layers;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Import;

/// <summary>A convolution or a linear layer of a network, with what decides which layer of a file it is.</summary>
internal sealed class NetworkLayer
{
    public required Network.Entry Entry { get; init; }

    /// <summary>Shape of one image at its input.</summary>
    public required Shape Input { get; init; }

    /// <summary>Whether it reads the picture itself.</summary>
    public required bool IsFirst { get; init; }

    /// <summary>How many layers with weights the longest way from the input has, this one included.</summary>
    public required int Depth { get; init; }

    /// <summary>Whether no other layer with weights comes after it.</summary>
    public bool IsHead { get; private set; }

    /// <summary>Whether its result is an output of the network, nothing in between.</summary>
    public bool IsOutput { get; private init; }

    /// <summary>The batch norm right after it, or null.</summary>
    public BatchNorm2d? Norm { get; private set; }

    /// <summary>The batch norm after an activation that follows it, or null.</summary>
    public BatchNorm2d? LaterNorm { get; private set; }

    /// <summary>All layers in the network's order.</summary>
    public static IReadOnlyList<NetworkLayer> Find(Network network)
    {
        var shapes = network.Shapes(network.InputShape);
        var (depths, nearest, activated, leads) = (new int[shapes.Length], new NetworkLayer?[shapes.Length], new bool[shapes.Length], new bool[shapes.Length]);
        List<NetworkLayer> layers = [];
        for (var i = 0; i < shapes.Length; i++)
        {
            var entry = network.Entries[i];
            var source = entry.Inputs[0].Index;
            depths[i] = entry.Inputs.Max(n => n.Index < 0 ? 0 : depths[n.Index]);
            var before = source < 0 ? null : nearest[source];
            switch (entry.Layer)
            {
                case Conv2d or DepthwiseConv2d or Linear:
                    nearest[i] = new NetworkLayer
                    {
                        Entry = entry,
                        Input = source < 0 ? network.InputShape : shapes[source],
                        IsFirst = source < 0,
                        Depth = ++depths[i],
                        IsOutput = network.Outputs.Any(o => o.Node.Index == i),
                    };
                    layers.Add(nearest[i]!);
                    break;
                case BatchNorm2d norm when before is not null:
                    if (activated[source]) before.LaterNorm ??= norm;
                    else before.Norm ??= norm;
                    break;
                case ElementWise when before is not null:
                    (nearest[i], activated[i]) = (before, true);
                    break;
            }
        }

        for (var i = shapes.Length - 1; i >= 0; i--)
        {
            foreach (var input in network.Entries[i].Inputs.Where(n => n.Index >= 0)) leads[input.Index] |= leads[i] || network.Entries[i].Layer is Conv2d or DepthwiseConv2d or Linear;
            if (nearest[i]?.Entry == network.Entries[i]) nearest[i]!.IsHead = !leads[i];
        }

        return layers;
    }

    /// <summary>
    /// The file's weights in the shape that this layer has them in, or null where they do not fit. A first convolution made for
    /// three colours is summed over them, which is the same for a grey picture repeated three times.
    /// </summary>
    public float[]? Fit(OnnxLayer source)
    {
        var shape = source.Weight.Shape;
        switch (Entry.Layer)
        {
            case Conv2d c when source is { IsConvolution: true, Groups: 1 } && shape[0] == c.Outputs && shape[2] == c.Kernel && shape[3] == c.Kernel:
                if (shape[1] == c.Inputs) return source.Weight.Values;
                return IsColourForGrey(source) ? OverColours(source.Weight.Values, c.Outputs, c.Kernel * c.Kernel) : null;
            case DepthwiseConv2d d when source.IsConvolution && source.Groups == d.Channels && shape.SequenceEqual([d.Channels, 1, d.Kernel, d.Kernel]):
            case Linear l when !source.IsConvolution && shape.SequenceEqual([l.Inputs, l.Outputs]):
                return source.Weight.Values;
            default:
                return null;
        }
    }

    /// <summary>Whether the file's layer reads three colours where this one reads grey.</summary>
    public bool IsColourForGrey(OnnxLayer source) => IsFirst && Entry.Layer is Conv2d { Inputs: 1 } && source.Weight.Shape[1] == 3;

    /// <summary>What it is, in words.</summary>
    public override string ToString() => Entry.Layer switch
    {
        Conv2d c => Describe(c.Kernel, c.Inputs, c.Outputs),
        DepthwiseConv2d d => Describe(d.Kernel, 1, d.Channels),
        Linear l => Describe(0, l.Inputs, l.Outputs),
        _ => Entry.Name,
    };

    /// <summary>A layer in words; a kernel of 0 stands for a linear layer.</summary>
    public static string Describe(int kernel, int inputs, int outputs) =>
        kernel == 0 ? $"a linear layer of {inputs} to {outputs}" : $"a {kernel} x {kernel} convolution of {inputs} to {outputs} channels";

    private static float[] OverColours(float[] weights, int outputs, int taps)
    {
        var sums = new float[outputs * taps];
        for (var i = 0; i < sums.Length; i++)
        {
            var first = (i / taps * 3 * taps) + (i % taps);
            sums[i] = weights[first] + weights[first + taps] + weights[first + (2 * taps)];
        }

        return sums;
    }
}
