namespace MoodDeck.Demo.Composition;

/// <summary>Reads a sheet of lines that each begin with a section's name or letter.</summary>
internal static class Sheet
{
    /// <summary>The lines by their first word.</summary>
    public static IReadOnlyDictionary<string, string> Read(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .ToDictionary(line => line[..line.IndexOf(' ', StringComparison.Ordinal)], line => line[line.IndexOf(' ', StringComparison.Ordinal)..].Trim());
}
