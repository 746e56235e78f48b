using System.Runtime.CompilerServices;

namespace MoodDeck.Training.Kernels;

/// <summary>
/// The transforms of Winograd's minimal filtering F(4 x 4, 3 x 3) (Lavin and Gray 2016, section 4.3): 36 products instead of
/// 144 for a tile of 4 x 4 output pixels. <c>Y = A^T [(G w G^T) (B^T d B)] A</c>, and for the backward pass the adjoint of
/// each step. A transformed tile is 36 positions, each a row of channels, <c>stride</c> floats apart.
/// </summary>
internal static unsafe class WinogradTransforms
{
    /// <summary>Side of an output tile in pixels.</summary>
    public const int OutputSide = 4;

    /// <summary>Side of an input tile, and of a transformed one.</summary>
    public const int InputSide = 6;

    /// <summary>Positions of a transformed tile.</summary>
    public const int Positions = InputSide * InputSide;

    private const int ScratchFloats = (Positions + 1) * 16;

    /// <summary><c>B^T d B</c> of the 36 pixels at <paramref name="at"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Input<T>(float** at, float* to, nint stride, int channels)
        where T : struct, ISimd<T>
    {
        var w = T.Width;
        var space = stackalloc float[ScratchFloats];
        var t = Aligned(space);
        for (nint c = 0; c < channels; c += w)
        {
            for (var j = 0; j < 6; j++)
            {
                InputStep(
                    T.Load(at[j] + c), T.Load(at[6 + j] + c), T.Load(at[12 + j] + c), T.Load(at[18 + j] + c), T.Load(at[24 + j] + c),
                    T.Load(at[30 + j] + c), t + (j * w), 6 * w);
            }

            for (var i = 0; i < 6; i++)
            {
                var r = t + (6 * i * w);
                InputStep(
                    T.Load(r), T.Load(r + w), T.Load(r + (2 * w)), T.Load(r + (3 * w)), T.Load(r + (4 * w)), T.Load(r + (5 * w)),
                    to + (6 * i * stride) + c, stride);
            }
        }
    }

    /// <summary><c>A^T m A + bias</c> into the 16 pixels at <paramref name="at"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Output<T>(float* m, nint stride, float* bias, float** at, int channels)
        where T : struct, ISimd<T>
    {
        var w = T.Width;
        var space = stackalloc float[ScratchFloats];
        var t = Aligned(space);
        T two = T.Broadcast(2), four = T.Broadcast(4), eight = T.Broadcast(8);
        for (nint c = 0; c < channels; c += w)
        {
            for (var j = 0; j < 6; j++)
            {
                var v = m + (j * stride) + c;
                T m1 = T.Load(v + (6 * stride)), m2 = T.Load(v + (12 * stride)), m3 = T.Load(v + (18 * stride)), m4 = T.Load(v + (24 * stride));
                T s = T.Add(m1, m2), d = T.Sub(m1, m2), u = T.Add(m3, m4), e = T.Sub(m3, m4);
                T.Store(t + (j * w), T.Add(T.Add(T.Load(v), s), u));
                T.Store(t + ((6 + j) * w), T.Fma(two, e, d));
                T.Store(t + ((12 + j) * w), T.Fma(four, u, s));
                T.Store(t + ((18 + j) * w), T.Add(T.Fma(eight, e, d), T.Load(v + (30 * stride))));
            }

            var b = T.Load(bias + c);
            for (var i = 0; i < 4; i++)
            {
                var r = t + (6 * i * w);
                T m1 = T.Load(r + w), m2 = T.Load(r + (2 * w)), m3 = T.Load(r + (3 * w)), m4 = T.Load(r + (4 * w));
                T s = T.Add(T.Add(m1, m2), b), d = T.Add(T.Sub(m1, m2), b), u = T.Add(m3, m4), e = T.Sub(m3, m4);
                T.Store(at[4 * i] + c, T.Add(T.Add(T.Load(r), s), u));
                T.Store(at[(4 * i) + 1] + c, T.Fma(two, e, d));
                T.Store(at[(4 * i) + 2] + c, T.Fma(four, u, s));
                T.Store(at[(4 * i) + 3] + c, T.Add(T.Fma(eight, e, d), T.Load(r + (5 * w))));
            }
        }
    }

    /// <summary><c>A g A^T</c> of the 16 pixels of an output's gradient at <paramref name="at"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void OutputGradient<T>(float** at, float* to, nint stride, int channels)
        where T : struct, ISimd<T>
    {
        var w = T.Width;
        var space = stackalloc float[ScratchFloats];
        var t = Aligned(space);
        for (nint c = 0; c < channels; c += w)
        {
            for (var j = 0; j < 4; j++)
                GradientStep(T.Load(at[j] + c), T.Load(at[4 + j] + c), T.Load(at[8 + j] + c), T.Load(at[12 + j] + c), t + (j * w), 4 * w);
            for (var i = 0; i < 6; i++)
            {
                var r = t + (4 * i * w);
                GradientStep(T.Load(r), T.Load(r + w), T.Load(r + (2 * w)), T.Load(r + (3 * w)), to + (6 * i * stride) + c, stride);
            }
        }
    }

    /// <summary>Adds <c>B v B^T</c> to the 36 pixels of an input's gradient at <paramref name="at"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void InputGradient<T>(float* v, nint stride, float** at, int channels)
        where T : struct, ISimd<T>
    {
        var w = T.Width;
        var space = stackalloc float[ScratchFloats];
        var t = Aligned(space);
        for (nint c = 0; c < channels; c += w)
        {
            for (var j = 0; j < 6; j++)
            {
                var p = v + (j * stride) + c;
                AdjointStep(
                    T.Load(p), T.Load(p + (6 * stride)), T.Load(p + (12 * stride)), T.Load(p + (18 * stride)), T.Load(p + (24 * stride)),
                    T.Load(p + (30 * stride)), t + (j * w), 6 * w);
            }

            for (var i = 0; i < 6; i++)
            {
                var r = t + (6 * i * w);
                AdjointStep(
                    T.Load(r), T.Load(r + w), T.Load(r + (2 * w)), T.Load(r + (3 * w)), T.Load(r + (4 * w)), T.Load(r + (5 * w)), r, w);
                for (var j = 0; j < 6; j++)
                {
                    var p = at[(6 * i) + j] + c;
                    T.Store(p, T.Add(T.Load(p), T.Load(r + (j * w))));
                }
            }
        }
    }

    /// <summary>
    /// <c>G w G^T</c> of one row of weights: nine taps <paramref name="tapStride"/> floats apart, <paramref name="columns"/> each,
    /// into the row's place in the panels that <see cref="GemmKernel.Multiply"/> reads.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Weights<T>(float* weights, nint tapStride, int row, int rows, int columns, float* to, nint stride)
        where T : struct, ISimd<T>
    {
        var w = T.Width;
        var space = stackalloc float[ScratchFloats];
        var t = Aligned(space);
        for (var c = 0; c < columns; c += w)
        {
            int panel = c / (2 * w), width = (panel + 1) * 2 * w <= columns ? 2 * w : w;
            var target = to + ((long)panel * 2 * w * rows) + ((long)row * width) + (c % (2 * w));
            for (var j = 0; j < 3; j++)
            {
                var p = weights + (j * tapStride) + c;
                WeightStep(T.Load(p), T.Load(p + (3 * tapStride)), T.Load(p + (6 * tapStride)), t + (j * w), 3 * w);
            }

            for (var i = 0; i < 6; i++)
            {
                var r = t + (3 * i * w);
                WeightStep(T.Load(r), T.Load(r + w), T.Load(r + (2 * w)), target + (6 * i * stride), stride);
            }
        }
    }

    /// <summary><c>G^T u G</c> of one row: nine taps from the 36 positions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void WeightGradient<T>(float* u, nint stride, int columns, float* to, nint tapStride)
        where T : struct, ISimd<T>
    {
        var w = T.Width;
        var space = stackalloc float[ScratchFloats];
        var t = Aligned(space);
        for (nint c = 0; c < columns; c += w)
        {
            for (var j = 0; j < 6; j++)
            {
                var p = u + (j * stride) + c;
                WeightAdjointStep(
                    T.Load(p), T.Load(p + (6 * stride)), T.Load(p + (12 * stride)), T.Load(p + (18 * stride)), T.Load(p + (24 * stride)),
                    T.Load(p + (30 * stride)), t + (j * w), 6 * w);
            }

            for (var i = 0; i < 3; i++)
            {
                var r = t + (6 * i * w);
                WeightAdjointStep(
                    T.Load(r), T.Load(r + w), T.Load(r + (2 * w)), T.Load(r + (3 * w)), T.Load(r + (4 * w)), T.Load(r + (5 * w)),
                    to + (3 * i * tapStride) + c, tapStride);
            }
        }
    }

    private static float* Aligned(float* p) => (float*)(((nint)p + 63) & ~(nint)63);

    // B^T = [4 0 -5 0 1 0; 0 -4 -4 1 1 0; 0 4 -4 -1 1 0; 0 -2 -1 2 1 0; 0 2 -1 -2 1 0; 0 4 0 -5 0 1]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void InputStep<T>(T d0, T d1, T d2, T d3, T d4, T d5, float* to, nint step)
        where T : struct, ISimd<T>
    {
        T four = T.Broadcast(4), minusFour = T.Broadcast(-4), minusFive = T.Broadcast(-5);
        T a = T.Fma(minusFour, d2, d4), b = T.Fma(minusFour, d1, d3), e = T.Sub(d4, d2), f = T.Sub(d3, d1);
        f = T.Add(f, f);
        T.Store(to, T.Fma(four, d0, T.Fma(minusFive, d2, d4)));
        T.Store(to + step, T.Add(a, b));
        T.Store(to + (2 * step), T.Sub(a, b));
        T.Store(to + (3 * step), T.Add(e, f));
        T.Store(to + (4 * step), T.Sub(e, f));
        T.Store(to + (5 * step), T.Fma(four, d1, T.Fma(minusFive, d3, d5)));
    }

    // The columns of B^T.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AdjointStep<T>(T v0, T v1, T v2, T v3, T v4, T v5, float* to, nint step)
        where T : struct, ISimd<T>
    {
        T four = T.Broadcast(4), minusFour = T.Broadcast(-4), minusFive = T.Broadcast(-5), two = T.Broadcast(2), minusTwo = T.Broadcast(-2);
        T s = T.Add(v1, v2), d = T.Sub(v1, v2), u = T.Add(v3, v4), e = T.Sub(v3, v4);
        T.Store(to, T.Mul(four, v0));
        T.Store(to + step, T.Fma(minusFour, d, T.Fma(minusTwo, e, T.Mul(four, v5))));
        T.Store(to + (2 * step), T.Sub(T.Fma(minusFive, v0, T.Mul(minusFour, s)), u));
        T.Store(to + (3 * step), T.Add(d, T.Fma(two, e, T.Mul(minusFive, v5))));
        T.Store(to + (4 * step), T.Add(v0, T.Add(s, u)));
        T.Store(to + (5 * step), v5);
    }

    // The columns of A^T = [1 1 1 1 1 0; 0 1 -1 2 -2 0; 0 1 1 4 4 0; 0 1 -1 8 -8 1]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void GradientStep<T>(T g0, T g1, T g2, T g3, float* to, nint step)
        where T : struct, ISimd<T>
    {
        T s = T.Add(g0, g2), d = T.Add(g1, g3), u = T.Fma(T.Broadcast(4), g2, g0), e = T.Fma(T.Broadcast(8), g3, T.Add(g1, g1));
        T.Store(to, g0);
        T.Store(to + step, T.Add(s, d));
        T.Store(to + (2 * step), T.Sub(s, d));
        T.Store(to + (3 * step), T.Add(u, e));
        T.Store(to + (4 * step), T.Sub(u, e));
        T.Store(to + (5 * step), g3);
    }

    // G = [1/4 0 0; -1/6 -1/6 -1/6; -1/6 1/6 -1/6; 1/24 1/12 1/6; 1/24 -1/12 1/6; 0 0 1]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WeightStep<T>(T g0, T g1, T g2, float* to, nint step)
        where T : struct, ISimd<T>
    {
        T sixth = T.Broadcast(1f / 6), minusSixth = T.Broadcast(-1f / 6);
        T s = T.Mul(minusSixth, T.Add(g0, g2)), d = T.Mul(sixth, g1);
        T u = T.Fma(T.Broadcast(1f / 24), g0, T.Mul(sixth, g2)), e = T.Mul(T.Broadcast(1f / 12), g1);
        T.Store(to, T.Mul(T.Broadcast(0.25f), g0));
        T.Store(to + step, T.Sub(s, d));
        T.Store(to + (2 * step), T.Add(s, d));
        T.Store(to + (3 * step), T.Add(u, e));
        T.Store(to + (4 * step), T.Sub(u, e));
        T.Store(to + (5 * step), g2);
    }

    // The columns of G.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WeightAdjointStep<T>(T v0, T v1, T v2, T v3, T v4, T v5, float* to, nint step)
        where T : struct, ISimd<T>
    {
        T sixth = T.Broadcast(1f / 6), minusSixth = T.Broadcast(-1f / 6);
        T s = T.Mul(minusSixth, T.Add(v1, v2)), u = T.Add(v3, v4);
        T.Store(to, T.Fma(T.Broadcast(0.25f), v0, T.Fma(T.Broadcast(1f / 24), u, s)));
        T.Store(to + step, T.Fma(minusSixth, T.Sub(v1, v2), T.Mul(T.Broadcast(1f / 12), T.Sub(v3, v4))));
        T.Store(to + (2 * step), T.Add(T.Fma(sixth, u, s), v5));
    }
}
