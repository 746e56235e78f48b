using System.Runtime.CompilerServices;

namespace MoodDeck.Training.Kernels;

/// <summary>
/// Products of small row-major matrices that are already in the cache, a few rows by two registers at a time. Rows are
/// computed in blocks of <see cref="RowBlock{T}"/>: all matrices must have room for the last block.
/// </summary>
internal static unsafe class GemmKernel
{
    /// <summary>Rows computed at a time: 8 where there are 32 registers, else 6 of 16.</summary>
    public static int RowBlock<T>()
        where T : struct, ISimd<T> => T.Width == 16 ? 8 : 6;

    /// <summary>
    /// <c>c = a b</c>; <paramref name="b"/> is packed in panels of two registers (the last of one where
    /// <paramref name="columns"/> ask for it), each <c>[depth, panel]</c>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply<T>(float* a, float* b, float* c, int rows, int depth, int columns)
        where T : struct, ISimd<T>
    {
        var w = T.Width;
        for (var first = 0; first < columns; first += 2 * w)
        {
            var pair = first + (2 * w) <= columns;
            for (var row = 0; row < rows; row += RowBlock<T>())
            {
                float* x = a + ((long)row * depth), y = c + ((long)row * columns) + first;
                if (!pair) Single<T>(x, depth, 1, b, w, y, columns, depth, false);
                else Pair<T>(x, depth, 1, b, 2 * w, y, columns, depth, false);
            }

            b += (long)depth * 2 * w;
        }
    }

    /// <summary>
    /// <c>c (+)= a^T b</c> with <paramref name="a"/> <c>[depth, rows]</c> and <paramref name="b"/> <c>[depth, columns]</c>,
    /// neither packed.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MultiplyTransposed<T>(float* a, float* b, float* c, int rows, int depth, int columns, bool accumulate)
        where T : struct, ISimd<T>
    {
        var w = T.Width;
        for (var first = 0; first < columns; first += 2 * w)
        {
            var pair = first + (2 * w) <= columns;
            for (var row = 0; row < rows; row += RowBlock<T>())
            {
                var y = c + ((long)row * columns) + first;
                if (!pair) Single<T>(a + row, 1, rows, b + first, columns, y, columns, depth, accumulate);
                else Pair<T>(a + row, 1, rows, b + first, columns, y, columns, depth, accumulate);
            }
        }
    }

    // Element (i, k) of a is a[i * row + k * step].
    private static void Pair<T>(float* a, nint row, nint step, float* b, nint bStep, float* c, nint cRow, int depth, bool accumulate)
        where T : struct, ISimd<T>
    {
        if (T.Width == 16) EightByTwo<T>(a, row, step, b, bStep, c, cRow, depth, accumulate);
        else SixByTwo<T>(a, row, step, b, bStep, c, cRow, depth, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void EightByTwo<T>(float* a, nint row, nint step, float* b, nint bStep, float* c, nint cRow, int depth, bool accumulate)
        where T : struct, ISimd<T>
    {
        var w = T.Width;
        T s00 = T.Zero, s01 = s00, s10 = s00, s11 = s00, s20 = s00, s21 = s00, s30 = s00, s31 = s00;
        T s40 = s00, s41 = s00, s50 = s00, s51 = s00, s60 = s00, s61 = s00, s70 = s00, s71 = s00;
        var a4 = a + (4 * row);
        for (var k = 0; k < depth; k++, a += step, a4 += step, b += bStep)
        {
            T b0 = T.Load(b), b1 = T.Load(b + w);
            var x = T.Broadcast(a[0]);
            s00 = T.Fma(x, b0, s00);
            s01 = T.Fma(x, b1, s01);
            x = T.Broadcast(a[row]);
            s10 = T.Fma(x, b0, s10);
            s11 = T.Fma(x, b1, s11);
            x = T.Broadcast(a[2 * row]);
            s20 = T.Fma(x, b0, s20);
            s21 = T.Fma(x, b1, s21);
            x = T.Broadcast(a[3 * row]);
            s30 = T.Fma(x, b0, s30);
            s31 = T.Fma(x, b1, s31);
            x = T.Broadcast(a4[0]);
            s40 = T.Fma(x, b0, s40);
            s41 = T.Fma(x, b1, s41);
            x = T.Broadcast(a4[row]);
            s50 = T.Fma(x, b0, s50);
            s51 = T.Fma(x, b1, s51);
            x = T.Broadcast(a4[2 * row]);
            s60 = T.Fma(x, b0, s60);
            s61 = T.Fma(x, b1, s61);
            x = T.Broadcast(a4[3 * row]);
            s70 = T.Fma(x, b0, s70);
            s71 = T.Fma(x, b1, s71);
        }

        Store(c, s00, s01, accumulate);
        Store(c + cRow, s10, s11, accumulate);
        Store(c + (2 * cRow), s20, s21, accumulate);
        Store(c + (3 * cRow), s30, s31, accumulate);
        Store(c + (4 * cRow), s40, s41, accumulate);
        Store(c + (5 * cRow), s50, s51, accumulate);
        Store(c + (6 * cRow), s60, s61, accumulate);
        Store(c + (7 * cRow), s70, s71, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SixByTwo<T>(float* a, nint row, nint step, float* b, nint bStep, float* c, nint cRow, int depth, bool accumulate)
        where T : struct, ISimd<T>
    {
        var w = T.Width;
        T s00 = T.Zero, s01 = s00, s10 = s00, s11 = s00, s20 = s00, s21 = s00, s30 = s00, s31 = s00, s40 = s00, s41 = s00, s50 = s00, s51 = s00;
        var a3 = a + (3 * row);
        for (var k = 0; k < depth; k++, a += step, a3 += step, b += bStep)
        {
            T b0 = T.Load(b), b1 = T.Load(b + w);
            var x = T.Broadcast(a[0]);
            s00 = T.Fma(x, b0, s00);
            s01 = T.Fma(x, b1, s01);
            x = T.Broadcast(a[row]);
            s10 = T.Fma(x, b0, s10);
            s11 = T.Fma(x, b1, s11);
            x = T.Broadcast(a[2 * row]);
            s20 = T.Fma(x, b0, s20);
            s21 = T.Fma(x, b1, s21);
            x = T.Broadcast(a3[0]);
            s30 = T.Fma(x, b0, s30);
            s31 = T.Fma(x, b1, s31);
            x = T.Broadcast(a3[row]);
            s40 = T.Fma(x, b0, s40);
            s41 = T.Fma(x, b1, s41);
            x = T.Broadcast(a3[2 * row]);
            s50 = T.Fma(x, b0, s50);
            s51 = T.Fma(x, b1, s51);
        }

        Store(c, s00, s01, accumulate);
        Store(c + cRow, s10, s11, accumulate);
        Store(c + (2 * cRow), s20, s21, accumulate);
        Store(c + (3 * cRow), s30, s31, accumulate);
        Store(c + (4 * cRow), s40, s41, accumulate);
        Store(c + (5 * cRow), s50, s51, accumulate);
    }

    // The last panel, one register wide: six rows and, where a block has eight, two more.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Single<T>(float* a, nint row, nint step, float* b, nint bStep, float* c, nint cRow, int depth, bool accumulate)
        where T : struct, ISimd<T>
    {
        T s0 = T.Zero, s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0, s6 = s0, s7 = s0;
        float* a3 = a + (3 * row), a6 = a + (T.Width == 16 ? 6 * row : 0);
        for (var k = 0; k < depth; k++, a += step, a3 += step, a6 += step, b += bStep)
        {
            var v = T.Load(b);
            s0 = T.Fma(T.Broadcast(a[0]), v, s0);
            s1 = T.Fma(T.Broadcast(a[row]), v, s1);
            s2 = T.Fma(T.Broadcast(a[2 * row]), v, s2);
            s3 = T.Fma(T.Broadcast(a3[0]), v, s3);
            s4 = T.Fma(T.Broadcast(a3[row]), v, s4);
            s5 = T.Fma(T.Broadcast(a3[2 * row]), v, s5);
            if (T.Width != 16) continue;
            s6 = T.Fma(T.Broadcast(a6[0]), v, s6);
            s7 = T.Fma(T.Broadcast(a6[row]), v, s7);
        }

        Store(c, s0, accumulate);
        Store(c + cRow, s1, accumulate);
        Store(c + (2 * cRow), s2, accumulate);
        Store(c + (3 * cRow), s3, accumulate);
        Store(c + (4 * cRow), s4, accumulate);
        Store(c + (5 * cRow), s5, accumulate);
        if (T.Width != 16) return;
        Store(c + (6 * cRow), s6, accumulate);
        Store(c + (7 * cRow), s7, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<T>(float* c, T s0, T s1, bool accumulate)
        where T : struct, ISimd<T>
    {
        Store(c, s0, accumulate);
        Store(c + T.Width, s1, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<T>(float* c, T sum, bool accumulate)
        where T : struct, ISimd<T> => T.Store(c, accumulate ? T.Add(T.Load(c), sum) : sum);
}
