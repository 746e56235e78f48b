using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MoodDeck.Training.Kernels;

/// <summary>
/// The gradient of convolution weights: <c>dW[row, k, c] += sum over output pixels of x[pixel, row, k] * dY[pixel, c]</c>, for
/// one image, over the same padded input and runs as <see cref="ConvolutionTask"/>. <c>dW</c> is row-major
/// <c>[Rows * RunLength, OutC]</c>.
/// </summary>
internal static unsafe class WeightGradientKernel
{
    private const int DepthBlock = 6;
    private const int BandFloats = 6 * 1024; // input and gradient of a band of rows share the first-level cache

    public static void Run(in ConvolutionTask task, float* gradient, float* dW, int image)
    {
        if (Vector512.IsHardwareAccelerated) Run<Simd512>(task, gradient, dW, image);
        else Run<Simd256>(task, gradient, dW, image);
    }

    private static void Run<T>(in ConvolutionTask t, float* gradient, float* dW, int image)
        where T : struct, ISimd<T>
    {
        var inputRow = (long)t.InW * t.InC;
        var input = t.Input + (image * t.InH * inputRow);
        var dY = gradient + ((long)image * t.OutH * t.OutW * t.OutC);
        var perRow = (t.OutW * Math.Min(t.OutC, 2 * T.Width)) + (t.Stride * inputRow);
        var band = (int)Math.Clamp(BandFloats / perRow, 1, t.OutH);
        var vector = T.Width;
        for (var top = 0; top < t.OutH; top += band)
        {
            var rows = Math.Min(band, t.OutH - top);
            for (var r = 0; r < t.Rows; r++)
            {
                var x = input + (((long)top * t.Stride) + r) * inputRow;
                var dYBand = dY + ((long)top * t.OutW * t.OutC);
                for (var k = 0; k < t.RunLength; k += DepthBlock)
                {
                    var n = Math.Min(DepthBlock, t.RunLength - k);
                    var target = dW + (((long)r * t.RunLength) + k) * t.OutC;
                    var c = 0;
                    for (; c + (2 * vector) <= t.OutC; c += 2 * vector)
                        Block<T>(x + k, dYBand + c, target + c, n, rows, t.OutW, t.Stride * inputRow, t.Stride * t.InC, t.OutC);
                    if (c + vector <= t.OutC)
                    {
                        SingleBlock<T>(x + k, dYBand + c, target + c, n, rows, t.OutW, t.Stride * inputRow, t.Stride * t.InC, t.OutC);
                        c += vector;
                    }

                    if (c + Simd256.Width <= t.OutC)
                    {
                        SingleBlock<Simd256>(x + k, dYBand + c, target + c, n, rows, t.OutW, t.Stride * inputRow, t.Stride * t.InC, t.OutC);
                        c += Simd256.Width;
                    }

                    for (; c < t.OutC; c++)
                        Column(x + k, dYBand + c, target + c, n, rows, t.OutW, t.Stride * inputRow, t.Stride * t.InC, t.OutC);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block<T>(float* x, float* dY, float* dW, int n, int rows, int columns, long xRow, long xStep, int outputs)
        where T : struct, ISimd<T>
    {
        var w = T.Width;
        T s00 = T.Zero, s01 = s00, s10 = s00, s11 = s00, s20 = s00, s21 = s00, s30 = s00, s31 = s00, s40 = s00, s41 = s00, s50 = s00, s51 = s00;
        for (var i = 0; i < rows; i++, x += xRow)
        {
            var a = x;
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
    private static void SingleBlock<T>(float* x, float* dY, float* dW, int n, int rows, int columns, long xRow, long xStep, int outputs)
        where T : struct, ISimd<T>
    {
        T s0 = T.Zero, s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0;
        for (var i = 0; i < rows; i++, x += xRow)
        {
            var a = x;
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

        Accumulate(dW, s0, n > 0);
        Accumulate(dW + outputs, s1, n > 1);
        Accumulate(dW + (2L * outputs), s2, n > 2);
        Accumulate(dW + (3L * outputs), s3, n > 3);
        Accumulate(dW + (4L * outputs), s4, n > 4);
        Accumulate(dW + (5L * outputs), s5, n > 5);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Accumulate<T>(float* target, T sum, bool wanted)
        where T : struct, ISimd<T>
    {
        if (wanted) T.Store(target, T.Add(T.Load(target), sum));
    }

    // The few output channels that do not fill a register: the heads of a network.
    private static void Column(float* x, float* dY, float* dW, int n, int rows, int columns, long xRow, long xStep, int outputs)
    {
        var sums = stackalloc float[DepthBlock];
        new Span<float>(sums, DepthBlock).Clear();
        for (var i = 0; i < rows; i++, x += xRow)
        {
            var a = x;
            for (var j = 0; j < columns; j++, a += xStep, dY += outputs)
            {
                var g = *dY;
                for (var k = 0; k < n; k++) sums[k] += a[k] * g;
            }
        }

        for (var k = 0; k < n; k++) dW[(long)k * outputs] += sums[k];
    }
}
