namespace MoodDeck.Training.Import;

/// <summary>The numbers of a BatchNormalization node.</summary>
internal sealed record OnnxNorm(string Name, float[] Scale, float[] Shift, float[] Mean, float[] Variance, float Epsilon);

/// <summary>A convolution or a linear layer of an ONNX file, with the bias and the batch norm that belong to it.</summary>
internal sealed class OnnxLayer
{
    /// <summary>The layer's name: that of its weights without <c>.weight</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Weights as <c>[out, in / groups, rows, columns]</c> of a convolution or <c>[in, out]</c> of a linear layer.</summary>
    public required OnnxConstant Weight { get; init; }

    /// <summary>The bias, or null.</summary>
    public float[]? Bias { get; set; }

    /// <summary>Whether it is a convolution.</summary>
    public bool IsConvolution => Weight.Shape.Length == 4;

    /// <summary>Channels or numbers out.</summary>
    public int Outputs => IsConvolution ? Weight.Shape[0] : Weight.Shape[1];

    /// <summary>Groups of a convolution.</summary>
    public int Groups { get; init; } = 1;

    /// <summary>Steps of a convolution, rows and columns.</summary>
    public IReadOnlyList<long> Strides { get; init; } = [];

    /// <summary>Zero pixels of a convolution: top, left, bottom, right.</summary>
    public IReadOnlyList<long> Pads { get; init; } = [];

    /// <summary>Pixels between neighbouring taps of a convolution, rows and columns; empty for 1.</summary>
    public IReadOnlyList<long> Dilations { get; init; } = [];

    /// <summary>Whether a linear layer's inputs stand in the order rows, columns, channels, as other frameworks have it.</summary>
    public bool IsChannelsLast { get; init; }

    /// <summary>How many layers with weights the longest way from the input has, this one included.</summary>
    public int Depth { get; init; }

    /// <summary>The batch norm right after it, or null.</summary>
    public OnnxNorm? Norm { get; set; }

    /// <summary>The batch norm after an activation that follows it, or null.</summary>
    public OnnxNorm? LaterNorm { get; set; }

    /// <summary>All layers of a file, in the order of its nodes.</summary>
    public static IReadOnlyList<OnnxLayer> Find(OnnxWeights file) => new OnnxLayerFinder(file).Run();
}
