namespace MoodDeck.Core.Mood;

/// <summary>Conversions between the scales that other data uses and MoodDeck's [-1, 1]; used only at the edges.</summary>
public static class VadScales
{
    /// <summary>From a scale that runs from <paramref name="low"/> to <paramref name="high"/> to [-1, 1], clamped.</summary>
    public static double FromRange(double value, double low, double high)
    {
        if (!(high > low)) throw new ArgumentOutOfRangeException(nameof(high), high, $"Expected more than {low}.");
        return Math.Clamp((2 * (value - low) / (high - low)) - 1, -1, 1);
    }

    /// <summary>From [-1, 1] to a scale that runs from <paramref name="low"/> to <paramref name="high"/>.</summary>
    public static double ToRange(double value, double low, double high) => low + ((value + 1) / 2 * (high - low));

    /// <summary>From [0, 1], as Spotify's valence and energy and PMEmo's ratings are given.</summary>
    public static double FromUnit(double value) => FromRange(value, 0, 1);

    /// <summary>From EmoBank's 1..5.</summary>
    public static double FromEmoBank(double value) => FromRange(value, 1, 5);

    /// <summary>From EMOTIC's 1..10.</summary>
    public static double FromEmotic(double value) => FromRange(value, 1, 10);

    /// <summary>From DEAM's 1..9 self-assessment manikin.</summary>
    public static double FromDeam(double value) => FromRange(value, 1, 9);
}
