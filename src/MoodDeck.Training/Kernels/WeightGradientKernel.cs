using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MoodDeck.Training.Kernels;

/// <summary>
/// The gradient of convolution weights: <c>dW[row, k, c] += sum over output pixels of x[pixel, row, k] * dY[pixel, c]</c>,
/// over the same padded input and runs as <see cref="ConvolutionTask"/>. <c>dW</c> is row-major
/// <c>[Rows * RunLength, OutC]</c>.
/// </summary>
internal static unsafe class WeightGradientKernel
{
    private const int DepthBlock = 6;
    private const int BandFloats = 6 * 1024; // input and gradient of a band of rows share the first-level cache

    /// <summary>Adds the gradients of <paramref name="images"/> images from <paramref name="first"/> on.</summary>
    public static void Run(in ConvolutionTask task, float* gradient, float* dW, int first, int images)
    {
        if (Vector512.IsHardwareAccelerated) Run<Simd512>(task, gradient, dW, first, images);
        else Run<Simd256>(task, gradient, dW, first, images);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<T>(in ConvolutionTask t, float* gradient, float* dW, int first, int images)
        where T : struct, ISimd<T>
    {
        var inputRow = (long)t.InW * t.InC;
        var perRow = (t.OutW * Math.Min(t.OutC, 2 * T.Width)) + (t.Stride * inputRow);
        var fitting = (int)Math.Max(1, BandFloats / perRow);
        var band = Math.Min(fitting, t.OutH);
        // Of pictures of few pixels several together, or the sums would go to memory and back for every one.
        var together = Math.Max(1, fitting / t.OutH);
        for (var image = first; image < first + images; image += together)
        {
            var count = Math.Min(together, first + images - image);
            for (var top = 0; top < t.OutH; top += band)
            {
                var x = t.Input + (((image * (long)t.InH) + ((long)top * t.Stride)) * inputRow);
                var dY = gradient + (((((long)image * t.OutH) + top) * t.OutW) * t.OutC);
                Band<T>(t, x, dY, dW, new(count, Math.Min(band, t.OutH - top), t.OutW, t.InH * inputRow, t.Stride * inputRow, (long)t.Stride * t.InC, t.OutC));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Band<T>(in ConvolutionTask t, float* x, float* dY, float* dW, in Walk walk)
        where T : struct, ISimd<T>
    {
        var vector = T.Width;
        for (var r = 0; r < t.Rows; r++, x += (long)t.InW * t.InC)
        {
            for (var k = 0; k < t.RunLength; k += DepthBlock)
            {
                var n = Math.Min(DepthBlock, t.RunLength - k);
                var target = dW + (((long)r * t.RunLength) + k) * t.OutC;
                var c = 0;
                for (; c + (2 * vector) <= t.OutC; c += 2 * vector) Block<T>(x + k, dY + c, target + c, n, walk);
                if (c + vector <= t.OutC)
                {
                    SingleBlock<T>(x + k, dY + c, target + c, t.OutC, n, walk);
                    c += vector;
                }

                for (; c + Simd256.Width <= t.OutC; c += Simd256.Width) SingleBlock<Simd256>(x + k, dY + c, target + c, t.OutC, n, walk);
                if (c < t.OutC) LastBlock(x + k, dY + c, target + c, t.OutC - c, n, walk);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block<T>(float* x, float* dY, float* dW, int n, in Walk walk)
        where T : struct, ISimd<T>
    {
        var w = T.Width;
        var (outputs, columns, xStep) = (walk.Outputs, walk.Columns, walk.Column);
        T s00 = T.Zero, s01 = s00, s10 = s00, s11 = s00, s20 = s00, s21 = s00, s30 = s00, s31 = s00, s40 = s00, s41 = s00, s50 = s00, s51 = s00;
        for (var image = 0; image < walk.Images; image++, x += walk.Image)
        {
            var line = x;
            for (var i = 0; i < walk.Rows; i++, line += walk.Row)
            {
                var a = line;
                for (var j = 0; j < columns; j++, a += xStep, dY += outputs)
                {
                    T b0 = T.Load(dY), b1 = T.Load(dY + w);
                    var v = T.Broadcast(a[0]);
                    s00 = T.Fma(v, b0, s00);
                    s01 = T.Fma(v, b1, s01);
                    v = T.Broadcast(a[1]);
                    s10 = T.Fma(v, b0, s10);
                    s11 = T.Fma(v, b1, s11);
                    v = T.Broadcast(a[2]);
                    s20 = T.Fma(v, b0, s20);
                    s21 = T.Fma(v, b1, s21);
                    v = T.Broadcast(a[3]);
                    s30 = T.Fma(v, b0, s30);
                    s31 = T.Fma(v, b1, s31);
                    v = T.Broadcast(a[4]);
                    s40 = T.Fma(v, b0, s40);
                    s41 = T.Fma(v, b1, s41);
                    v = T.Broadcast(a[5]);
                    s50 = T.Fma(v, b0, s50);
                    s51 = T.Fma(v, b1, s51);
                }
            }
        }

        Accumulate(dW, s00, s01, n > 0);
        Accumulate(dW + outputs, s10, s11, n > 1);
        Accumulate(dW + (2L * outputs), s20, s21, n > 2);
        Accumulate(dW + (3L * outputs), s30, s31, n > 3);
        Accumulate(dW + (4L * outputs), s40, s41, n > 4);
        Accumulate(dW + (5L * outputs), s50, s51, n > 5);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Accumulate<T>(float* target, T s0, T s1, bool wanted)
        where T : struct, ISimd<T>
    {
        if (!wanted) return;
        T.Store(target, T.Add(T.Load(target), s0));
        T.Store(target + T.Width, T.Add(T.Load(target + T.Width), s1));
    }

    // Output channels that fill one register.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SingleBlock<T>(float* x, float* dY, float* dW, int targetRow, int n, in Walk walk)
        where T : struct, ISimd<T>
    {
        var (outputs, columns, xStep) = (walk.Outputs, walk.Columns, walk.Column);
        T s0 = T.Zero, s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0;
        for (var image = 0; image < walk.Images; image++, x += walk.Image)
        {
            var line = x;
            for (var i = 0; i < walk.Rows; i++, line += walk.Row)
            {
                var a = line;
                for (var j = 0; j < columns; j++, a += xStep, dY += outputs)
                {
                    var b = T.Load(dY);
                    s0 = T.Fma(T.Broadcast(a[0]), b, s0);
                    s1 = T.Fma(T.Broadcast(a[1]), b, s1);
                    s2 = T.Fma(T.Broadcast(a[2]), b, s2);
                    s3 = T.Fma(T.Broadcast(a[3]), b, s3);
                    s4 = T.Fma(T.Broadcast(a[4]), b, s4);
                    s5 = T.Fma(T.Broadcast(a[5]), b, s5);
                }
            }
        }

        Accumulate(dW, s0, n > 0);
        Accumulate(dW + targetRow, s1, n > 1);
        Accumulate(dW + (2L * targetRow), s2, n > 2);
        Accumulate(dW + (3L * targetRow), s3, n > 3);
        Accumulate(dW + (4L * targetRow), s4, n > 4);
        Accumulate(dW + (5L * targetRow), s5, n > 5);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Accumulate<T>(float* target, T sum, bool wanted)
        where T : struct, ISimd<T>
    {
        if (wanted) T.Store(target, T.Add(T.Load(target), sum));
    }

    // The last output channels, too few for a register: it reads on into the next pixel and what comes of that is left out.
    private static void LastBlock(float* x, float* dY, float* dW, int outputs, int n, in Walk walk)
    {
        var spill = stackalloc float[DepthBlock * 8];
        new Span<float>(spill, DepthBlock * Simd256.Width).Clear();
        SingleBlock<Simd256>(x, dY, spill, Simd256.Width, n, walk);
        for (var k = 0; k < n; k++)
        {
            for (var c = 0; c < outputs; c++) dW[((long)k * walk.Outputs) + c] += spill[(k * Simd256.Width) + c];
        }
    }

    /// <summary>The output pixels of a band: images, rows and columns of them, the steps between their inputs, and their channels.</summary>
    private readonly record struct Walk(int Images, int Rows, int Columns, long Image, long Row, long Column, int Outputs);
}
