using MoodDeck.Training.Layers;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Architectures;

/// <summary>
/// MoodDeck's face detector: a small residual trunk over a grey picture, a top-down path that mixes coarse and fine levels
/// (Lin et al. 2017, feature pyramid), and at strides 8, 16 and 32 a head of five channels per cell: the face score and
/// the box as <c>dx, dy, dw, dh</c>. Where depth counts more than width the convolutions are depthwise-separable (Howard
/// et al. 2017, "MobileNets"). Outputs <c>level8</c>, <c>level16</c>, <c>level32</c>; any size that 32 divides.
/// </summary>
public static class FaceNet
{
    /// <summary>Channels of a head: score and four numbers of the box.</summary>
    public const int HeadChannels = 5;

    // A cell is a face once in about a hundred: the score starts there, or the first steps drown in background
    // (Lin et al. 2017, "Focal loss", section 4.1).
    private const float ScoreBias = -4.6f;

    /// <summary>Steps of the three levels in pixels.</summary>
    public static IReadOnlyList<int> Strides { get; } = [8, 16, 32];

    /// <summary>Builds it with random weights for training pictures of a side.</summary>
    public static Network Create(int side = 192, ulong seed = 1)
    {
        var net = new Network(new Shape(1, side, side, 1));
        var s = seed * 1000;
        var x = net.ConvBatchNorm("stem1", net.Input, 1, 16, 3, ref s, stride: 2);
        x = net.ConvBatchNorm("stem2", x, 16, 24, 3, ref s, stride: 2);
        x = net.ConvBatchNorm("down8", x, 24, 32, 3, ref s, stride: 2);
        x = net.Residual("stage8", x, 32, 32, 1, ref s);
        var fine = net.SeparableResidual("deep8", x, 32, ref s);
        x = net.ConvBatchNorm("down16", fine, 32, 64, 3, ref s, stride: 2);
        x = net.Residual("stage16", x, 64, 64, 1, ref s);
        var middle = net.SeparableResidual("deep16", x, 64, ref s);
        x = net.ConvBatchNorm("down32", middle, 64, 96, 3, ref s, stride: 2);
        x = net.Residual("stage32", x, 96, 96, 1, ref s);
        var coarse = net.SeparableResidual("deep32", x, 96, ref s);
        middle = net.SeparableResidual("refine16", TopDown(net, "mix16", middle, coarse, 96, 64, ref s), 64, ref s);
        fine = net.SeparableResidual("refine8", TopDown(net, "mix8", fine, middle, 64, 32, ref s), 32, ref s);
        Head(net, "level8", fine, 32, ref s);
        Head(net, "level16", middle, 64, ref s);
        Head(net, "level32", coarse, 96, ref s);
        return net;
    }

    private static Node TopDown(Network net, string name, Node fine, Node coarse, int coarseChannels, int channels, ref ulong seed)
    {
        var x = net.ConvBatchNorm($"{name}.lateral", coarse, coarseChannels, channels, 1, ref seed, relu: false);
        return net.Add($"{name}.sum", new Add(relu: true), fine, net.Add($"{name}.up", new Upsample2x(), x));
    }

    private static void Head(Network net, string name, Node input, int channels, ref ulong seed)
    {
        var x = net.SeparableBatchNorm($"{name}.head", input, channels, 32, ref seed);
        var last = new Conv2d(32, HeadChannels, 1, bias: true, seed: seed++);
        Initialise.Normal(last.Weight.Value.Span, 0.01, seed++);
        last.Bias!.Value.Span[0] = ScoreBias;
        net.Output(name, net.Add($"{name}.out", last, x));
    }
}
