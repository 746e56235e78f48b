using System.Text.RegularExpressions;

namespace MoodDeck.Library.Scan;

/// <summary>The title of a file without a title tag.</summary>
internal static partial class FileTitle
{
    /// <summary>Its name without extension, underscores and a track number in front (<c>01 - Song.mp3</c>, <c>01. Song.mp3</c>).</summary>
    public static string Of(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path).Replace('_', ' ').Trim();
        var bare = TrackNumber().Replace(name, "");
        return bare.Length > 0 ? bare : name.Length > 0 ? name : Path.GetFileName(path);
    }

    // A number alone may belong to the title: 99 Luftballons.
    [GeneratedRegex(@"^\d{1,3}\s*[-.]\s+")]
    private static partial Regex TrackNumber();
}
