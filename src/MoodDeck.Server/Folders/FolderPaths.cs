using MoodDeck.Audio.Probing;
using MoodDeck.Library;

namespace MoodDeck.Server.Folders;

/// <summary>Paths of this machine that somebody typed or chose.</summary>
internal sealed class FolderPaths(DataFolder data)
{
    // A folder with more is no place to choose from, and listing it all would keep the disk busy.
    private const int MostEntries = 20_000, MostFolders = 500;

    /// <summary>Makes a path absolute and plain, or says what is wrong with it.</summary>
    /// <returns>The path, or a sentence that says what to do.</returns>
    public (string? Path, string? Problem) Check(string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length == 0) return (null, "'path' is missing. Give the folder as an absolute path, such as /home/me/Music.");
        if (text.Contains('\0', StringComparison.Ordinal)) return (null, "'path' holds a character that no path can hold.");
        if (text == "~" || text.StartsWith("~/", StringComparison.Ordinal)) text = Home + text[1..];
        if (!Path.IsPathFullyQualified(text)) return (null, $"{text} is not an absolute path. Begin it at the top, such as /home/me/Music.");

        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(text));
        if (IsEndlessLink(path)) return (null, $"{path} is a link that leads back to itself. Choose the folder it was meant for.");
        if (File.Exists(path)) return (null, $"{path} is a file. Give the folder it lies in.");
        if (!Directory.Exists(path)) return (null, $"There is no folder {path}. Check the spelling, and whether its drive is connected.");
        if (data.Holds(path)) return (null, $"{path} is where MoodDeck keeps its own files. Choose the folder your music lies in.");
        try
        {
            _ = Directory.EnumerateFileSystemEntries(path).Any();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, $"{path} cannot be read. Give the user MoodDeck runs as the right to.");
        }

        return (path, null);
    }

    /// <summary>What lies at a place that passed <see cref="Check"/>.</summary>
    public static PlacesAnswer Look(string path)
    {
        var (audio, folders, seen) = (0, new List<PlaceAnswer>(), 0);
        foreach (var entry in new DirectoryInfo(path).EnumerateFileSystemInfos("*", new EnumerationOptions { AttributesToSkip = FileAttributes.Hidden | FileAttributes.System }))
        {
            if (++seen > MostEntries) break;
            if (entry is DirectoryInfo) folders.Add(new(entry.Name, entry.FullName));
            else if (AudioFormats.IsAudioName(entry.Name)) audio++;
        }

        folders.Sort((a, b) => string.Compare(a.Name, b.Name, StringComparison.OrdinalIgnoreCase));
        return new(path, Path.GetDirectoryName(path), audio, [.. folders.Take(MostFolders)], seen > MostEntries || folders.Count > MostFolders);
    }

    /// <summary>Where choosing begins: the user's music folder, else their home.</summary>
    public static string Start()
    {
        var music = Environment.GetFolderPath(Environment.SpecialFolder.MyMusic);
        if (Directory.Exists(music)) return music;
        return Directory.Exists(Home) ? Home : Path.GetPathRoot(Environment.CurrentDirectory)!;
    }

    private static string Home => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    private static bool IsEndlessLink(string path)
    {
        if (new FileInfo(path).LinkTarget is null) return false;
        try
        {
            _ = File.ResolveLinkTarget(path, returnFinalTarget: true);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
