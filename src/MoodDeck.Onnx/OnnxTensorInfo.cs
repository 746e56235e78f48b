namespace MoodDeck.Onnx;

/// <summary>What a model says about one of its inputs or outputs.</summary>
/// <param name="Name">Its name in the graph.</param>
/// <param name="ElementType">Its element type.</param>
/// <param name="Shape">Its dimensions, outermost first; -1 where any size will do.</param>
public sealed record OnnxTensorInfo(string Name, OnnxElementType ElementType, IReadOnlyList<int> Shape)
{
    /// <summary>Whether a tensor of these dimensions fits.</summary>
    public bool Accepts(ReadOnlySpan<int> shape)
    {
        if (shape.Length != Shape.Count) return false;
        for (var i = 0; i < shape.Length; i++)
            if (shape[i] < 0 || (Shape[i] >= 0 && Shape[i] != shape[i])) return false;
        return true;
    }

    /// <summary>The dimensions as people write them, such as <c>[?, 1, 48, 48]</c>.</summary>
    public string ShapeText => "[" + string.Join(", ", Shape.Select(d => d < 0 ? "?" : d.ToString(System.Globalization.CultureInfo.InvariantCulture))) + "]";
}
