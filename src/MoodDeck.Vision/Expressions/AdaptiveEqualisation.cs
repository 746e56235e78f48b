using System.Numerics;

namespace MoodDeck.Vision.Expressions;

/// <summary>
/// Contrast-limited adaptive histogram equalisation (Zuiderveld 1994, "Contrast Limited Adaptive Histogram Equalization",
/// Graphics Gems IV): every one of 4 x 4 tiles has a map of its own, from a histogram whose bins are cut at a limit, and
/// between the middles of the tiles the maps are blended linearly. A tile of a 48 x 48 face has 12 x 12 pixels, too few
/// for 256 bins; 64 bins with straight lines between their edges give a smooth map instead.
/// </summary>
internal static class AdaptiveEqualisation
{
    /// <summary>Tiles across and down.</summary>
    public const int Tiles = 4;

    /// <summary>
    /// How many times steeper than the picture a map may get, and with it how much noise in even parts may grow: a bin
    /// holds at most this many times the mean. 2 is what OpenCV's users give for faces.
    /// </summary>
    public const float ClipLimit = 2;

    private const int Bins = 64;
    private const int MapLength = Bins + 1;
    private const float BinsPerGrey = Bins / 255f;

    /// <summary>Equalises grey values 0..255 in place, with tiles of equal shares of the width and height.</summary>
    public static void Apply(Span<float> plane, int width, int height)
    {
        Span<float> maps = stackalloc float[Tiles * Tiles * MapLength];
        for (var tile = 0; tile < Tiles * Tiles; tile++)
            MapTile(plane, width, height, tile % Tiles, tile / Tiles, maps.Slice(tile * MapLength, MapLength));
        Span<int> lefts = stackalloc int[width];
        Span<float> shares = stackalloc float[width];
        for (var x = 0; x < width; x++) (lefts[x], shares[x]) = Neighbours(x, width);
        Span<float> rowMaps = stackalloc float[Tiles * MapLength];
        for (var y = 0; y < height; y++)
        {
            // Down the picture whole maps are blended, once for a row; along it two numbers for each pixel.
            var (upper, down) = Neighbours(y, height);
            Blend(maps.Slice(upper * rowMaps.Length, rowMaps.Length), maps.Slice((upper + 1) * rowMaps.Length, rowMaps.Length), down, rowMaps);
            var row = plane.Slice(y * width, width);
            for (var x = 0; x < row.Length; x++)
            {
                var place = PlaceOf(row[x], out var bin);
                var at = rowMaps.Slice((lefts[x] * MapLength) + bin, MapLength + 2);
                row[x] = Between(Between(at[0], at[1], place), Between(at[MapLength], at[MapLength + 1], place), shares[x]);
            }
        }
    }

    /// <summary>Writes a tile's map: the new grey value at each of the 65 edges of its bins.</summary>
    internal static void MapTile(ReadOnlySpan<float> plane, int width, int height, int column, int row, Span<float> map)
    {
        Span<float> counts = stackalloc float[Bins];
        counts.Clear();
        int x0 = column * width / Tiles, x1 = (column + 1) * width / Tiles;
        int y0 = row * height / Tiles, y1 = (row + 1) * height / Tiles;
        for (var y = y0; y < y1; y++)
        {
            foreach (var p in plane[((y * width) + x0)..((y * width) + x1)])
            {
                PlaceOf(p, out var bin);
                counts[bin]++;
            }
        }

        var pixels = (float)((x1 - x0) * (y1 - y0));
        Cut(counts, ClipLimit * pixels / Bins);
        map[0] = 0;
        for (var bin = 0; bin < Bins; bin++) map[bin + 1] = map[bin] + (counts[bin] * (255 / pixels));
    }

    // What lies above the limit goes in equal parts to the bins below it, again and again, as each may reach the limit.
    private static void Cut(Span<float> counts, float limit)
    {
        float excess = 0;
        foreach (ref var n in counts)
        {
            if (n <= limit) continue;
            excess += n - limit;
            n = limit;
        }

        // Rounding never lets it come to nothing; a thousandth of a bin does not show.
        for (var round = 0; round < Bins && excess > limit / 1000; round++)
        {
            var open = 0;
            foreach (var n in counts) if (n < limit) open++;
            if (open == 0) return;
            var share = excess / open;
            foreach (ref var n in counts)
            {
                if (n >= limit) continue;
                var taken = Math.Min(share, limit - n);
                n += taken;
                excess -= taken;
            }
        }
    }

    // The bin a grey value falls into and how far between its edges it lies, 0..1.
    private static float PlaceOf(float grey, out int bin)
    {
        var place = Math.Min(Math.Max(grey, 0), 255) * BinsPerGrey;
        // The processor's own conversion, several times faster; what is not a number becomes any bin and stays no number.
        bin = (int)Math.Min((uint)float.ConvertToIntegerNative<int>(place), Bins - 1);
        return place - bin;
    }

    private static void Blend(ReadOnlySpan<float> a, ReadOnlySpan<float> b, float share, Span<float> to)
    {
        var i = 0;
        for (; i <= to.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var from = new Vector<float>(a[i..]);
            (from + ((new Vector<float>(b[i..]) - from) * share)).CopyTo(to[i..]);
        }

        for (; i < to.Length; i++) to[i] = Between(a[i], b[i], share);
    }

    // The first of the two tiles whose middles lie around a pixel, and its share of the way to the second; the outermost
    // tiles' maps go on to the picture's edge.
    private static (int First, float Share) Neighbours(int at, int length)
    {
        var place = Math.Clamp(((at + 0.5f) * Tiles / length) - 0.5f, 0, Tiles - 1);
        var first = Math.Min((int)place, Tiles - 2);
        return (first, place - first);
    }

    private static float Between(float a, float b, float share) => a + ((b - a) * share);
}
