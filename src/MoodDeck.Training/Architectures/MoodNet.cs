using MoodDeck.Training.Layers;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Architectures;

/// <summary>
/// <c>moodnet</c>, MoodDeck's expression network: a 5 x 5 stem with stride 2 and residual stages of one, two, four and eight times its width
/// over a 48 x 48 grey face, then the mean over pixels, which is the embedding.
/// </summary>
internal static class MoodNet
{
    // Each stage halves the picture, and pooling and convolution agree only on even sides.
    private const int SideMultiple = 16;

    // 36 MMAC a face, which two cores train in an hour. The model that comes with MoodDeck is 40 wide.
    public static ExpressionArchitecture About { get; } = new("moodnet", "MoodDeck's own: a small residual network of four stages.", 32, 0.2f, SideMultiple);

    public static Network Build(ArchitectureOptions options, int width, float dropout)
    {
        if (options.Side % SideMultiple != 0) throw new ArgumentException($"moodnet cannot read pictures of {options.Side} pixels; expected a multiple of {SideMultiple}.", nameof(options));
        var net = new Network(new Shape(1, options.Side, options.Side, options.Channels));
        var s = options.Seed * 1000;
        var x = net.ConvBatchNorm("stem", net.Input, options.Channels, width, 5, ref s, stride: 2);
        x = net.Residual("stage1", x, width, width, 1, ref s);
        x = net.Residual("stage2", x, width, 2 * width, 2, ref s);
        x = net.Residual("stage3", x, 2 * width, 4 * width, 2, ref s);
        x = net.Residual("stage4", x, 4 * width, 8 * width, 2, ref s);
        x = net.Add("pool", new GlobalAveragePool(), x);
        ExpressionHeads.Add(net, x, 8 * width, options.Heads, dropout, options.Seed, ref s);
        return net;
    }
}
