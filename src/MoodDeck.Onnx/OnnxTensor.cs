using System.Globalization;

namespace MoodDeck.Onnx;

/// <summary>
/// A float32 tensor over memory its caller owns: dimensions, outermost first, and their elements in row-major order.
/// Copying the value copies no elements.
/// </summary>
public readonly struct OnnxTensor
{
    private readonly int[] _shape;

    /// <summary>Puts dimensions on existing memory.</summary>
    /// <param name="data">At least as many elements as the dimensions call for; further ones are ignored.</param>
    /// <param name="shape">Dimensions, outermost first; none for a scalar.</param>
    /// <exception cref="ArgumentException">A negative dimension, or fewer elements than they call for.</exception>
    public OnnxTensor(Memory<float> data, params int[] shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        var count = CountOf(shape);
        if (count > data.Length)
            throw new ArgumentException($"{TextOf(shape)} needs {count} elements, got {data.Length}.", nameof(data));
        _shape = shape;
        Data = data[..(int)count];
    }

    /// <summary>A tensor of zeros with memory of its own.</summary>
    public static OnnxTensor Zeros(params int[] shape) => new(new float[CountOf(shape)], shape);

    /// <summary>The elements in row-major order.</summary>
    public Memory<float> Data { get; }

    /// <summary>The elements as a span.</summary>
    public Span<float> Span => Data.Span;

    /// <summary>The dimensions, outermost first.</summary>
    public ReadOnlySpan<int> Shape => _shape;

    /// <summary>The dimensions as people write them.</summary>
    public override string ToString() => TextOf(Shape);

    private static long CountOf(ReadOnlySpan<int> shape)
    {
        long count = 1;
        foreach (var d in shape)
        {
            if (d < 0) throw new ArgumentException($"{TextOf(shape)} has a negative dimension.", nameof(shape));
            count = checked(count * d);
        }

        return count;
    }

    private static string TextOf(ReadOnlySpan<int> shape)
    {
        var parts = new string[shape.Length];
        for (var i = 0; i < parts.Length; i++) parts[i] = shape[i].ToString(CultureInfo.InvariantCulture);
        return "[" + string.Join(", ", parts) + "]";
    }
}
