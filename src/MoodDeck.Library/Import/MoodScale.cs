using System.Globalization;
using MoodDeck.Core.Mood;

namespace MoodDeck.Library.Import;

/// <summary>The range a mood column runs over.</summary>
/// <param name="Low">What -1 is called there.</param>
/// <param name="High">What 1 is called there.</param>
/// <param name="Slack">How far values may lie outside and still count as the end.</param>
internal readonly record struct MoodScale(double Low, double High, double Slack = 0)
{
    // The spread of listeners' ratings over songs, on our scale; see TrackParser.
    private const double RatingSpread = 0.35;

    /// <summary>MoodDeck's own.</summary>
    public static MoodScale Signed { get; } = new(-1, 1);

    /// <summary>Spotify's.</summary>
    public static MoodScale Unit { get; } = new(0, 1);

    /// <summary>Whole percent.</summary>
    public static MoodScale Percent { get; } = new(0, 100);

    /// <summary>
    /// The self-assessment manikin's, as DEAM and the norms of Warriner et al. (2013) use it. Weighted means of such norms lie
    /// a little outside now and then.
    /// </summary>
    public static MoodScale Nine { get; } = new(1, 9, 1);

    /// <summary>Five points, as questionnaires use.</summary>
    public static MoodScale Five { get; } = new(1, 5);

    /// <summary>Ten points from nought.</summary>
    public static MoodScale Ten { get; } = new(0, 10);

    /// <summary>Standardised: mean 0, standard deviation 1, which is given the spread that ratings have on our scale.</summary>
    public static MoodScale Standardised { get; } = new(-1 / RatingSpread, 1 / RatingSpread, 5);

    /// <summary>To [-1, 1]; null outside the scale.</summary>
    public double? Convert(double value) =>
        value >= Low - Slack && value <= High + Slack ? Math.Round(VadScales.FromRange(value, Low, High), 6) : null;

    /// <inheritdoc/>
    public override string ToString() => this == Standardised
        ? "z-scores (mean 0, deviation 1)"
        : string.Create(CultureInfo.InvariantCulture, $"{Low} to {High}");
}
