namespace MoodDeck.Library.Import;

/// <summary>Tells what kind of table a file is.</summary>
internal static class Tables
{
    /// <summary>Opens a file by what it starts with and what it is called.</summary>
    /// <exception cref="LibraryException">It is no table of any kind that is known, or cannot be read.</exception>
    public static ITable Open(string path)
    {
        if (ForeignFiles.Advice(path) is { } advice) throw new LibraryException($"{path} is {advice}");
        try
        {
            return new GuardedTable(path, OfKind(path));
        }
        catch (Exception e) when (GuardedTable.IsDamage(e))
        {
            throw GuardedTable.Damaged(path, e);
        }
    }

    private static ITable OfKind(string path)
    {
        var start = Start(path);
        var name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? Path.GetFileNameWithoutExtension(path) : path;
        var extension = Path.GetExtension(name).ToLowerInvariant();
        if (extension is ".m3u" or ".m3u8" || start.StartsWith("#EXTM3U", StringComparison.Ordinal)) return new M3uTable(path, name);
        if (start.StartsWith('<')) return XmlTables.Open(path, name);
        if (extension is ".json" or ".jsonl" or ".ndjson" || start is ['[' or '{', ..]) return new JsonTable(path);
        return DelimitedTable.Open(path, name);
    }

    // The first characters that are not blank.
    private static string Start(string path)
    {
        using var text = TableText.Open(path);
        var buffer = new char[512];
        return new string(buffer, 0, text.ReadBlock(buffer)).TrimStart();
    }
}
