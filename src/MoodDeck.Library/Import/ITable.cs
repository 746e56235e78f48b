namespace MoodDeck.Library.Import;

/// <summary>One row of a table.</summary>
/// <param name="Line">Line of the file, or number of the element, from 1.</param>
/// <param name="Cells">One text for each column; null where there is none.</param>
/// <param name="Problem">Why the row cannot be used; null when it can.</param>
internal readonly record struct TableRow(int Line, string?[] Cells, string? Problem = null);

/// <summary>A table that can be read more than once.</summary>
internal interface ITable
{
    /// <summary>Names as the file writes them.</summary>
    IReadOnlyList<string> Columns { get; }

    /// <summary>Reads the file from its start.</summary>
    IEnumerable<TableRow> Rows();
}

/// <summary>Tells what kind of table a file is.</summary>
internal static class Tables
{
    /// <summary>Opens a file: JSON when it starts like an array or is called so, else delimited text.</summary>
    public static ITable Open(string path)
    {
        var first = FirstCharacter(path);
        var name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? Path.GetFileNameWithoutExtension(path) : path;
        var isJson = Path.GetExtension(name).Equals(".json", StringComparison.OrdinalIgnoreCase) || (char)first is '[' or '{';
        return isJson ? new JsonTable(path) : DelimitedTable.Open(path, name);
    }

    private static int FirstCharacter(string path)
    {
        try
        {
            using var text = TableText.Open(path);
            int first;
            while ((first = text.Read()) >= 0 && char.IsWhiteSpace((char)first)) { }
            return first;
        }
        catch (InvalidDataException e)
        {
            throw new LibraryException($"{path} cannot be unzipped: {e.Message.TrimEnd('.')}. Copy or download it again.", e);
        }
    }
}
