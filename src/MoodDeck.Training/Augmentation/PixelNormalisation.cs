using MoodDeck.Training.Data;

namespace MoodDeck.Training.Augmentation;

/// <summary>How grey values 0..255 become network inputs: <c>(p - Mean) / Deviation</c>.</summary>
/// <param name="Mean">The grey value that becomes 0.</param>
/// <param name="Deviation">The distance from it that becomes 1, more than 0.</param>
public readonly record struct PixelNormalisation(float Mean, float Deviation)
{
    /// <summary>Mean and standard deviation over all FER2013 training pixels (129.4 and 64.9), rounded to powers of two.</summary>
    public static PixelNormalisation Faces { get; } = new(128, 64);

    /// <summary>The mean and deviation over the pixels of some rows.</summary>
    public static PixelNormalisation Measure(FaceImageSet set, ReadOnlySpan<int> rows)
    {
        ArgumentNullException.ThrowIfNull(set);
        if (rows.IsEmpty) throw new ArgumentException("There are no rows to measure.", nameof(rows));
        long sum = 0, squares = 0;
        foreach (var row in rows)
        {
            foreach (var p in set.Image(row))
            {
                sum += p;
                squares += p * p;
            }
        }

        var n = (double)rows.Length * FaceImageSet.ImageLength;
        var variance = (squares / n) - (sum / n * (sum / n));
        return new PixelNormalisation((float)(sum / n), (float)Math.Max(1, Math.Sqrt(variance)));
    }
}
