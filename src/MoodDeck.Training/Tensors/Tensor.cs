namespace MoodDeck.Training.Tensors;

/// <summary>
/// A batch of float32 feature maps in native memory, aligned to 64 bytes, <c>[N, H, W, C]</c>. The memory grows when a
/// larger shape is asked for and is kept for the next step, so that a training step allocates nothing once warm. It is
/// freed with the object: networks live as long as their run.
/// </summary>
public sealed unsafe class Tensor
{
    // Kernels may read (never use) up to one vector past the last element of a run.
    private const int SlackFloats = 64;
    private float* _data;
    private long _capacity;

    /// <summary>An empty tensor, to be given a shape by <see cref="Resize"/>.</summary>
    public Tensor()
    {
    }

    /// <summary>A zeroed tensor of a shape.</summary>
    public Tensor(Shape shape)
    {
        Resize(shape);
        Clear();
    }

    /// <summary>Frees the memory.</summary>
    ~Tensor() => Free();

    /// <summary>The shape.</summary>
    public Shape Shape { get; private set; }

    /// <summary>Elements in all.</summary>
    public int Length => Shape.Length;

    /// <summary>The first element.</summary>
    public float* Data => _data;

    /// <summary>The elements as a span.</summary>
    public Span<float> Span => new(_data, Length);

    /// <summary>Gives the tensor a shape; its contents are then undefined unless the length stays the same.</summary>
    public Tensor Resize(Shape shape)
    {
        var needed = (long)shape.Length + SlackFloats;
        if (needed > _capacity)
        {
            Free();
            _data = NativeBlock.Allocate(needed);
            _capacity = needed;
            GC.AddMemoryPressure(needed * sizeof(float));
        }

        Shape = shape;
        return this;
    }

    /// <summary>Sets every element to zero.</summary>
    public void Clear() => Span.Clear();

    private void Free()
    {
        if (_data == null) return;
        NativeBlock.Free(_data);
        GC.RemoveMemoryPressure(_capacity * sizeof(float));
        _data = null;
        _capacity = 0;
        Shape = default;
    }
}
