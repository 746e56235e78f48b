namespace MoodDeck.Training.Data;

/// <summary>A row of a data file that could not be read.</summary>
/// <param name="Line">The 1-based line of the file.</param>
/// <param name="Reason">What is wrong with it.</param>
public readonly record struct BadRow(int Line, string Reason);

/// <summary>
/// The rows of a data file that were skipped. A few are reported and lived with; many mean that the file is not what it
/// is taken for.
/// </summary>
public sealed class BadRows
{
    /// <summary>The share of bad rows up to which a file is taken.</summary>
    public const double AllowedShare = 0.01;

    /// <summary>Bad rows that even a short file may hold, as long as they are fewer than half of it.</summary>
    public const int AlwaysAllowed = 10;

    private readonly List<BadRow> _rows = [];

    /// <summary>The bad rows in the order of the file.</summary>
    public IReadOnlyList<BadRow> Rows => _rows;

    internal void Add(int line, string reason) => _rows.Add(new BadRow(line, reason));

    /// <exception cref="InvalidDataException">Too many rows are bad, or none is good.</exception>
    internal void Judge(string file, int rows)
    {
        var bad = _rows.Count;
        if (rows == 0) throw new InvalidDataException($"{file} holds no rows below its header.");
        if (bad < rows && bad * 2 <= rows && bad <= Math.Max(AlwaysAllowed, AllowedShare * rows)) return;
        var first = _rows[0];
        throw new InvalidDataException(
            $"{file}: {bad} of {rows} rows cannot be read; the first is line {first.Line}: {first.Reason}. Check that this is the right file.");
    }
}
