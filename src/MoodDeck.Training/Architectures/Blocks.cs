using MoodDeck.Training.Layers;

namespace MoodDeck.Training.Architectures;

/// <summary>The building blocks that architectures share.</summary>
internal static class Blocks
{
    /// <summary>A linear layer before ReLU or ELU, started as He et al. (2015) propose.</summary>
    public static Linear HeLinear(int inputs, int outputs, ulong seed)
    {
        var linear = new Linear(inputs, outputs, seed);
        Initialise.HeNormal(linear.Weight.Value.Span, inputs, seed);
        return linear;
    }

    /// <summary>Convolution, batch norm and, unless asked otherwise, ReLU.</summary>
    public static Node ConvBatchNorm(this Network net, string name, Node input, int inputs, int outputs, int kernel, ref ulong seed, int stride = 1, bool relu = true)
    {
        var conv = net.Add($"{name}.conv", new Conv2d(inputs, outputs, kernel, stride, seed: seed++), input);
        return net.Add($"{name}.norm", new BatchNorm2d(outputs, relu), conv);
    }

    /// <summary>
    /// A residual block of two 3 x 3 convolutions (He et al. 2016). Where it halves the picture or changes the width, the
    /// shortcut is an average pool and a 1 x 1 convolution (He et al. 2019, "Bag of tricks", ResNet-D). The scale of the
    /// last batch norm starts at zero, so that every block starts as the identity (Goyal et al. 2017).
    /// </summary>
    public static Node Residual(this Network net, string name, Node input, int inputs, int outputs, int stride, ref ulong seed)
    {
        var x = net.ConvBatchNorm($"{name}.1", input, inputs, outputs, 3, ref seed, stride);
        x = net.ConvBatchNorm($"{name}.2", x, outputs, outputs, 3, ref seed, relu: false);
        ((BatchNorm2d)net.Entries[x.Index].Layer).Scale.Value.Clear();
        var shortcut = input;
        if (stride > 1) shortcut = net.Add($"{name}.pool", new AveragePool2d(stride), shortcut);
        if (stride > 1 || inputs != outputs) shortcut = net.ConvBatchNorm($"{name}.shortcut", shortcut, inputs, outputs, 1, ref seed, relu: false);
        return net.Add($"{name}.sum", new Add(relu: true), x, shortcut);
    }

    /// <summary>
    /// A 3 x 3 convolution of each channel alone and a 1 x 1 convolution that mixes them, each with batch norm (Howard et al.
    /// 2017, "MobileNets").
    /// </summary>
    public static Node SeparableBatchNorm(this Network net, string name, Node input, int inputs, int outputs, ref ulong seed, bool relu = true)
    {
        var x = net.Add($"{name}.depth.conv", new DepthwiseConv2d(inputs, 3, seed: seed++), input);
        x = net.Add($"{name}.depth.norm", new BatchNorm2d(inputs, relu: true), x);
        return net.ConvBatchNorm($"{name}.mix", x, inputs, outputs, 1, ref seed, relu: relu);
    }

    /// <summary>A residual block of two <see cref="SeparableBatchNorm"/>, which starts as the identity like <see cref="Residual"/>.</summary>
    public static Node SeparableResidual(this Network net, string name, Node input, int channels, ref ulong seed)
    {
        var x = net.SeparableBatchNorm($"{name}.1", input, channels, channels, ref seed);
        x = net.SeparableBatchNorm($"{name}.2", x, channels, channels, ref seed, relu: false);
        ((BatchNorm2d)net.Entries[x.Index].Layer).Scale.Value.Clear();
        return net.Add($"{name}.sum", new Add(relu: true), x, input);
    }
}
