using MoodDeck.Training.Layers;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Architectures;

/// <summary>
/// <c>resnet18</c> (He et al. 2016) with the layers and names of torchvision: a 7 x 7 convolution with stride 2, a 3 x 3 max pool
/// with stride 2, four stages of two basic blocks, and the mean over pixels, which is the embedding. The heads stand in the
/// place of <c>fc</c>.
/// </summary>
internal static class ResNet18
{
    // The original: 94 MMAC at 48 x 48, so weights made on ImageNet fit without change.
    public static ExpressionArchitecture About { get; } = new("resnet18", "He et al. (2016), layer for layer as in torchvision.", 64, 0.2f, 7);

    public static Network Build(ArchitectureOptions options, int width, float dropout)
    {
        var net = new Network(new Shape(1, options.Side, options.Side, options.Channels));
        var s = options.Seed * 1000;
        var x = net.Add("conv1", new Conv2d(options.Channels, width, 7, stride: 2, padding: 3, seed: s++), net.Input);
        x = net.Add("bn1", new BatchNorm2d(width, relu: true), x);
        x = net.Add("maxpool", new MaxPool2d(3, stride: 2, padding: 1), x);
        var channels = width;
        for (var stage = 1; stage <= 4; stage++)
        {
            var outputs = width << (stage - 1);
            x = Block(net, $"layer{stage}.0", x, channels, outputs, stage == 1 ? 1 : 2, ref s);
            x = Block(net, $"layer{stage}.1", x, outputs, outputs, 1, ref s);
            channels = outputs;
        }

        x = net.Add("avgpool", new GlobalAveragePool(), x);
        ExpressionHeads.Add(net, x, channels, options.Heads, dropout, s++, ref s);
        return net;
    }

    private static Node Block(Network net, string name, Node input, int inputs, int outputs, int stride, ref ulong seed)
    {
        var x = net.Add($"{name}.conv1", new Conv2d(inputs, outputs, 3, stride, seed: seed++), input);
        x = net.Add($"{name}.bn1", new BatchNorm2d(outputs, relu: true), x);
        x = net.Add($"{name}.conv2", new Conv2d(outputs, outputs, 3, seed: seed++), x);
        x = net.Add($"{name}.bn2", new BatchNorm2d(outputs), x);
        var shortcut = input;
        if (stride > 1 || inputs != outputs)
        {
            shortcut = net.Add($"{name}.downsample.0", new Conv2d(inputs, outputs, 1, stride, seed: seed++), shortcut);
            shortcut = net.Add($"{name}.downsample.1", new BatchNorm2d(outputs), shortcut);
        }

        return net.Add($"{name}.sum", new Add(relu: true), x, shortcut);
    }
}
