using MoodDeck.Training.Layers;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Architectures;

/// <summary>
/// The network that speed is measured on, so plain that any framework can be run beside it: a 48 x 48 grey face, 3 x 3
/// convolutions 1-32-32, 64-64, 128-128 with batch norm and ReLU, 2 x 2 max pooling after each pair, dense 4608-256-8. Output
/// <c>logits</c>, 86,779,904 multiply-accumulates an image. <c>bench/train/pytorch.py</c> is the same in PyTorch.
/// </summary>
public static class ReferenceNet
{
    /// <summary>Side of the input in pixels.</summary>
    public const int InputSide = 48;

    /// <summary>Numbers out.</summary>
    public const int Classes = 8;

    /// <summary>Builds it with random weights.</summary>
    public static Network Create(ulong seed = 1)
    {
        var net = new Network(new Shape(1, InputSide, InputSide, 1));
        var s = seed * 1000;
        var (x, channels) = (net.Input, 1);
        foreach (var width in (int[])[32, 64, 128])
        {
            x = net.ConvBatchNorm($"stage{width}.1", x, channels, width, 3, ref s);
            x = net.ConvBatchNorm($"stage{width}.2", x, width, width, 3, ref s);
            x = net.Add($"stage{width}.pool", new MaxPool2d(), x);
            channels = width;
        }

        const int Side = InputSide / 8;
        x = net.Add("dense", new Linear(Side * Side * channels, 256, s++), x);
        x = net.Add("relu", new Relu(), x);
        net.Output("logits", net.Add("logits", new Linear(256, Classes, s), x));
        return net;
    }
}
