namespace MoodDeck.Library.Import;

/// <summary>Counts what became of the rows, and why.</summary>
internal sealed class ImportTally
{
    private const int MostProblems = 20;
    private readonly Dictionary<string, (int Rows, int FirstLine)> _reasons = new(StringComparer.Ordinal);
    private readonly List<RowProblem> _problems = [];

    /// <summary>Rows read.</summary>
    public int Rows { get; set; }

    /// <summary>New tracks.</summary>
    public int Added { get; set; }

    /// <summary>Tracks that had been imported before and differed.</summary>
    public int Updated { get; set; }

    /// <summary>Rows that were already there as they are.</summary>
    public int Unchanged { get; set; }

    /// <summary>Rows of songs that something else had brought.</summary>
    public int Merged { get; private set; }

    /// <summary>Rows that were left out.</summary>
    public int Skipped { get; private set; }

    /// <summary>A row that is left out.</summary>
    public void Skip(int line, Flaw flaw)
    {
        Skipped++;
        Note(line, flaw);
    }

    /// <summary>A row that joins a track.</summary>
    public void Merge(int line, string with)
    {
        Merged++;
        Count(line, with);
    }

    /// <summary>Something wrong with part of a row.</summary>
    public void Note(int line, Flaw flaw)
    {
        Count(line, flaw.Kind);
        if (_problems.Count < MostProblems) _problems.Add(new(line, flaw.Text));
    }

    /// <summary>The report.</summary>
    public ImportReport Report(string path, ITable table, TableColumns columns, TableSurvey survey, string? playlist) => new(
        path, table.Kind, columns.Describe(), survey.Describe(columns), Rows, Added, Updated, Unchanged, Merged, Skipped,
        [.. _reasons.Select(r => new ReasonCount(r.Key, r.Value.Rows, r.Value.FirstLine)).OrderByDescending(r => r.Rows)], _problems, playlist);

    private void Count(int line, string reason) =>
        _reasons[reason] = _reasons.TryGetValue(reason, out var before) ? (before.Rows + 1, before.FirstLine) : (1, line);
}
