using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MoodDeck.Training.Kernels;

/// <summary>A convolution of each channel by itself, <c>[N, H, W, C]</c>, one row of output pixels at a time.</summary>
/// <param name="Kernel">Side of the kernel.</param>
/// <param name="Stride">Step in pixels.</param>
/// <param name="Padding">Zero pixels on each side.</param>
/// <param name="InH">Input rows.</param>
/// <param name="InW">Input columns.</param>
/// <param name="OutW">Output columns.</param>
/// <param name="Channels">Channels.</param>
internal readonly record struct DepthwiseKernel(int Kernel, int Stride, int Padding, int InH, int InW, int OutW, int Channels)
{
    /// <summary>Computes output row <paramref name="oy"/> of one image from the image's first pixel.</summary>
    public unsafe void Forward(float* image, float* weights, float* output, int oy)
    {
        var c = 0;
        if (Vector512.IsHardwareAccelerated) c = Forward<Simd512>(image, weights, output, oy, c);
        c = Forward<Simd256>(image, weights, output, oy, c);
        Forward<SimdOne>(image, weights, output, oy, c);
    }

    /// <summary>Adds what output row <paramref name="oy"/> says to the gradients of the weights and, unless null, of the image.</summary>
    public unsafe void Backward(float* image, float* weights, float* gradient, float* dWeights, float* dImage, int oy)
    {
        var c = 0;
        if (Vector512.IsHardwareAccelerated) c = Backward<Simd512>(image, weights, gradient, dWeights, dImage, oy, c);
        c = Backward<Simd256>(image, weights, gradient, dWeights, dImage, oy, c);
        Backward<SimdOne>(image, weights, gradient, dWeights, dImage, oy, c);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe int Forward<T>(float* image, float* weights, float* output, int oy, int c)
        where T : struct, ISimd<T>
    {
        var top = (oy * Stride) - Padding;
        var (firstRow, lastRow) = (Math.Max(0, -top), Math.Min(Kernel, InH - top));
        for (; c + T.Width <= Channels; c += T.Width)
        {
            for (var ox = 0; ox < OutW; ox++)
            {
                var left = (ox * Stride) - Padding;
                var (first, last) = (Math.Max(0, -left), Math.Min(Kernel, InW - left));
                var sum = T.Zero;
                for (var i = firstRow; i < lastRow; i++)
                {
                    var x = image + (((((long)(top + i) * InW) + left + first) * Channels) + c);
                    var w = weights + ((((i * Kernel) + first) * Channels) + c);
                    for (var j = first; j < last; j++, x += Channels, w += Channels) sum = T.Fma(T.Load(x), T.Load(w), sum);
                }

                T.Store(output + ((long)ox * Channels) + c, sum);
            }
        }

        return c;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe int Backward<T>(float* image, float* weights, float* gradient, float* dWeights, float* dImage, int oy, int c)
        where T : struct, ISimd<T>
    {
        var top = (oy * Stride) - Padding;
        var (firstRow, lastRow) = (Math.Max(0, -top), Math.Min(Kernel, InH - top));
        for (; c + T.Width <= Channels; c += T.Width)
        {
            // A tap at a time, so that its sum stays in a register along the row.
            for (var i = firstRow; i < lastRow; i++)
            {
                for (var j = 0; j < Kernel; j++)
                {
                    // Output columns whose tap lies inside the picture.
                    var shift = j - Padding;
                    var first = shift < 0 ? (-shift + Stride - 1) / Stride : 0;
                    var last = InW - 1 - shift < 0 ? 0 : Math.Min(OutW, ((InW - 1 - shift) / Stride) + 1);
                    if (first >= last) continue;
                    var tap = (((long)i * Kernel) + j) * Channels + c;
                    var at = ((((long)(top + i) * InW) + ((long)first * Stride) + shift) * Channels) + c;
                    var g = gradient + ((long)first * Channels) + c;
                    T sum = T.Load(dWeights + tap), w = T.Load(weights + tap);
                    for (var ox = first; ox < last; ox++, at += (long)Stride * Channels, g += Channels)
                    {
                        var v = T.Load(g);
                        sum = T.Fma(v, T.Load(image + at), sum);
                        if (dImage != null) T.Store(dImage + at, T.Fma(v, w, T.Load(dImage + at)));
                    }

                    T.Store(dWeights + tap, sum);
                }
            }
        }

        return c;
    }
}
