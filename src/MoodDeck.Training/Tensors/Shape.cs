namespace MoodDeck.Training.Tensors;

/// <summary>
/// The shape of a batch of feature maps, <c>[N, H, W, C]</c>, channels innermost. Vectors are <c>[N, 1, 1, C]</c>.
/// </summary>
/// <param name="N">Images in the batch.</param>
/// <param name="H">Rows.</param>
/// <param name="W">Columns.</param>
/// <param name="C">Channels.</param>
public readonly record struct Shape(int N, int H, int W, int C)
{
    /// <summary>Elements in all.</summary>
    public int Length => checked(N * H * W * C);

    /// <summary>Elements of one image.</summary>
    public int ImageLength => checked(H * W * C);

    /// <summary>Pixels in all, <c>N * H * W</c>.</summary>
    public int Pixels => checked(N * H * W);

    /// <inheritdoc/>
    public override string ToString() => $"[{N}, {H}, {W}, {C}]";
}
