namespace MoodDeck.Library;

/// <summary>Where paths lie, by their names and by what their links lead to.</summary>
internal static class FolderTree
{
    // As many as Linux follows before it calls a path a circle.
    private const int MostLinks = 40;

    private static readonly char[] s_separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    /// <summary>Whether a path is a folder or lies below it, by name.</summary>
    public static bool IsBelow(string path, string folder)
    {
        var top = Path.TrimEndingDirectorySeparator(folder);
        return path.StartsWith(top, StringComparison.Ordinal)
            && (path.Length == top.Length || Path.EndsInDirectorySeparator(top) || path[top.Length] == Path.DirectorySeparatorChar);
    }

    /// <summary>
    /// The path with every link on its way followed, not only one at its end. What is not there stays as it is written, and
    /// of a circle of links the rest does.
    /// </summary>
    public static string RealPath(string path)
    {
        var full = Path.GetFullPath(path);
        var real = Path.GetPathRoot(full)!;
        var ahead = new Stack<string>();
        Push(ahead, full[real.Length..]);
        var links = 0;
        while (ahead.TryPop(out var name))
        {
            if (name == ".") continue;
            if (name == "..")
            {
                real = Path.GetDirectoryName(real) ?? real;
                continue;
            }

            var next = Path.Combine(real, name);
            if (new FileInfo(next).LinkTarget is not { } target || ++links > MostLinks)
            {
                real = next;
                continue;
            }

            var root = Path.IsPathRooted(target) ? Path.GetPathRoot(target)! : "";
            if (root.Length > 0) real = Path.GetFullPath(root);
            Push(ahead, target[root.Length..]);
        }

        return real;
    }

    private static void Push(Stack<string> ahead, string path)
    {
        foreach (var name in path.Split(s_separators, StringSplitOptions.RemoveEmptyEntries).Reverse()) ahead.Push(name);
    }
}
