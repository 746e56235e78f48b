using MoodDeck.Training.Kernels;

namespace MoodDeck.Training.Layers;

/// <summary>Copies with zero borders.</summary>
internal static unsafe class PaddedCopy
{
    public static Tensor Make(Tensor x, int top, int bottom, int left, int right, Tensor target, WorkerPool pool)
    {
        var s = x.Shape;
        int h = s.H + top + bottom, w = s.W + left + right;
        target.Resize(new(s.N, h, w, s.C));
        pool.Run(s.N, n =>
        {
            var row = target.Data + ((long)n * h * w * s.C);
            int inner = s.W * s.C, outer = w * s.C;
            for (var y = 0; y < h; y++, row += outer)
            {
                var line = new Span<float>(row, outer);
                if (y < top || y >= top + s.H)
                {
                    line.Clear();
                    continue;
                }

                line[..(left * s.C)].Clear();
                new ReadOnlySpan<float>(x.Data + ((((long)n * s.H) + y - top) * inner), inner).CopyTo(line[(left * s.C)..]);
                line[((left * s.C) + inner)..].Clear();
            }
        });
        return target;
    }
}

/// <summary>Sums over pixels for each channel.</summary>
internal static unsafe class ColumnSums
{
    public static void Run(Tensor x, Span<float> sums)
    {
        var c = x.Shape.C;
        sums.Clear();
        for (var row = 0; row < x.Shape.Pixels; row++)
            System.Numerics.Tensors.TensorPrimitives.Add(sums, new ReadOnlySpan<float>(x.Data + ((long)row * c), c), sums);
    }
}
