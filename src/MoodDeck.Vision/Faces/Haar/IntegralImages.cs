using MoodDeck.Vision.Imaging;

namespace MoodDeck.Vision.Faces.Haar;

/// <summary>
/// Running sums over a picture: plain, of squares, and tilted by 45 degrees, each <c>[Height + 1, Width + 1]</c>. They wrap
/// around; differences over a window stay right as long as the window's own sum fits 32 bits.
/// </summary>
internal sealed class IntegralImages
{
    /// <summary>The sums over a picture; the tilted ones only where asked for, else empty.</summary>
    public IntegralImages(GreyImage picture, bool withTilted)
    {
        (Width, Height, Stride) = (picture.Width, picture.Height, picture.Width + 1);
        Plain = new int[Stride * (Height + 1)];
        Squared = new uint[Plain.Length];
        Tilted = withTilted ? new int[Plain.Length] : [];
        for (var y = 0; y < Height; y++)
        {
            var row = picture.Row(y);
            var (sum, squares) = (0, 0u);
            var (above, here) = (y * Stride, (y + 1) * Stride);
            for (var x = 0; x < row.Length; x++)
            {
                sum += row[x];
                squares += (uint)(row[x] * row[x]);
                Plain[here + x + 1] = Plain[above + x + 1] + sum;
                Squared[here + x + 1] = Squared[above + x + 1] + squares;
            }
        }

        if (withTilted) for (var y = 1; y <= Height; y++) Tilt(picture, y);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Numbers from one row to the next.</summary>
    public int Stride { get; }

    /// <summary>At (x, y) the sum over all pixels to the left of x and above y.</summary>
    public int[] Plain { get; }

    /// <summary>The same of squared grey values.</summary>
    public uint[] Squared { get; }

    /// <summary>At (x, y) the sum over all pixels (u, v) above y with |u - x + 1| at most y - v - 1.</summary>
    public int[] Tilted { get; }

    // Lienhart and Maydt (2002): two overlapping cones of the row above, less their overlap, plus the two pixels between.
    // Beyond the left and right edge a cone is one that lies inside.
    private void Tilt(GreyImage picture, int y)
    {
        var row = picture.Row(y - 1);
        var before = y >= 2 ? picture.Row(y - 2) : default;
        int here = y * Stride, above = here - Stride, twoAbove = above - Stride;
        Tilted[here] = Tilted[above + 1];
        for (var x = 1; x <= Width; x++)
        {
            var sum = Tilted[above + x - 1] + row[x - 1] + (before.IsEmpty ? 0 : before[x - 1]);
            if (x < Width) sum += Tilted[above + x + 1] - (y >= 2 ? Tilted[twoAbove + x] : 0);
            Tilted[here + x] = sum;
        }
    }
}
