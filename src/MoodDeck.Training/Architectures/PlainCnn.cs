using MoodDeck.Training.Layers;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Architectures;

/// <summary>
/// <c>cnn</c>: the plain network of many course projects on FER2013. Four 3 x 3 convolutions without padding or batch norm
/// (32, 64, 128, 128 channels), three 2 x 2 pools, and a dense layer of 1024, which is the embedding.
/// </summary>
internal static class PlainCnn
{
    // Convolutions drop half as much as the dense layer: 0.25 and 0.5 in the projects.
    private const float InnerDropout = 0.5f;

    // The width of the projects themselves, which is affordable: 77 MMAC.
    public static ExpressionArchitecture About { get; } = new("cnn", "Four convolutions and a dense layer, as in course projects on FER2013.", 32, 0.5f, 24);

    public static Network Build(ArchitectureOptions options, int width, float dropout)
    {
        var net = new Network(new Shape(1, options.Side, options.Side, options.Channels));
        var s = options.Seed * 1000;
        var x = Convolution(net, 1, net.Input, options.Channels, width, ref s);
        x = Convolution(net, 2, x, width, 2 * width, ref s);
        x = net.Add("pool1", new MaxPool2d(), x);
        x = net.Add("dropout1", new Dropout(InnerDropout * dropout, s++), x);
        x = net.Add("pool2", new MaxPool2d(), Convolution(net, 3, x, 2 * width, 4 * width, ref s));
        x = net.Add("pool3", new MaxPool2d(), Convolution(net, 4, x, 4 * width, 4 * width, ref s));
        x = net.Add("dropout2", new Dropout(InnerDropout * dropout, s++), x);
        var (inputs, outputs) = (net.ShapeAt(x).ImageLength, 32 * width);
        x = net.Add("dense", Blocks.HeLinear(inputs, outputs, s++), x);
        x = net.Add("dense.relu", new Relu(), x);
        ExpressionHeads.Add(net, x, outputs, options.Heads, dropout, s++, ref s);
        return net;
    }

    private static Node Convolution(Network net, int number, Node input, int inputs, int outputs, ref ulong seed)
    {
        var x = net.Add($"conv{number}", new Conv2d(inputs, outputs, 3, padding: 0, bias: true, seed: seed++), input);
        return net.Add($"conv{number}.relu", new Relu(), x);
    }
}
