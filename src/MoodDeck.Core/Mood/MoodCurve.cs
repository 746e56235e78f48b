namespace MoodDeck.Core.Mood;

/// <summary>
/// Moods in a row: the order in which Hilbert's curve (1891) meets them on the plane of valence and arousal. Moods near each other on the curve
/// are near on the plane, and a walk along it is a tour about a quarter longer than the shortest (Platzman and Bartholdi 1989). It begins where
/// music is sad and ends where it is calm and pleasant.
/// </summary>
public static class MoodCurve
{
    /// <summary>The most bits along either axis.</summary>
    public const int MostBits = 16;

    /// <summary>
    /// How far along the curve a mood lies, 0 to 4^<paramref name="bits"/> - 1; the well-known conversion (Warren 2012, Hacker's Delight, 16). What lies
    /// outside [-1, 1] counts as on the edge.
    /// </summary>
    /// <param name="mood">The mood; its dominance does not count.</param>
    /// <param name="bits">The plane has 2 to this power cells along either axis, 1 to <see cref="MostBits"/>.</param>
    public static uint Along(Vad mood, int bits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bits, MostBits);
        var last = (1u << bits) - 1;
        var (x, y) = (Cell(mood.Valence, last), Cell(mood.Arousal, last));
        var along = 0u;
        for (var side = 1u << (bits - 1); side > 0; side >>= 1)
        {
            var (right, upper) = ((x & side) != 0, (y & side) != 0);
            along += side * side * (right ? (upper ? 2u : 3u) : (upper ? 1u : 0u));
            if (upper) continue;
            // The curve runs turned in the two lower quarters.
            if (right) (x, y) = (last - x, last - y);
            (x, y) = (y, x);
        }

        return along;
    }

    private static uint Cell(double x, uint last) => (uint)Math.Clamp((x + 1) / 2 * (last + 1), 0, last);
}
