using MoodDeck.Training.Layers;
using MoodDeck.Training.Tensors;
using MoodDeck.Vision.Faces.Mtcnn;

namespace MoodDeck.Training.Mtcnn;

/// <summary>
/// The three networks of MTCNN (Zhang et al. 2016, figure 2) on grey windows of 12, 24 and 48 px: convolutions without padding
/// and pools, here with batch norm and ReLU instead of PReLU. Each has one output <c>window</c> of five channels: the score's
/// logit and the four offsets. The first runs over pictures of any size.
/// </summary>
internal static class MtcnnNetworks
{
    /// <summary>Channels of the output: score and offsets.</summary>
    public const int OutputChannels = 1 + MtcnnWindow.OffsetCount;

    /// <summary>Name of the output.</summary>
    public const string OutputName = "window";

    /// <summary>Builds the network of a stage, 0 to 2, with random weights.</summary>
    public static Network Create(int stage, ulong seed)
    {
        var side = MtcnnDetector.Sides[stage];
        var net = new Network(new Shape(1, side, side, 1));
        var s = seed * 1000;
        var (x, channels) = stage switch { 0 => Proposal(net, ref s), 1 => Refinement(net, ref s), _ => Output(net, ref s) };
        var last = new Conv2d(channels, OutputChannels, 1, bias: true, seed: s++);
        Initialise.Normal(last.Weight.Value.Span, 0.01, s);
        net.Output(OutputName, net.Add("out", last, x));
        return net;
    }

    private static (Node, int) Proposal(Network net, ref ulong s)
    {
        var x = net.Add("pool1", new MaxPool2d(), Convolution(net, 1, net.Input, 1, 10, 3, ref s));
        x = Convolution(net, 2, x, 10, 16, 3, ref s);
        return (Convolution(net, 3, x, 16, 32, 3, ref s), 32);
    }

    private static (Node, int) Refinement(Network net, ref ulong s)
    {
        var x = net.Add("pool1", new MaxPool2d(3, 2), Convolution(net, 1, net.Input, 1, 28, 3, ref s));
        x = net.Add("pool2", new MaxPool2d(3, 2), Convolution(net, 2, x, 28, 48, 3, ref s));
        x = Convolution(net, 3, x, 48, 64, 2, ref s);
        return (Convolution(net, 4, x, 64, 128, 2, ref s), 128);
    }

    private static (Node, int) Output(Network net, ref ulong s)
    {
        var x = net.Add("pool1", new MaxPool2d(3, 2), Convolution(net, 1, net.Input, 1, 32, 3, ref s));
        x = net.Add("pool2", new MaxPool2d(3, 2), Convolution(net, 2, x, 32, 64, 3, ref s));
        x = net.Add("pool3", new MaxPool2d(), Convolution(net, 3, x, 64, 64, 3, ref s));
        x = Convolution(net, 4, x, 64, 128, 2, ref s);
        return (Convolution(net, 5, x, 128, 256, 2, ref s), 256);
    }

    private static Node Convolution(Network net, int number, Node input, int inputs, int outputs, int kernel, ref ulong seed)
    {
        var x = net.Add($"conv{number}", new Conv2d(inputs, outputs, kernel, padding: 0, seed: seed++), input);
        return net.Add($"conv{number}.norm", new BatchNorm2d(outputs, relu: true), x);
    }
}
