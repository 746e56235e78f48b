namespace MoodDeck.Library.Jobs;

/// <summary>The paths below a folder as a range of texts, which an index finds: from <see cref="From"/> up to but without <see cref="To"/>.</summary>
internal readonly record struct PathRange(string From, string To)
{
    /// <summary>Every path.</summary>
    public static PathRange All { get; } = new("", "\U0010FFFF");

    /// <summary>One path alone: nothing lies between it and itself with the lowest character behind it.</summary>
    public static PathRange Only(string path) => new(path, path + '\u0001');

    /// <summary>The paths below a folder; of null, every path.</summary>
    public static PathRange Below(string? folder)
    {
        if (folder is null) return All;
        // '0' follows '/' in ASCII: everything that starts with "folder/".
        var from = Path.TrimEndingDirectorySeparator(folder) + (Path.EndsInDirectorySeparator(Path.TrimEndingDirectorySeparator(folder)) ? "" : Path.DirectorySeparatorChar);
        return new(from, from[..^1] + (char)(Path.DirectorySeparatorChar + 1));
    }
}
