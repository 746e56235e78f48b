using System.Xml;

namespace MoodDeck.Library.Import;

/// <summary>An XSPF playlist, as VLC and others write it.</summary>
internal sealed class XspfTable : ITable
{
    // What the elements of a track are called there, in the order of the columns.
    private static readonly string[] Elements = ["creator", "title", "album", "duration", "location"];
    private readonly string _path;

    public XspfTable(string path, string name)
    {
        _path = path;
        PlaylistName = ReadName() ?? Path.GetFileNameWithoutExtension(name);
    }

    public string Kind => "playlist (XSPF)";

    public IReadOnlyList<string> Columns { get; } = ["artist", "title", "album", "duration ms", "location"];

    public string? PlaylistName { get; }

    public IEnumerable<TableRow> Rows()
    {
        using var xml = XmlTables.Reader(_path);
        string?[]? cells = null;
        var (number, column) = (0, -1);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                if (xml.LocalName == "track") (cells, number) = (new string?[Elements.Length], number + 1);
                column = xml.IsEmptyElement ? -1 : Array.IndexOf(Elements, xml.LocalName);
            }
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && cells is not null && column >= 0)
            {
                cells[column] ??= xml.Value;
            }
            else if (xml.NodeType == XmlNodeType.EndElement)
            {
                column = -1;
                if (xml.LocalName != "track" || cells is null) continue;
                yield return new(number, Finished(cells));
                cells = null;
            }
        }
    }

    // An entry without a title has the name of its file.
    private string?[] Finished(string?[] cells)
    {
        var entry = cells[4];
        cells[4] = PlaylistPaths.Resolve(_path, entry);
        if (cells[1] is not null || cells[4] is not { } file) return cells;
        var (artist, title) = PlaylistEntryTitle.OfFile(file);
        cells[0] ??= artist;
        cells[1] = title;
        return cells;
    }

    private string? ReadName()
    {
        using var xml = XmlTables.Reader(_path);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "trackList") return null;
            if (xml.LocalName == "title" && xml.Read()) return xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA ? xml.Value.Trim() : null;
        }

        return null;
    }
}
