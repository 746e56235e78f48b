using System.Xml;

namespace MoodDeck.Library.Import;

/// <summary>The library that iTunes and Apple's Music write out: a property list with a dictionary of tracks.</summary>
internal sealed class PropertyListTable(string path) : ITable
{
    // plist, the outermost dictionary, the one called Tracks, and in it a dictionary for each track.
    private const int TrackDepth = 3;
    private static readonly string[] Keys = ["Artist", "Name", "Album", "Year", "Genre", "Total Time", "Location"];
    private static readonly HashSet<string> NoMusic = ["Podcast", "Movie", "TV Show", "Audiobook", "Has Video", "iTunesU"];

    public string Kind => "iTunes library";

    public IReadOnlyList<string> Columns => Keys;

    public IEnumerable<TableRow> Rows()
    {
        using var xml = XmlTables.Reader(path);
        var (isTracks, number) = (false, 0);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.Depth == 2 && xml.LocalName == "key") isTracks = Text(xml) == "Tracks";
            else if (xml.Depth == TrackDepth && xml.LocalName == "dict" && isTracks && !xml.IsEmptyElement) yield return Track(xml, ++number);
        }
    }

    private TableRow Track(XmlReader xml, int number)
    {
        var cells = new string?[Keys.Length];
        Flaw? flaw = null;
        string? key = null;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == TrackDepth))
        {
            if (xml.NodeType != XmlNodeType.Element || xml.Depth != TrackDepth + 1) continue;
            if (xml.LocalName == "key") key = Text(xml);
            else if (key is not null) Take(xml, key, cells, ref flaw);
        }

        return new(number, cells, flaw);
    }

    private void Take(XmlReader xml, string key, string?[] cells, ref Flaw? flaw)
    {
        if (xml.LocalName == "true" && NoMusic.Contains(key)) flaw = new("is no music", $"is no music ({key.ToLowerInvariant()})");
        var column = Array.IndexOf(Keys, key);
        if (column < 0) return;
        cells[column] = Text(xml);
        if (key == "Location") cells[column] = PlaylistPaths.Resolve(path, cells[column]);
    }

    // The text of an element that the reader stands on.
    private static string? Text(XmlReader xml) =>
        !xml.IsEmptyElement && xml.Read() && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA ? xml.Value : null;
}
