using System.Globalization;
using MoodDeck.Core.Mood;

namespace MoodDeck.Library.Import;

/// <summary>The range a mood column runs over.</summary>
/// <param name="Low">What -1 is called there.</param>
/// <param name="High">What 1 is called there.</param>
internal readonly record struct MoodScale(double Low, double High)
{
    /// <summary>MoodDeck's own.</summary>
    public static MoodScale Signed { get; } = new(-1, 1);

    /// <summary>Spotify's.</summary>
    public static MoodScale Unit { get; } = new(0, 1);

    /// <summary>Whole percent.</summary>
    public static MoodScale Percent { get; } = new(0, 100);

    /// <summary>To [-1, 1]; null outside the scale.</summary>
    public double? Convert(double value) =>
        value >= Low && value <= High ? Math.Round(VadScales.FromRange(value, Low, High), 6) : null;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Low} to {High}");
}

/// <summary>Gathers what the values of a column say about its scale.</summary>
internal sealed class ScaleDetector(string column)
{
    private int _count, _negative, _minusOne, _aboveOne;
    private double _min = double.PositiveInfinity, _max = double.NegativeInfinity;

    /// <summary>Takes one value in.</summary>
    public void Add(double value)
    {
        _count++;
        if (value < 0) _negative++;
        if (value == -1) _minusOne++;
        if (value > 1) _aboveOne++;
        _min = Math.Min(_min, value);
        _max = Math.Max(_max, value);
    }

    /// <summary>Whether the column holds negative values other than -1, which some tables write for "unknown".</summary>
    public bool HasNegatives => _negative > _minusOne;

    /// <summary>
    /// The scale: whole percent when most values are above 1, else -1 to 1 when some are negative, else 0 to 1. A few stray values
    /// do not change it.
    /// </summary>
    /// <exception cref="LibraryException">It is none of these three.</exception>
    public MoodScale Detect()
    {
        if (_count == 0) return MoodScale.Unit;
        if (_aboveOne * 2 > _count && _max > 10 && !HasNegatives) return MoodScale.Percent;
        if (_aboveOne * 10 <= _count && (!HasNegatives || _min >= -1)) return HasNegatives ? MoodScale.Signed : MoodScale.Unit;
        throw new LibraryException(string.Create(
            CultureInfo.InvariantCulture,
            $"The column {column} runs from {_min} to {_max}. A mood column must run from 0 to 1, from 0 to 100 or from -1 to 1; scale it so."));
    }
}
