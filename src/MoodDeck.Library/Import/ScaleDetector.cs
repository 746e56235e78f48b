using System.Globalization;

namespace MoodDeck.Library.Import;

/// <summary>Gathers what the values of columns rated on one scale say about it.</summary>
internal sealed class ScaleDetector(string columns)
{
    private int _count, _negative, _minusOne, _aboveOne;
    private double _min = double.PositiveInfinity, _max = double.NegativeInfinity, _sum, _squares;

    /// <summary>Takes one value in.</summary>
    public void Add(double value)
    {
        _count++;
        if (value < 0) _negative++;
        if (value == -1) _minusOne++;
        if (value > 1) _aboveOne++;
        _min = Math.Min(_min, value);
        _max = Math.Max(_max, value);
        _sum += value;
        _squares += value * value;
    }

    // -1 alone is what some tables write for "unknown".
    private bool HasNegatives => _negative > _minusOne;

    /// <summary>
    /// The scale: by how high it goes when most values are above 1, else -1 to 1 when some are negative, else 0 to 1. A few stray
    /// values do not change these two. What goes beyond 1 both ways around nought is standardised.
    /// </summary>
    /// <exception cref="LibraryException">It is none of these.</exception>
    public MoodScale Detect()
    {
        if (_count == 0) return MoodScale.Unit;
        if (_aboveOne * 2 > _count && !HasNegatives && Rating() is { } rating) return rating;
        if (_aboveOne * 10 <= _count && (!HasNegatives || _min >= -1)) return HasNegatives ? MoodScale.Signed : MoodScale.Unit;
        if (HasNegatives && IsStandardised()) return MoodScale.Standardised;
        throw new LibraryException(string.Create(
            CultureInfo.InvariantCulture,
            $"The column {columns} runs from {_min} to {_max}. A mood column must run from 0 to 1, -1 to 1, 1 to 5, 1 to 9, 0 to 10 or 0 to 100, or be standardised; scale it so."));
    }

    private MoodScale? Rating() => _max switch
    {
        <= 5 => MoodScale.Five,
        <= 9 => MoodScale.Nine,
        <= 10 => MoodScale.Ten,
        _ => MoodScale.Percent,
    };

    private bool IsStandardised()
    {
        var mean = _sum / _count;
        var deviation = Math.Sqrt(Math.Max(0, (_squares / _count) - (mean * mean)));
        return Math.Abs(mean) < 0.6 && deviation is > 0.4 and < 1.7 && Math.Max(_max, -_min) < 7;
    }
}
