using MoodDeck.Training.Layers;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Architectures;

/// <summary>
/// <c>vgg19</c> (Simonyan and Zisserman 2015) with batch norm: the sixteen 3 x 3 convolutions and five 2 x 2 pools of torchvision's
/// <c>vgg19_bn</c> under its names, then, as projects on FER2013 do, the mean over pixels instead of two layers of 4096.
/// </summary>
internal static class Vgg19
{
    private const int Pool = 0;

    // Channels as multiples of the width.
    private static readonly int[] Layout = [1, 1, Pool, 2, 2, Pool, 4, 4, 4, 4, Pool, 8, 8, 8, 8, Pool, 8, 8, 8, 8, Pool];

    // A quarter of the original's 64: that costs 893 MMAC a face, and after five pools 48 x 48 leaves one pixel to spend them on.
    public static ExpressionArchitecture About { get; } = new("vgg19", "Simonyan and Zisserman (2015) with batch norm; width 64 is the original.", 16, 0.5f, 32);

    public static Network Build(ArchitectureOptions options, int width, float dropout)
    {
        var net = new Network(new Shape(1, options.Side, options.Side, options.Channels));
        var s = options.Seed * 1000;
        var (x, channels, index) = (net.Input, options.Channels, 0);
        foreach (var multiple in Layout)
        {
            if (multiple == Pool)
            {
                x = net.Add($"features.{index++}", new MaxPool2d(), x);
                continue;
            }

            x = net.Add($"features.{index}", new Conv2d(channels, multiple * width, 3, seed: s++), x);
            channels = multiple * width;
            x = net.Add($"features.{index + 1}", new BatchNorm2d(channels, relu: true), x);
            index += 3; // torchvision counts the ReLU, which is part of the norm here
        }

        x = net.Add("avgpool", new GlobalAveragePool(), x);
        ExpressionHeads.Add(net, x, channels, options.Heads, dropout, s++, ref s);
        return net;
    }
}
