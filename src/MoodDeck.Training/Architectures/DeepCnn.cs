using MoodDeck.Training.Layers;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Architectures;

/// <summary>
/// <c>dcnn</c>: the deeper network of well-known notebooks on FER2013. Three pairs of 3 x 3 convolutions (w, 2w, 4w channels),
/// each followed by ELU and batch norm, a 2 x 2 pool and dropout after each pair, and a dense layer of 128, which is the
/// embedding. Weights start as He et al. (2015) propose.
/// </summary>
internal static class DeepCnn
{
    private const int Dense = 128;

    // The notebooks drop 0.4, 0.4, 0.5 and, before the head, 0.6.
    private static readonly float[] InnerDropouts = [2f / 3, 2f / 3, 5f / 6];

    // Half of the notebooks' 64: those ran on graphics cards; with 3 x 3 kernels throughout 64 costs 342 MMAC a face, 32 a quarter of it.
    public static ExpressionArchitecture About { get; } = new("dcnn", "Three pairs of convolutions with ELU, batch norm and heavy dropout.", 32, 0.6f, 8);

    public static Network Build(ArchitectureOptions options, int width, float dropout)
    {
        var net = new Network(new Shape(1, options.Side, options.Side, options.Channels));
        var s = options.Seed * 1000;
        var (x, channels) = (net.Input, options.Channels);
        for (var pair = 0; pair < InnerDropouts.Length; pair++)
        {
            var outputs = width << pair;
            x = Convolution(net, (2 * pair) + 1, x, channels, outputs, ref s);
            x = Convolution(net, (2 * pair) + 2, x, outputs, outputs, ref s);
            x = net.Add($"pool{pair + 1}", new MaxPool2d(), x);
            x = net.Add($"dropout{pair + 1}", new Dropout(InnerDropouts[pair] * dropout, s++), x);
            channels = outputs;
        }

        x = net.Add("dense", Blocks.HeLinear(net.ShapeAt(x).ImageLength, Dense, s++), x);
        x = net.Add("dense.norm", new BatchNorm2d(Dense), net.Add("dense.elu", new Elu(), x));
        ExpressionHeads.Add(net, x, Dense, options.Heads, dropout, s++, ref s);
        return net;
    }

    private static Node Convolution(Network net, int number, Node input, int inputs, int outputs, ref ulong seed)
    {
        var x = net.Add($"conv{number}", new Conv2d(inputs, outputs, 3, bias: true, seed: seed++), input);
        return net.Add($"conv{number}.norm", new BatchNorm2d(outputs), net.Add($"conv{number}.elu", new Elu(), x));
    }
}
