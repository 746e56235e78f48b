using MoodDeck.Training.Kernels;
using MoodDeck.Training.Layers;
using MoodDeck.Training.Tensors;

namespace MoodDeck.Training.Tests.Layers;

/// <summary>The fast ways of a convolution against its definition, and the same result whatever the number of threads.</summary>
public sealed class ConvolutionTests
{
    [Theory]
    [InlineData(12, 12, 32, 64, 1)] // tiles of four by four fill the picture
    [InlineData(7, 10, 24, 16, 1)] // tiles hang over the border, 256-bit registers
    [InlineData(9, 8, 48, 32, 0)] // no padding
    [InlineData(4, 4, 128, 96, 1)] // far fewer tiles than weights
    [InlineData(3, 3, 64, 32, 1)] // one tile that hangs over
    [InlineData(3, 11, 16, 40, 1)] // a strip
    [InlineData(5, 13, 56, 24, 0)] // three rows left
    [InlineData(8, 7, 16, 16, 2)] // more padding than the kernel's half
    [InlineData(6, 6, 16, 20, 1)] // plain: channels fill no register
    [InlineData(5, 5, 64, 32, 1)] // plain: tiles would mostly hang over
    [InlineData(2, 2, 64, 32, 1)] // plain, few pixels
    [InlineData(1, 1, 32, 48, 1)] // plain, one pixel
    [InlineData(3, 3, 16, 24, 0)] // plain, one pixel comes out
    public void Conv2d_ThreeByThree_EqualsItsDefinition(int height, int width, int inputs, int outputs, int padding)
    {
        var layer = new Conv2d(inputs, outputs, 3, padding: padding, bias: true, seed: 3);
        Initialise.Normal(layer.Bias!.Value.Span, 1, 8);
        var x = Random(new(5, height, width, inputs), 1);
        using var pool = new WorkerPool(2);

        var y = layer.Forward([x], new Pass(pool, IsTraining: true));
        var dY = Random(y.Shape, 2);
        var dX = layer.Backward(dY, [true], new Pass(pool, IsTraining: true))[0]!;

        var expected = Definition(layer, x, dY);
        AssertClose(expected.Y, y.Span, "output");
        AssertClose(expected.DX, dX.Span, "gradient of the input");
        AssertClose(expected.DW, layer.Weight.Gradient!.Span, "gradient of the weights");
    }

    [Theory]
    [InlineData(1e4, 0)]
    [InlineData(1, 100)]
    [InlineData(1e-4, 0)]
    public void Conv2d_LargeSmallOrShiftedNumbers_AreAsNearAsTheirSizeAllows(float scale, float shift)
    {
        var layer = new Conv2d(64, 32, 3, bias: true, seed: 3);
        var x = Random(new(2, 12, 9, 64), 1);
        for (var i = 0; i < x.Length; i++) x.Span[i] = (x.Span[i] * scale) + shift;
        using var pool = new WorkerPool(2);

        var y = layer.Forward([x], new Pass(pool, IsTraining: true));

        // Measured by what a sum's parts come to: that is what single precision rounds.
        var parts = Math.Sqrt(9 * 64) * x.Span.ToArray().Max(Math.Abs) * layer.Weight.Value.Span.ToArray().Max(Math.Abs);
        var (expected, _, _) = Definition(layer, x, y);
        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], y.Span[i], 5e-6 * parts);
    }

    [Theory]
    [InlineData(13, 32, 48, 3, 1)]
    [InlineData(9, 20, 12, 5, 2)]
    [InlineData(4, 64, 32, 3, 1)]
    [InlineData(4, 128, 96, 3, 1)]
    public void Conv2d_AnyNumberOfThreads_GivesTheSameBits(int side, int inputs, int outputs, int kernel, int stride)
    {
        var one = Run(1);

        foreach (var threads in (int[])[2, 3, 8]) Assert.True(one.AsSpan().SequenceEqual(Run(threads)), $"{threads} threads");

        float[] Run(int threads)
        {
            var layer = new Conv2d(inputs, outputs, kernel, stride, seed: 3);
            using var pool = new WorkerPool(threads);
            var y = layer.Forward([Random(new(7, side, side, inputs), 1)], new Pass(pool, IsTraining: true));
            var dX = layer.Backward(Random(y.Shape, 2), [true], new Pass(pool, IsTraining: true))[0]!;
            return [.. y.Span, .. dX.Span, .. layer.Weight.Gradient!.Span];
        }
    }

    private static Tensor Random(Shape shape, ulong seed)
    {
        var tensor = new Tensor(shape);
        Initialise.Normal(tensor.Span, 1, seed);
        return tensor;
    }

    private static (double[] Y, double[] DX, double[] DW) Definition(Conv2d layer, Tensor x, Tensor dY)
    {
        Shape s = x.Shape, o = dY.Shape;
        var (y, dX, dW) = (new double[o.Length], new double[s.Length], new double[layer.Weight.Value.Length]);
        for (var i = 0; i < o.Length; i++)
        {
            int c = i % o.C, ox = i / o.C % o.W, oy = i / o.C / o.W % o.H, n = i / o.ImageLength;
            y[i] = layer.Bias!.Value.Span[c];
            for (var tap = 0; tap < 9; tap++)
            {
                int iy = oy + (tap / 3) - layer.Padding, ix = ox + (tap % 3) - layer.Padding;
                if (iy < 0 || iy >= s.H || ix < 0 || ix >= s.W) continue;
                for (var k = 0; k < s.C; k++)
                {
                    int from = ((((n * s.H) + iy) * s.W) + ix) * s.C + k, weight = (((tap * s.C) + k) * o.C) + c;
                    y[i] += (double)x.Span[from] * layer.Weight.Value.Span[weight];
                    dX[from] += (double)dY.Span[i] * layer.Weight.Value.Span[weight];
                    dW[weight] += (double)dY.Span[i] * x.Span[from];
                }
            }
        }

        return (y, dX, dW);
    }

    private static void AssertClose(double[] expected, ReadOnlySpan<float> actual, string what)
    {
        // Rounding of single precision, measured by the largest number; Winograd's transforms cost about one digit of seven.
        var allowed = 2e-5 * expected.Max(Math.Abs);
        for (var i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= allowed, $"{what}[{i}]: {actual[i]} instead of {expected[i]}, allowed {allowed}");
    }
}
