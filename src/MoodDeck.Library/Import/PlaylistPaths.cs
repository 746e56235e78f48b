using System.Text.RegularExpressions;

namespace MoodDeck.Library.Import;

/// <summary>What playlists write for a file.</summary>
internal static partial class PlaylistPaths
{
    /// <summary>
    /// The absolute path an entry means on this machine: a <c>file:</c> address, a path, or a path from where the playlist lies, with
    /// slashes of either kind; null for an address of the net.
    /// </summary>
    public static string? Resolve(string playlist, string? entry)
    {
        if (string.IsNullOrWhiteSpace(entry)) return null;
        if (Uri.TryCreate(entry, UriKind.Absolute, out var uri) && uri.IsFile && entry.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
            return Uri.UnescapeDataString(uri.AbsolutePath);
        if (IsAddress(entry)) return null;
        var path = Path.DirectorySeparatorChar == '/' ? entry.Replace('\\', '/') : entry;
        // XSPF writes relative paths as addresses.
        if (path.Contains('%', StringComparison.Ordinal) && !File.Exists(Absolute(playlist, path))) path = Uri.UnescapeDataString(path);
        return Absolute(playlist, path);
    }

    /// <summary>Whether an entry is an address of the net.</summary>
    public static bool IsAddress(string entry) => Address().IsMatch(entry);

    private static string Absolute(string playlist, string path) => Path.GetFullPath(path, Path.GetDirectoryName(Path.GetFullPath(playlist))!);

    // A letter alone is a drive.
    [GeneratedRegex("^[A-Za-z][A-Za-z0-9+.-]+:")]
    private static partial Regex Address();
}
