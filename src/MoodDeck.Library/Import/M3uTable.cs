namespace MoodDeck.Library.Import;

/// <summary>An M3U playlist, plain or extended.</summary>
internal sealed class M3uTable(string path, string name) : ITable
{
    public string Kind => "playlist (M3U)";

    public IReadOnlyList<string> Columns { get; } = ["artist", "title", "album", "duration seconds", "location"];

    public string? PlaylistName { get; } = ReadName(path) ?? Path.GetFileNameWithoutExtension(name);

    public IEnumerable<TableRow> Rows()
    {
        using var text = TableText.Open(path);
        var number = 0;
        (string? Seconds, string? Name, string? Album) told = default;
        while (TableText.ReadLine(text) is { } line)
        {
            number++;
            line = line.Trim();
            if (Value(line, "#EXTINF:") is { } info) (told.Seconds, told.Name) = Info(info);
            else if (Value(line, "#EXTALB:") is { } album) told.Album = album;
            if (line is "" or ['#', ..]) continue;
            yield return Row(number, line, told);
            told = default;
        }
    }

    private TableRow Row(int number, string entry, (string? Seconds, string? Name, string? Album) told)
    {
        if (told.Name is null && PlaylistPaths.IsAddress(entry) && PlaylistPaths.Resolve(path, entry) is null)
            return new(number, [], new("is an address without a name"));
        var (artist, title) = told.Name is null ? PlaylistEntryTitle.OfFile(entry) : PlaylistEntryTitle.Split(told.Name);
        return new(number, [artist, title, told.Album, told.Seconds, PlaylistPaths.Resolve(path, entry)]);
    }

    // 215,Artist - Title — and some programs put attributes between the two.
    private static (string? Seconds, string? Name) Info(string info)
    {
        var comma = info.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0) return (null, null);
        var name = info[(comma + 1)..].Trim();
        return (info[..comma].Split(' ')[0], name.Length > 0 ? name : null);
    }

    private static string? ReadName(string path)
    {
        using var text = TableText.Open(path);
        // The name stands at the head; a list of a million entries without one is not read through for it.
        for (var i = 0; i < 20 && TableText.ReadLine(text) is { } line; i++)
            if (Value(line.Trim(), "#PLAYLIST:") is { Length: > 0 } name) return name;
        return null;
    }

    private static string? Value(string line, string tag) =>
        line.StartsWith(tag, StringComparison.OrdinalIgnoreCase) ? line[tag.Length..].Trim() : null;
}
