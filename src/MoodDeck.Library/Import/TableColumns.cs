namespace MoodDeck.Library.Import;

/// <summary>What a column of a table can hold for us.</summary>
internal enum Field
{
    Title, Artist, Album, Year, Language, Genre, Valence, Arousal, Dominance, Duration, Id, Source,
    Sigma, ValenceSigma, ArousalSigma, DominanceSigma,
}

/// <summary>Which column of a table holds what, by the names such tables use.</summary>
internal sealed class TableColumns
{
    // The first name that a table has wins. Compared without case, spaces and signs.
    private static readonly Dictionary<Field, string[]> Names = new()
    {
        [Field.Title] = ["title", "tracktitle", "songtitle", "trackname", "songname", "name", "song", "track"],
        [Field.Artist] = ["artist", "artistname", "artists", "artistnames", "artistsname", "trackartist", "mainartist", "performer", "band", "singer"],
        [Field.Album] = ["album", "albumname", "trackalbumname", "albumtitle"],
        [Field.Year] = ["year", "releaseyear", "releasedyear", "releasedate", "released", "trackalbumreleasedate", "albumreleasedate", "date"],
        [Field.Language] = ["language", "lang"],
        [Field.Genre] = ["genre", "trackgenre", "maingenre", "topgenre", "playlistgenre", "genres"],
        [Field.Valence] = ["valence"],
        [Field.Arousal] = ["arousal", "energy"],
        [Field.Dominance] = ["dominance"],
        [Field.Duration] = ["durationms", "durationseconds", "durations", "durationsec", "duration", "length", "lengthduration", "tracklength"],
        [Field.Id] = ["spotifyid", "trackid", "spotifytrackid", "isrc", "id", "uri", "trackuri"],
        [Field.Source] = ["source"],
        [Field.Sigma] = ["sigma"],
        [Field.ValenceSigma] = ["valencesigma"],
        [Field.ArousalSigma] = ["arousalsigma"],
        [Field.DominanceSigma] = ["dominancesigma"],
    };

    private readonly Dictionary<Field, int> _columns = [];
    private readonly bool _isText;

    public TableColumns(ITable table)
    {
        _isText = table is DelimitedTable;
        var byName = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < table.Columns.Count; i++) byName.TryAdd(Bare(table.Columns[i]), i);
        foreach (var (field, names) in Names)
        {
            if (names.FirstOrDefault(byName.ContainsKey) is not { } name) continue;
            _columns.Add(field, byName[name]);
            if (field == Field.Arousal) IsEnergy = name == "energy";
            if (field == Field.Duration) DurationUnit = name switch { "durationms" => "ms", "duration" or "length" or "lengthduration" or "tracklength" => null, _ => "s" };
        }
    }

    /// <summary>Whether arousal comes as Spotify's energy.</summary>
    public bool IsEnergy { get; }

    /// <summary><c>ms</c> or <c>s</c> where the name says so, else null.</summary>
    public string? DurationUnit { get; }

    /// <summary>Whether MoodDeck wrote this table: only its tables say how sure each mood is, and theirs run from -1 to 1.</summary>
    public bool IsOwn => Has(Field.Valence) && (Has(Field.Sigma) || Has(Field.ValenceSigma));

    /// <summary>Whether its texts are escaped for spreadsheets.</summary>
    public bool IsEscaped => IsOwn && _isText;

    /// <summary>Whether there is such a column.</summary>
    public bool Has(Field field) => _columns.ContainsKey(field);

    /// <summary>The trimmed text of a cell; null when it or its column is not there.</summary>
    public string? Text(TableRow row, Field field) =>
        _columns.TryGetValue(field, out var column) && row.Cells[column]?.Trim() is { Length: > 0 } text ? text : null;

    private static string Bare(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
