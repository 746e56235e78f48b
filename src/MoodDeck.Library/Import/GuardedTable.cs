using System.Text.Json;
using System.Xml;

namespace MoodDeck.Library.Import;

/// <summary>A table of any kind, whose damage is told in a line wherever in the file it comes to light.</summary>
internal sealed class GuardedTable(string path, ITable table) : ITable
{
    public string Kind => table.Kind;

    public IReadOnlyList<string> Columns => table.Columns;

    public string? PlaylistName => table.PlaylistName;

    public bool IsDelimited => table.IsDelimited;

    public IEnumerable<TableRow> Rows()
    {
        using var rows = table.Rows().GetEnumerator();
        while (Advance(rows)) yield return rows.Current;
    }

    /// <summary>Whether an exception means that the file is not as it should be.</summary>
    public static bool IsDamage(Exception e) => e is IOException or InvalidDataException or XmlException or JsonException || IsDamagedName(e);

    /// <summary>What to throw in its place.</summary>
    public static LibraryException Damaged(string path, Exception e) =>
        new($"{path} cannot be read to its end: {e.Message.ReplaceLineEndings(" ").TrimEnd('.')}. Copy, download or export it again.", e);

    // What System.Text.Json says of a name that holds half a surrogate pair.
    private static bool IsDamagedName(Exception e) => e is InvalidOperationException && e.Source?.StartsWith("System.Text.Json", StringComparison.Ordinal) == true;

    private bool Advance(IEnumerator<TableRow> rows)
    {
        try
        {
            return rows.MoveNext();
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw Damaged(path, e);
        }
    }
}
