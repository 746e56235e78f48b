using System.Numerics;
using System.Runtime.InteropServices;

namespace MoodDeck.Vision.Imaging;

/// <summary>
/// Halves, quarters or eighths a whole grey picture: what a camera frame is shrunk by before faces are looked for in it.
/// Every target pixel is the mean of a square of source pixels. Sums of bytes and divisions by powers of two are exact in
/// floats, so that the result is, bit for bit, that of weighing the same pixels one by one.
/// </summary>
internal static class BoxShrink
{
    // Even eight rows of pairs stay below 2^16.
    private const int LargestFactor = 8;

    /// <summary>By how much a window is shrunk, if it is the whole picture and 2, 4 or 8 times as large both ways; else 0.</summary>
    public static int FactorOf(SampleWindow window, int sourceWidth, int sourceHeight, int width, int height)
    {
        if (window != new SampleWindow(0, 0, sourceWidth, sourceHeight)) return 0;
        var factor = sourceWidth / width;
        return factor is 2 or 4 or LargestFactor && factor * width == sourceWidth && factor * height == sourceHeight ? factor : 0;
    }

    /// <summary>Shrinks a picture.</summary>
    /// <param name="source">Rows of <paramref name="width"/> times <paramref name="factor"/> pixels.</param>
    /// <param name="factor">See <see cref="FactorOf"/>.</param>
    /// <param name="width">Columns of the result.</param>
    /// <param name="height">Rows of the result.</param>
    /// <param name="target">Receives the means, row by row.</param>
    /// <param name="stride">Elements from one row of <paramref name="target"/> to the next.</param>
    public static void Sample(ReadOnlySpan<byte> source, int factor, int width, int height, Span<float> target, int stride)
    {
        var pairsInRow = width * factor / 2;
        Span<ushort> pairs = new ushort[pairsInRow];
        var share = 1f / (factor * factor);
        var rows = MemoryMarshal.Cast<byte, ushort>(source);
        for (var y = 0; y < height; y++)
        {
            pairs.Clear();
            for (var k = 0; k < factor; k++) AddPairs(rows.Slice(((y * factor) + k) * pairsInRow, pairsInRow), pairs);
            var row = target.Slice(y * stride, width);
            if (factor == 2) Scale(pairs, share, row);
            else ScaleSums(MemoryMarshal.Cast<ushort, uint>(pairs), factor / 4, share, row);
        }
    }

    // Two neighbours lie in one 16-bit number; which of them is its lower half does not matter to their sum.
    private static void AddPairs(ReadOnlySpan<ushort> row, Span<ushort> pairs)
    {
        var i = 0;
        for (; i <= row.Length - Vector<ushort>.Count; i += Vector<ushort>.Count)
        {
            var two = new Vector<ushort>(row[i..]);
            (new Vector<ushort>(pairs[i..]) + (two & new Vector<ushort>(0xFF)) + (two >>> 8)).CopyTo(pairs[i..]);
        }

        for (; i < row.Length; i++) pairs[i] += (ushort)((row[i] & 0xFF) + (row[i] >> 8));
    }

    private static void Scale(ReadOnlySpan<ushort> pairs, float share, Span<float> row)
    {
        var i = 0;
        for (; i <= pairs.Length - Vector<ushort>.Count; i += Vector<ushort>.Count)
        {
            Vector.Widen(new Vector<ushort>(pairs[i..]), out var low, out var high);
            (Vector.ConvertToSingle(Vector.AsVectorInt32(low)) * share).CopyTo(row[i..]);
            (Vector.ConvertToSingle(Vector.AsVectorInt32(high)) * share).CopyTo(row[(i + Vector<uint>.Count)..]);
        }

        for (; i < pairs.Length; i++) row[i] = pairs[i] * share;
    }

    private static void ScaleSums(ReadOnlySpan<uint> twoPairs, int perPixel, float share, Span<float> row)
    {
        for (var x = 0; x < row.Length; x++)
        {
            uint sum = 0;
            foreach (var two in twoPairs.Slice(x * perPixel, perPixel)) sum += (two & 0xFFFF) + (two >> 16);
            row[x] = sum * share;
        }
    }
}
