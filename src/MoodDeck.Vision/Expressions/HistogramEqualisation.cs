namespace MoodDeck.Vision.Expressions;

/// <summary>
/// Global histogram equalisation (Gonzalez and Woods, Digital Image Processing, section 3.3): each of 256 grey values
/// becomes the share of pixels not brighter than it, so that all values occur about equally often. The darkest value
/// becomes 0 and the brightest 255, as OpenCV's <c>equalizeHist</c> has it, without its rounding of the result.
/// </summary>
internal static class HistogramEqualisation
{
    private const int Levels = 256;

    /// <summary>Equalises grey values 0..255 in place; a picture of one grey stays as it is.</summary>
    public static void Apply(Span<float> plane)
    {
        Span<int> counts = stackalloc int[Levels];
        counts.Clear();
        foreach (var p in plane) counts[LevelOf(p)]++;
        var darkest = 0;
        while (counts[darkest] == 0) darkest++;
        var others = plane.Length - counts[darkest];
        if (others == 0) return;
        Span<float> values = stackalloc float[Levels];
        values[..(darkest + 1)].Clear();
        long sum = 0;
        for (var level = darkest + 1; level < Levels; level++)
        {
            sum += counts[level];
            values[level] = 255f * sum / others;
        }

        foreach (ref var p in plane) p = values[LevelOf(p)];
    }

    // The processor's own conversion, faster than one that minds what is not a number; that becomes any level.
    private static int LevelOf(float value) => (byte)float.ConvertToIntegerNative<int>(Math.Min(Math.Max(value, 0), 255) + 0.5f);
}
