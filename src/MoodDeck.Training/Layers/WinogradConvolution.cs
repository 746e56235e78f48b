using System.Runtime.CompilerServices;
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

    private readonly int _inputs = inputs;
    private readonly int _outputs = outputs;

    /// <summary>
    /// Whether this is the fastest way for an output shape: channels fill registers, tiles do not mostly hang over the
    /// border, and the 36 transformed weights are not more work than the pictures.
    /// </summary>
    public bool Suits(Shape output)
    {
        int tileRows = (output.H + 3) / 4, tileColumns = (output.W + 3) / 4;
        return _inputs % 8 == 0 && _outputs % 8 == 0 && Math.Min(_inputs, _outputs) >= 16 && _inputs * _outputs <= 256 * 256
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

    private bool IsWide => Vector512.IsHardwareAccelerated && _inputs % 16 == 0 && _outputs % 16 == 0;

    private void Forward<T>(Tensor x, float* weights, float* bias, Tensor y, WorkerPool pool)
        where T : struct, ISimd<T>
    {
        var (rows, columns) = (_inputs, _outputs);
        var grid = new TileGrid(x.Shape, y.Shape, padding);
        int tiles = grid.PerImage * y.Shape.N, block = BlockOf(_inputs + _outputs);
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
        var (rows, columns) = (_inputs, _outputs);
        var n = x.Shape.N;
        var grid = new TileGrid(x.Shape, dY.Shape, padding);
        // Sums have room for the last, partly filled block of rows.
        var rowsWithRest = (rows + GemmKernel.RowBlock<T>() - 1) / GemmKernel.RowBlock<T>() * GemmKernel.RowBlock<T>();
        int sumStride = (rowsWithRest * columns) + Skew, uStride = (rows * columns) + Skew, tiles = n * grid.PerImage;
        // Where there are far fewer tiles than weights, sums of slices would cost more than to hold all tiles at once.
        var atOnce = 2L * tiles * (rows + columns) <= rows * columns;
        var slices = atOnce ? 1 : Math.Min(GradientSlices, n);
        using var turned = pool.Scratch.Rent(Positions * uStride);
        using var partial = pool.Scratch.Rent(slices * Positions * sumStride);
        float* u = turned.Data, sums = partial.Data;
        if (dX is not null) PackTurned<T>(weights, u, uStride, pool);
        Work<T> work = new(this, grid, x, dY, dX, u, uStride, sumStride);
        if (atOnce)
        {
            work.RunAtOnce(sums, tiles, pool);
        }
        else
        {
            pool.Run(slices, slice =>
            {
                int first = slice * n / slices * grid.PerImage, last = (slice + 1) * n / slices * grid.PerImage;
                work.RunSlice(sums + ((long)slice * Positions * sumStride), first, last, pool);
            });
        }

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

    // The transposed weights, [3, 3, Out, In], transformed.
    private void PackTurned<T>(float* weights, float* u, int uStride, WorkerPool pool)
        where T : struct, ISimd<T>
    {
        var (rows, columns) = (_inputs, _outputs);
        pool.Run(columns, o =>
        {
            using var scratch = pool.Scratch.Rent(9 * rows);
            for (var i = 0; i < 9 * rows; i++) scratch.Data[i] = weights[((long)i * columns) + o];
            WinogradTransforms.Weights<T>(scratch.Data, rows, o, columns, rows, u, uStride);
        });
    }

    private static int BlockOf(int channels) => Math.Max(TileStep, BlockFloats / (Positions * channels) / TileStep * TileStep);

    // The backward pass over tiles: what it reads, and the three steps it consists of.
    private sealed class Work<T>(WinogradConvolution layer, TileGrid grid, Tensor x, Tensor dY, Tensor? dX, float* turned, int turnedStride, int sumStride)
        where T : struct, ISimd<T>
    {
        private readonly int _rows = layer._inputs;
        private readonly int _columns = layer._outputs;
        private readonly int _most = Math.Max(layer._inputs, layer._outputs);

        // Tiles of a run of whole pictures, so that no other slice adds to the same pixels.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void RunSlice(float* sums, int first, int last, WorkerPool pool)
        {
            var block = BlockOf(_rows + _columns);
            using var scratch = pool.Scratch.Rent(Floats(block));
            var t = Divide(scratch.Data, block);
            for (var image = first / grid.PerImage; image < last / grid.PerImage; image++) ClearImage(image);
            for (var start = first; start < last; start += block)
            {
                var count = Math.Min(block, last - start);
                Transform(t, start, 0, count);
                for (var p = 0; p < Positions; p++) Multiply(t, p, count, sums, accumulate: start > first);
                HandBack(t, start, 0, count);
            }
        }

        // All tiles together, a step after the other on all threads.
        public void RunAtOnce(float* sums, int tiles, WorkerPool pool)
        {
            var block = (tiles + TileStep - 1) / TileStep * TileStep;
            using var scratch = pool.Scratch.Rent(Floats(block));
            var t = Divide(scratch.Data, block);
            pool.Run(tiles / grid.PerImage, image => Transform(t, image * grid.PerImage, image * grid.PerImage, grid.PerImage));
            pool.Run(Positions, p => Multiply(t, p, tiles, sums, accumulate: false));
            pool.Run(tiles / grid.PerImage, image =>
            {
                ClearImage(image);
                HandBack(t, image * grid.PerImage, image * grid.PerImage, grid.PerImage);
            });
        }

        private int Floats(int block) => (Positions * ((block * (_rows + _columns)) + (2 * Skew))) + (2 * _most);

        private Tiles Divide(float* data, int block)
        {
            int vStride = (block * _rows) + Skew, eStride = (block * _columns) + Skew;
            var e = data + ((long)Positions * vStride);
            var beyond = e + ((long)Positions * eStride);
            new Span<float>(beyond, 2 * _most).Clear();
            return new() { V = data, VStride = vStride, E = e, EStride = eStride, Zeros = beyond, Unwanted = beyond + _most };
        }

        private void ClearImage(int image) => dX?.Span.Slice(image * dX.Shape.ImageLength, dX.Shape.ImageLength).Clear();

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Transform(in Tiles t, int first, int place, int count)
        {
            var at = stackalloc float*[Positions];
            for (var i = 0; i < count; i++)
            {
                grid.InputPixels(x.Data, first + i, t.Zeros, at);
                WinogradTransforms.Input<T>(at, t.V + ((long)(place + i) * _rows), t.VStride, _rows);
                grid.OutputPixels(dY.Data, first + i, t.Zeros, at);
                WinogradTransforms.OutputGradient<T>(at, t.E + ((long)(place + i) * _columns), t.EStride, _columns);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Multiply(in Tiles t, int position, int count, float* sums, bool accumulate)
        {
            float* input = t.V + ((long)position * t.VStride), gradient = t.E + ((long)position * t.EStride);
            GemmKernel.MultiplyTransposed<T>(input, gradient, sums + ((long)position * sumStride), _rows, count, _columns, accumulate);
            // The transformed input is no longer needed: its gradient takes its place.
            if (dX is not null) GemmKernel.Multiply<T>(gradient, turned + ((long)position * turnedStride), input, count, _columns, _rows);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void HandBack(in Tiles t, int first, int place, int count)
        {
            if (dX is null) return;
            var at = stackalloc float*[Positions];
            for (var i = 0; i < count; i++)
            {
                grid.InputPixels(dX.Data, first + i, t.Unwanted, at);
                WinogradTransforms.InputGradient<T>(t.V + ((long)(place + i) * _rows), t.VStride, at, _rows);
            }
        }
    }

    // Transformed tiles of the input (V) and of the output's gradient (E), and addresses for pixels beyond the border.
    private struct Tiles
    {
        public float* V, E, Zeros, Unwanted;
        public int VStride, EStride;
    }
}
