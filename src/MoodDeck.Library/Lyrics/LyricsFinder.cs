namespace MoodDeck.Library.Lyrics;

/// <summary>Finds the words of a song.</summary>
public static class LyricsFinder
{
    private static readonly string[] s_endings = [".lrc", ".LRC", ".Lrc"];

    /// <summary>
    /// The words of an audio file as they are written, timed or not: from the <c>.lrc</c> beside it, whatever the case of its
    /// ending, else from its tags (<paramref name="tagText"/>). Null when there are none, or when they are longer than
    /// <see cref="LyricsParser.MaxChars"/> and so no lyrics. What cannot be read counts as not there.
    /// </summary>
    public static string? Find(string audioPath, string? tagText)
    {
        ArgumentNullException.ThrowIfNull(audioPath);
        return Usable(Beside(audioPath)) ?? Usable(tagText);
    }

    /// <summary>The path of the <c>.lrc</c> beside an audio file, whatever the case of its ending; null when there is none.</summary>
    internal static string? FileBeside(string audioPath) => s_endings.Select(e => Path.ChangeExtension(audioPath, e)).FirstOrDefault(File.Exists);

    private static string? Usable(string? text) => text is { Length: <= LyricsParser.MaxChars } && LyricsParser.Parse(text) is not null ? text : null;

    private static string? Beside(string audioPath)
    {
        try
        {
            if (FileBeside(audioPath) is not { } path) return null;
            // A pipe has no length, and reading it would wait for somebody to write.
            if (new FileInfo(path).Length is 0 or > LyricsParser.MaxChars) return null;
            return File.ReadAllText(path, LenientText.Utf8OrWindows1252);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
