using MoodDeck.Vision.Imaging;

namespace MoodDeck.Vision.Faces.Haar;

/// <summary>
/// Scales a picture by looking at four neighbours a pixel, as OpenCV does for its cascades. <see cref="Resampler"/> would take
/// the mean over what a pixel covers, which is better to look at, but these cascades were trained on sharper copies.
/// </summary>
internal static class BilinearShrinking
{
    /// <summary>A scaled copy.</summary>
    public static GreyImage Run(GreyImage picture, int width, int height)
    {
        GreyImage copy = new(width, height);
        var columns = Taps(picture.Width, width);
        var rows = Taps(picture.Height, height);
        for (var y = 0; y < height; y++)
        {
            var (top, bottom, down) = rows[y];
            var upper = picture.Row(top);
            var lower = picture.Row(bottom);
            var target = copy.Row(y);
            for (var x = 0; x < width; x++)
            {
                var (left, right, across) = columns[x];
                var above = upper[left] + ((upper[right] - upper[left]) * across);
                var below = lower[left] + ((lower[right] - lower[left]) * across);
                target[x] = (byte)(above + ((below - above) * down) + 0.5f);
            }
        }

        return copy;
    }

    private static (int First, int Second, float Share)[] Taps(int from, int to)
    {
        var taps = new (int, int, float)[to];
        for (var i = 0; i < to; i++)
        {
            var at = Math.Clamp(((i + 0.5) * from / to) - 0.5, 0, from - 1);
            var first = (int)at;
            taps[i] = (first, Math.Min(first + 1, from - 1), (float)(at - first));
        }

        return taps;
    }
}
