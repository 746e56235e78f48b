namespace MoodDeck.Training.Tests.Import;

/// <summary>Known networks, narrow, as other frameworks export them; outputs <c>embedding</c> and <c>logits</c>.</summary>
internal static class OriginalModels
{
    public static byte[] ResNet18(OriginalModel m, int colours, int width, int classes, bool shortcutFirst = false, int blocks = 2)
    {
        var x = Relu(m, "relu", m.Convolution("conv1", m.Input, colours, width, 7, 2, 3, "bn1"));
        x = m.Pool("pooled", x, 3, 2, 1);
        var channels = width;
        for (var stage = 1; stage <= 4; stage++)
        {
            var outputs = width << (stage - 1);
            for (var block = 0; block < blocks; block++)
            {
                x = Block(m, $"layer{stage}.{block}", x, channels, outputs, stage > 1 && block == 0 ? 2 : 1, shortcutFirst);
                channels = outputs;
            }
        }

        return End(m, x, channels, "fc", classes);
    }

    /// <summary>torchvision's <c>vgg19_bn</c>, or <c>vgg19</c>, which numbers its layers otherwise.</summary>
    public static byte[] Vgg19(OriginalModel m, int colours, int width, int classes, bool norms)
    {
        var (x, channels, index) = (m.Input, colours, 0);
        foreach (var multiple in (int[])[1, 1, 0, 2, 2, 0, 4, 4, 4, 4, 0, 8, 8, 8, 8, 0, 8, 8, 8, 8, 0])
        {
            if (multiple == 0)
            {
                x = m.Pool($"pool{index++}", x, 2, 2, 0);
                continue;
            }

            x = Relu(m, $"relu{index}", m.Convolution($"features.{index}", x, channels, multiple * width, 3, norm: norms ? $"features.{index + 1}" : null, bias: true));
            (channels, index) = (multiple * width, index + (norms ? 3 : 2));
        }

        return End(m, x, channels, "classifier.6", classes);
    }

    /// <summary>The plain network as TensorFlow's exports have it: products and sums, and channels last before the dense layer.</summary>
    public static byte[] PlainCnn(OriginalModel m, int width, int classes)
    {
        var x = Relu(m, "r1", m.Convolution("conv2d", m.Input, 1, width, 3, padding: 0, bias: true));
        x = m.Pool("p1", Relu(m, "r2", m.Convolution("conv2d_1", x, width, 2 * width, 3, padding: 0, bias: true)), 2, 2, 0);
        x = m.Pool("p2", Relu(m, "r3", m.Convolution("conv2d_2", x, 2 * width, 4 * width, 3, padding: 0, bias: true)), 2, 2, 0);
        x = m.Pool("p3", Relu(m, "r4", m.Convolution("conv2d_3", x, 4 * width, 4 * width, 3, padding: 0, bias: true)), 2, 2, 0);
        x = m.Node("Flatten", "flat", [m.Node("Transpose", "nhwc", [x], ("perm", new[] { 0, 2, 3, 1 }))], ("axis", 1));
        x = Relu(m, "embedding", m.MatMul("dense", x, 16 * 4 * width, 32 * width));
        m.Node("Identity", "logits", [m.MatMul("dense_1", x, 32 * width, classes)]);
        return m.ToModel(("embedding", 32 * width), ("logits", classes));
    }

    private static string Block(OriginalModel m, string name, string input, int inputs, int outputs, int stride, bool shortcutFirst)
    {
        var changes = stride > 1 || inputs != outputs;
        var shortcut = changes && shortcutFirst ? Shortcut() : input;
        var x = Relu(m, $"{name}.relu1", m.Convolution($"{name}.conv1", input, inputs, outputs, 3, stride, norm: $"{name}.bn1"));
        x = m.Convolution($"{name}.conv2", x, outputs, outputs, 3, norm: $"{name}.bn2");
        if (changes && !shortcutFirst) shortcut = Shortcut();
        return Relu(m, $"{name}.relu2", m.Node("Add", $"{name}.sum", [x, shortcut]));

        string Shortcut() => m.Convolution($"{name}.downsample.0", input, inputs, outputs, 1, stride, norm: $"{name}.downsample.1");
    }

    private static byte[] End(OriginalModel m, string input, int channels, string head, int classes)
    {
        var x = m.Node("Flatten", "embedding", [m.Node("GlobalAveragePool", "mean", [input])], ("axis", 1));
        m.Node("Identity", "logits", [m.Linear(head, x, channels, classes)]);
        return m.ToModel(("embedding", channels), ("logits", classes));
    }

    private static string Relu(OriginalModel m, string name, string input) => m.Node("Relu", name, [input]);
}
