namespace MoodDeck.Library.Import;

/// <summary>One row of a table.</summary>
/// <param name="Line">Line of the file, or number of the element, from 1.</param>
/// <param name="Cells">One text for each column; null where there is none.</param>
/// <param name="Problem">Why the row cannot be used; null when it can.</param>
internal readonly record struct TableRow(int Line, string?[] Cells, Flaw? Problem = null);

/// <summary>A table that can be read more than once.</summary>
internal interface ITable
{
    /// <summary>What kind of file it is, for the report.</summary>
    string Kind { get; }

    /// <summary>Names as the file writes them.</summary>
    IReadOnlyList<string> Columns { get; }

    /// <summary>The name of the playlist the rows are, in their order; null when they are none.</summary>
    string? PlaylistName => null;

    /// <summary>Whether it is delimited text, which spreadsheets open.</summary>
    bool IsDelimited => false;

    /// <summary>Reads the file from its start.</summary>
    IEnumerable<TableRow> Rows();
}
