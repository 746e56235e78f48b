using MoodDeck.Training.Layers;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Architectures;

/// <summary>
/// MoodDeck's expression network: a 5 x 5 stem with stride 2 and residual stages of 32, 64, 128 and 256 channels over a
/// 48 x 48 grey face, then the mean over pixels and two heads on one trunk: <c>ferplus</c> (8 logits) and <c>fer2013</c>
/// (7 logits).
/// </summary>
public static class MoodNet
{
    /// <summary>Side of the input in pixels.</summary>
    public const int InputSide = 48;

    /// <summary>Builds it with random weights.</summary>
    /// <param name="seed">Source of the weights.</param>
    /// <param name="width">Channels of the first stage; each further stage has twice as many.</param>
    /// <param name="dropout">Share of the trunk's output set to zero while training.</param>
    public static Network Create(ulong seed = 1, int width = 32, float dropout = 0.2f)
    {
        var net = new Network(new Shape(1, InputSide, InputSide, 1));
        var s = seed * 1000;
        var x = net.ConvBatchNorm("stem", net.Input, 1, width, 5, ref s, stride: 2);
        x = net.Residual("stage1", x, width, width, 1, ref s);
        x = net.Residual("stage2", x, width, 2 * width, 2, ref s);
        x = net.Residual("stage3", x, 2 * width, 4 * width, 2, ref s);
        x = net.Residual("stage4", x, 4 * width, 8 * width, 2, ref s);
        x = net.Add("pool", new GlobalAveragePool(), x);
        net.Output("embedding", x);
        x = net.Add("dropout", new Dropout(dropout, seed), x);
        net.Output("ferplus", net.Add("ferplus", new Linear(8 * width, 8, s++), x));
        net.Output("fer2013", net.Add("fer2013", new Linear(8 * width, 7, s), x));
        return net;
    }
}
