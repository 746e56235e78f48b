namespace MoodDeck.Library.Import;

/// <summary>Which column of a table holds what, by the names such tables use.</summary>
internal sealed class TableColumns
{
    private readonly Dictionary<Field, int> _columns = [];
    private readonly ITable _table;

    public TableColumns(ITable table)
    {
        _table = table;
        var byName = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < table.Columns.Count; i++) byName.TryAdd(FieldNames.Bare(table.Columns[i]), i);
        foreach (var (field, names) in FieldNames.All)
            if (names.FirstOrDefault(byName.ContainsKey) is { } name) _columns.Add(field, byName[name]);
    }

    /// <summary>Whether arousal comes as Spotify's energy.</summary>
    public bool IsEnergy => NameOf(Field.Arousal) == "energy";

    /// <summary><c>ms</c> or <c>s</c> where the name says so, else null.</summary>
    public string? DurationUnit => NameOf(Field.Duration) switch
    {
        "durationms" or "trackdurationms" or "totaltime" => "ms",
        null or "duration" or "length" or "lengthduration" or "tracklength" => null,
        _ => "s",
    };

    /// <summary>Whether the year comes from a column <c>date</c>, which in tables of what was heard is when that was.</summary>
    public bool IsBareDate => NameOf(Field.Year) == "date";

    /// <summary>Whether MoodDeck wrote this table: only its tables say how sure each mood is, and theirs run from -1 to 1.</summary>
    public bool IsOwn => Has(Field.Valence) && (Has(Field.Sigma) || Has(Field.ValenceSigma));

    /// <summary>Whether its texts are escaped for spreadsheets.</summary>
    public bool IsEscaped => IsOwn && _table.IsDelimited;

    /// <summary>Whether it is of music at all: it has a title, or figures that only tables of songs have.</summary>
    public bool IsOfMusic => Has(Field.Title) || Has(Field.Artist) || Has(Field.Valence) || Has(Field.Arousal);

    /// <summary>Whether there is such a column.</summary>
    public bool Has(Field field) => _columns.ContainsKey(field);

    /// <summary>The name of a field's column as it is compared; null when there is none.</summary>
    public string? NameOf(Field field) => _columns.TryGetValue(field, out var column) ? FieldNames.Bare(_table.Columns[column]) : null;

    /// <summary>The trimmed text of a cell; null when it or its column is not there.</summary>
    public string? Text(TableRow row, Field field) =>
        _columns.TryGetValue(field, out var column) && row.Cells[column]?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Which columns were recognised, in words.</summary>
    public string Describe() => string.Join(", ", _columns.OrderBy(c => c.Key).Select(c =>
        c.Key.ToString().ToLowerInvariant() is var field && FieldNames.Bare(_table.Columns[c.Value]) == field ? field : $"{field} from {Shown(_table.Columns[c.Value])}"));

    /// <summary>The first columns as the file names them, for a message.</summary>
    public string Listed() => string.Join(", ", _table.Columns.Take(20).Select(Shown));

    // A header may hold anything.
    private static string Shown(string name) => string.Concat(name.Where(c => !char.IsControl(c)).Take(40));
}
