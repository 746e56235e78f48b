using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MoodDeck.Training.Kernels;

/// <summary>Sweeps over <c>[pixels, channels]</c> with one factor per channel.</summary>
internal static unsafe class ChannelKernels
{
    private const int SumBlock = 128; // pixels summed in float before the sum goes to double

    /// <summary><c>y = x * scale[c] + shift[c]</c>, then ReLU where asked.</summary>
    public static void ScaleShift(float* x, float* y, float* scale, float* shift, int pixels, int channels, bool relu)
    {
        if (Vector512.IsHardwareAccelerated && channels % 16 == 0) ScaleShift<Simd512>(x, y, scale, shift, pixels, channels, relu);
        else ScaleShift<Simd256>(x, y, scale, shift, pixels, channels, relu);
    }

    /// <summary>Sums and sums of squares per channel: <c>sums[0..C)</c> and <c>sums[C..2C)</c>.</summary>
    public static void Moments(float* x, double* sums, int pixels, int channels)
    {
        if (Vector512.IsHardwareAccelerated && channels % 16 == 0) Moments<Simd512>(x, sums, pixels, channels);
        else Moments<Simd256>(x, sums, pixels, channels);
    }

    /// <summary>
    /// With <c>g = dy</c> where <c>x * relu[c] + relu[C + c]</c>, the forward pass's <see cref="ScaleShift"/>, is positive
    /// (everywhere if <paramref name="relu"/> is null) and <c>xhat = (x - mean) inverse</c>: sums of <c>g</c> and of
    /// <c>g xhat</c> per channel. To compute that again is quicker than to read it.
    /// </summary>
    public static void GradientSums(float* dy, float* relu, float* x, float* mean, float* inverse, double* sums, int pixels, int channels)
    {
        if (Vector512.IsHardwareAccelerated && channels % 16 == 0) GradientSums<Simd512>(dy, relu, x, mean, inverse, sums, pixels, channels);
        else GradientSums<Simd256>(dy, relu, x, mean, inverse, sums, pixels, channels);
    }

    /// <summary><c>dx = f[c] g + f[C + c] x + f[2C + c]</c>, g as in <see cref="GradientSums"/>.</summary>
    public static void Combine(float* dy, float* relu, float* x, float* dx, float* factors, int pixels, int channels)
    {
        if (Vector512.IsHardwareAccelerated && channels % 16 == 0) Combine<Simd512>(dy, relu, x, dx, factors, pixels, channels);
        else Combine<Simd256>(dy, relu, x, dx, factors, pixels, channels);
    }

    /// <summary><c>dx = dy</c> where <paramref name="y"/> is positive, else 0: the gradient of ReLU.</summary>
    public static void KeepWherePositive(ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx)
    {
        var (i, width) = (0, Vector256<float>.Count);
        for (; i + width <= dx.Length; i += width)
            (Vector256.GreaterThan(Vector256.Create(y[i..]), Vector256<float>.Zero) & Vector256.Create(dy[i..])).CopyTo(dx[i..]);
        for (; i < dx.Length; i++) dx[i] = y[i] > 0 ? dy[i] : 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ScaleShift<T>(float* x, float* y, float* scale, float* shift, int pixels, int channels, bool relu)
        where T : struct, ISimd<T>
    {
        var floor = relu ? T.Zero : T.Broadcast(float.NegativeInfinity);
        for (var p = 0; p < pixels; p++, x += channels, y += channels)
        {
            var c = 0;
            for (; c + T.Width <= channels; c += T.Width)
                T.Store(y + c, T.Max(floor, T.Fma(T.Load(x + c), T.Load(scale + c), T.Load(shift + c))));
            for (; c < channels; c++)
            {
                var v = (x[c] * scale[c]) + shift[c];
                y[c] = relu && v < 0 ? 0 : v;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Moments<T>(float* x, double* sums, int pixels, int channels)
        where T : struct, ISimd<T>
    {
        new Span<double>(sums, 2 * channels).Clear();
        var part = stackalloc float[2 * T.Width];
        for (var start = 0; start < pixels; start += SumBlock)
        {
            var n = Math.Min(SumBlock, pixels - start);
            var block = x + ((long)start * channels);
            var c = 0;
            for (; c + T.Width <= channels; c += T.Width)
            {
                T s = T.Zero, q = T.Zero;
                var v = block + c;
                for (var p = 0; p < n; p++, v += channels)
                {
                    var value = T.Load(v);
                    s = T.Add(s, value);
                    q = T.Fma(value, value, q);
                }

                T.Store(part, s);
                T.Store(part + T.Width, q);
                for (var i = 0; i < T.Width; i++)
                {
                    sums[c + i] += part[i];
                    sums[channels + c + i] += part[T.Width + i];
                }
            }

            for (; c < channels; c++)
            {
                for (var p = 0; p < n; p++)
                {
                    double value = block[((long)p * channels) + c];
                    sums[c] += value;
                    sums[channels + c] += value * value;
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void GradientSums<T>(float* dy, float* relu, float* x, float* mean, float* inverse, double* sums, int pixels, int channels)
        where T : struct, ISimd<T>
    {
        new Span<double>(sums, 2 * channels).Clear();
        var part = stackalloc float[2 * T.Width];
        for (var start = 0; start < pixels; start += SumBlock)
        {
            var n = Math.Min(SumBlock, pixels - start);
            var offset = (long)start * channels;
            var c = 0;
            for (; c + T.Width <= channels; c += T.Width)
            {
                T s = T.Zero, q = T.Zero, m = T.Load(mean + c), r = T.Load(inverse + c);
                T scale = relu == null ? s : T.Load(relu + c), shift = relu == null ? s : T.Load(relu + channels + c);
                var at = offset + c;
                for (var p = 0; p < n; p++, at += channels)
                {
                    T g = T.Load(dy + at), value = T.Load(x + at);
                    if (relu != null) g = T.KeepWherePositive(T.Fma(value, scale, shift), g);
                    s = T.Add(s, g);
                    q = T.Fma(g, T.Mul(T.Sub(value, m), r), q);
                }

                T.Store(part, s);
                T.Store(part + T.Width, q);
                for (var i = 0; i < T.Width; i++)
                {
                    sums[c + i] += part[i];
                    sums[channels + c + i] += part[T.Width + i];
                }
            }

            for (; c < channels; c++)
            {
                for (var p = 0; p < n; p++)
                {
                    var at = offset + ((long)p * channels) + c;
                    double g = relu == null || (x[at] * relu[c]) + relu[channels + c] > 0 ? dy[at] : 0;
                    sums[c] += g;
                    sums[channels + c] += g * (x[at] - mean[c]) * inverse[c];
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Combine<T>(float* dy, float* relu, float* x, float* dx, float* f, int pixels, int channels)
        where T : struct, ISimd<T>
    {
        for (var p = 0; p < pixels; p++)
        {
            var at = (long)p * channels;
            var c = 0;
            for (; c + T.Width <= channels; c += T.Width)
            {
                T g = T.Load(dy + at + c), value = T.Load(x + at + c);
                if (relu != null) g = T.KeepWherePositive(T.Fma(value, T.Load(relu + c), T.Load(relu + channels + c)), g);
                var rest = T.Fma(value, T.Load(f + channels + c), T.Load(f + (2 * channels) + c));
                T.Store(dx + at + c, T.Fma(g, T.Load(f + c), rest));
            }

            for (; c < channels; c++)
            {
                var g = relu == null || (x[at + c] * relu[c]) + relu[channels + c] > 0 ? dy[at + c] : 0;
                dx[at + c] = (f[c] * g) + (f[channels + c] * x[at + c]) + f[(2 * channels) + c];
            }
        }
    }
}
