namespace MoodDeck.Training.Data;

/// <summary>Something of a data set that could not be used.</summary>
/// <param name="Where">Where it stands, such as <c>line 7</c> or <c>train/happy/x.jpg</c>.</param>
/// <param name="Reason">What is wrong with it.</param>
/// <param name="Count">How many rows or pictures this is about, such as all of a folder.</param>
public readonly record struct BadRow(string Where, string Reason, int Count = 1);

/// <summary>
/// The rows and pictures of a data set that were skipped. A few are reported and lived with; many mean that the file is
/// not what it is taken for.
/// </summary>
public sealed class BadRows
{
    /// <summary>The share of damaged rows up to which a file is taken.</summary>
    public const double AllowedShare = 0.01;

    /// <summary>Damaged rows that even a short file may hold, as long as they are no more than half of it.</summary>
    public const int AlwaysAllowed = 10;

    private readonly List<BadRow> _rows = [];
    private BadRow? _firstDamaged;

    /// <summary>What was skipped, in the order of the file.</summary>
    public IReadOnlyList<BadRow> Rows => _rows;

    /// <summary>How many rows or pictures were skipped.</summary>
    public int Count { get; private set; }

    /// <summary>How many of them are damaged; the others are sound, but of no use here.</summary>
    public int DamagedCount { get; private set; }

    internal void Add(int line, string reason) => Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"line {line}"), reason);

    /// <summary>Notes something damaged: it should not be there, and little of it is lived with.</summary>
    internal void Add(string where, string reason, int count = 1)
    {
        Append(new BadRow(where, reason, count));
        DamagedCount += count;
        _firstDamaged ??= _rows[^1];
    }

    /// <summary>Notes something sound that is of no use, such as a picture without a face or with an unknown label.</summary>
    internal void AddUseless(string where, string reason, int count = 1) => Append(new BadRow(where, reason, count));

    internal void AddAll(BadRows others)
    {
        _rows.AddRange(others._rows);
        Count += others.Count;
        DamagedCount += others.DamagedCount;
        _firstDamaged ??= others._firstDamaged;
    }

    /// <exception cref="InvalidDataException">Too many rows are bad, or none is good.</exception>
    internal void Judge(string file, int rows, string unit = "rows")
    {
        if (rows == 0) throw new InvalidDataException($"{file} holds no {unit}{(unit == "rows" ? " below its header" : "")}.");
        if (DamagedCount * 2 > rows || DamagedCount >= rows || DamagedCount > Math.Max(AlwaysAllowed, AllowedShare * rows))
            throw Refused(file, DamagedCount, rows, unit, _firstDamaged!.Value);
        if (Count >= rows || Count * 2L > rows) throw Refused(file, Count, rows, unit, _rows[0]);
    }

    internal void Write(BinaryWriter writer)
    {
        writer.Write(_rows.Count);
        writer.Write(DamagedCount);
        foreach (var (where, reason, count) in _rows)
        {
            writer.Write(where);
            writer.Write(reason);
            writer.Write(count);
        }
    }

    internal static BadRows Read(BinaryReader reader)
    {
        var bad = new BadRows();
        var left = reader.ReadInt32();
        bad.DamagedCount = reader.ReadInt32();
        for (; left > 0; left--) bad.Append(new BadRow(reader.ReadString(), reader.ReadString(), reader.ReadInt32()));
        return bad;
    }

    private static InvalidDataException Refused(string file, int bad, int rows, string unit, BadRow first)
    {
        var use = unit == "rows" ? "read" : "used";
        return new($"{file}: {bad} of {rows} {unit} cannot be {use}; the first is {first.Where}: {first.Reason.TrimEnd('.')}. Check that this is the right file.");
    }

    private void Append(BadRow row)
    {
        _rows.Add(row);
        Count += row.Count;
    }
}
