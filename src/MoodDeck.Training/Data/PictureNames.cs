namespace MoodDeck.Training.Data;

/// <summary>Which files of a store are pictures, and which names are safe.</summary>
internal static class PictureNames
{
    // Kinds that are not read are here too: they are labelled pictures, and losing them silently would be worse than naming them.
    private static readonly HashSet<string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".bmp", ".gif", ".tif", ".tiff", ".pgm", ".ppm", ".heic", ".heif", ".avif", ".jp2",
    };

    /// <summary>Whether a name is a picture's.</summary>
    public static bool IsPicture(string name) => Endings.Contains(Path.GetExtension(name));

    /// <summary>Whether a name is one of the files that systems scatter about (<c>.DS_Store</c>, <c>__MACOSX/._x.jpg</c>).</summary>
    public static bool IsJunk(string name) =>
        name.Split('/', '\\').Any(part => part is "__MACOSX" or "@eaDir" || (part.Length > 1 && part[0] == '.' && part is not ".."));

    /// <summary>What is wrong with a name that should stay inside its store; null when nothing is.</summary>
    public static string? Problem(string name)
    {
        if (name.Any(char.IsControl)) return "its name holds control characters";
        if (name.Contains('\\', StringComparison.Ordinal)) return "its name holds a backslash; pack the folder with another program";
        if (name.StartsWith('/') || (name.Length > 1 && name[1] == ':' && char.IsAsciiLetter(name[0]))) return "its name starts at the root of a disk";
        return name.Split('/').Contains("..") ? "its name leads outside" : null;
    }

    /// <summary>A name as it may be printed.</summary>
    public static string Printable(string name)
    {
        var text = string.Concat(name.Select(c => char.IsControl(c) ? '?' : c));
        return text.Length <= 200 ? text : text[..200] + "…";
    }
}
