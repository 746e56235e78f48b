using System.Runtime.Intrinsics;
using MoodDeck.Training.Kernels;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Layers;

/// <summary>
/// A 3 x 3 convolution with stride 1 by Winograd's minimal filtering (<see cref="WinogradTransforms"/>). A block of tiles is
/// transformed, multiplied at each of the 36 positions and transformed back while it is in the cache. The backward pass
/// is the adjoint of exactly that, so its gradients are those of what the forward pass computed.
/// </summary>
internal sealed unsafe class WinogradConvolution(int inputs, int outputs, int padding)
{
    private const int Positions = WinogradTransforms.Positions;

    // Transformed tiles of a block stay in a second-level cache of half a MiB and more.
    private const int BlockFloats = 128 * 1024;

    // A multiple of the rows that the matrix kernels compute at a time, 6 and 8.
    private const int TileStep = 24;

    // Keeps the rows of neighbouring positions off the same cache set, and every row aligned.
    private const int Skew = 16;

    // A fixed number, so that the order of sums does not depend on the number of threads.
    private const int GradientSlices = 4;

    /// <summary>
    /// Whether this is the fastest way for an output shape: channels fill registers, tiles do not mostly hang over the
    /// border, and the 36 transformed weights are not more work than the pictures.
    /// </summary>
    public bool Suits(Shape output)
    {
        int tileRows = (output.H + 3) / 4, tileColumns = (output.W + 3) / 4;
        return inputs % 8 == 0 && outputs % 8 == 0 && Math.Min(inputs, outputs) >= 16 && inputs * outputs <= 256 * 256
            && output.H * output.W >= 8 * tileRows * tileColumns;
    }

    /// <summary>Computes <paramref name="y"/>, which has its shape already.</summary>
    public void Forward(Tensor x, float* weights, float* bias, Tensor y, WorkerPool pool)
    {
        if (IsWide) Forward<Simd512>(x, weights, bias, y, pool);
        else Forward<Simd256>(x, weights, bias, y, pool);
    }

    /// <summary>
    /// Computes the gradient of the weights and, unless <paramref name="dX"/> is null, that of the input, which has its
    /// shape already.
    /// </summary>
    public void Backward(Tensor x, Tensor dY, float* weights, Tensor? dX, float* dW, WorkerPool pool)
    {
        if (IsWide) Backward<Simd512>(x, dY, weights, dX, dW, pool);
        else Backward<Simd256>(x, dY, weights, dX, dW, pool);
    }

    private bool IsWide => Vector512.IsHardwareAccelerated && inputs % 16 == 0 && outputs % 16 == 0;

    private void Forward<T>(Tensor x, float* weights, float* bias, Tensor y, WorkerPool pool)
        where T : struct, ISimd<T>
    {
        var (rows, columns) = (inputs, outputs);
        var grid = new TileGrid(x.Shape, y.Shape, padding);
        int tiles = grid.PerImage * y.Shape.N, block = BlockOf(inputs + outputs);
        int vStride = (block * rows) + Skew, mStride = (block * columns) + Skew, uStride = (rows * columns) + Skew;
        using var packed = pool.Scratch.Rent(Positions * uStride);
        var u = packed.Data;
        pool.Run(rows, row => WinogradTransforms.Weights<T>(weights + ((long)row * columns), (nint)rows * columns, row, rows, columns, u, uStride));
        pool.Run((tiles + block - 1) / block, job =>
        {
            int first = job * block, count = Math.Min(block, tiles - first);
            using var scratch = pool.Scratch.Rent((Positions * (vStride + mStride)) + (2 * Math.Max(rows, columns)));
            float* v = scratch.Data, m = v + ((long)Positions * vStride), zeros = m + ((long)Positions * mStride), unwanted = zeros + Math.Max(rows, columns);
            new Span<float>(zeros, Math.Max(rows, columns)).Clear();
            var at = stackalloc float*[Positions];
            for (var i = 0; i < count; i++)
            {
                grid.InputPixels(x.Data, first + i, zeros, at);
                WinogradTransforms.Input<T>(at, v + ((long)i * rows), vStride, rows);
            }

            for (var p = 0; p < Positions; p++)
                GemmKernel.Multiply<T>(v + ((long)p * vStride), u + ((long)p * uStride), m + ((long)p * mStride), count, rows, columns);
            for (var i = 0; i < count; i++)
            {
                grid.OutputPixels(y.Data, first + i, unwanted, at);
                WinogradTransforms.Output<T>(m + ((long)i * columns), mStride, bias == null ? zeros : bias, at, columns);
            }
        });
    }

    private void Backward<T>(Tensor x, Tensor dY, float* weights, Tensor? dX, float* dW, WorkerPool pool)
        where T : struct, ISimd<T>
    {
        var (rows, columns) = (inputs, outputs);
        var n = x.Shape.N;
        var grid = new TileGrid(x.Shape, dY.Shape, padding);
        // Sums have room for the last, partly filled block of rows.
        var rowsWithRest = (rows + GemmKernel.RowBlock<T>() - 1) / GemmKernel.RowBlock<T>() * GemmKernel.RowBlock<T>();
        int slices = Math.Min(GradientSlices, n), sumStride = (rowsWithRest * columns) + Skew, uStride = (rows * columns) + Skew;
        using var turned = pool.Scratch.Rent(Positions * uStride);
        using var partial = pool.Scratch.Rent(slices * Positions * sumStride);
        float* u = turned.Data, sums = partial.Data;
        if (dX is not null) PackTurned<T>(weights, u, uStride, pool);
        pool.Run(slices, slice =>
        {
            int firstImage = slice * n / slices, images = ((slice + 1) * n / slices) - firstImage;
            if (dX is not null) dX.Span.Slice(firstImage * dX.Shape.ImageLength, images * dX.Shape.ImageLength).Clear();
            var sum = sums + ((long)slice * Positions * sumStride);
            Slice<T>(grid, x, dY, dX, u, uStride, sum, sumStride, firstImage * grid.PerImage, images * grid.PerImage, pool);
        });
        pool.Run(rows, row =>
        {
            using var scratch = pool.Scratch.Rent(Positions * columns);
            for (var p = 0; p < Positions; p++)
            {
                var total = new Span<float>(scratch.Data + ((long)p * columns), columns);
                var from = sums + ((long)p * sumStride) + ((long)row * columns);
                new ReadOnlySpan<float>(from, columns).CopyTo(total);
                for (var slice = 1; slice < slices; slice++)
                    System.Numerics.Tensors.TensorPrimitives.Add(total, new ReadOnlySpan<float>(from + ((long)slice * Positions * sumStride), columns), total);
            }

            WinogradTransforms.WeightGradient<T>(scratch.Data, columns, columns, dW + ((long)row * columns), (nint)rows * columns);
        });
    }

    // Tiles of a run of whole pictures, so that no other slice adds to the same pixels.
    private void Slice<T>(TileGrid grid, Tensor x, Tensor dY, Tensor? dX, float* u, int uStride, float* sum, int sumStride, int first, int tiles, WorkerPool pool)
        where T : struct, ISimd<T>
    {
        int block = BlockOf(inputs + outputs), vStride = (block * inputs) + Skew, eStride = (block * outputs) + Skew, most = Math.Max(inputs, outputs);
        using var scratch = pool.Scratch.Rent((Positions * (vStride + eStride)) + (2 * most));
        float* v = scratch.Data, e = v + ((long)Positions * vStride), zeros = e + ((long)Positions * eStride), unwanted = zeros + most;
        new Span<float>(zeros, 2 * most).Clear();
        var at = stackalloc float*[Positions];
        for (var start = 0; start < tiles; start += block)
        {
            var count = Math.Min(block, tiles - start);
            for (var i = 0; i < count; i++)
            {
                grid.InputPixels(x.Data, first + start + i, zeros, at);
                WinogradTransforms.Input<T>(at, v + ((long)i * inputs), vStride, inputs);
                grid.OutputPixels(dY.Data, first + start + i, zeros, at);
                WinogradTransforms.OutputGradient<T>(at, e + ((long)i * outputs), eStride, outputs);
            }

            for (var p = 0; p < Positions; p++)
            {
                float* input = v + ((long)p * vStride), gradient = e + ((long)p * eStride);
                GemmKernel.MultiplyTransposed<T>(input, gradient, sum + ((long)p * sumStride), inputs, count, outputs, accumulate: start > 0);
                // The transformed input is no longer needed: its gradient takes its place.
                if (dX is not null) GemmKernel.Multiply<T>(gradient, u + ((long)p * uStride), input, count, outputs, inputs);
            }

            if (dX is null) continue;
            for (var i = 0; i < count; i++)
            {
                grid.InputPixels(dX.Data, first + start + i, unwanted, at);
                WinogradTransforms.InputGradient<T>(v + ((long)i * inputs), vStride, at, inputs);
            }
        }
    }

    // The transposed weights, [3, 3, Out, In], transformed.
    private void PackTurned<T>(float* weights, float* u, int uStride, WorkerPool pool)
        where T : struct, ISimd<T>
    {
        var (rows, columns) = (inputs, outputs);
        pool.Run(columns, o =>
        {
            using var scratch = pool.Scratch.Rent(9 * rows);
            for (var i = 0; i < 9 * rows; i++) scratch.Data[i] = weights[((long)i * columns) + o];
            WinogradTransforms.Weights<T>(scratch.Data, rows, o, columns, rows, u, uStride);
        });
    }

    private static int BlockOf(int channels) => Math.Max(TileStep, BlockFloats / (Positions * channels) / TileStep * TileStep);
}
