using MoodDeck.Core.Music;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Catalogue;

/// <summary>Reads the values tracks are filtered by.</summary>
internal static class FilterValues
{
    /// <summary>
    /// Codes of languages, from codes or English names. A well-formed code that is not known finds nothing and is no
    /// mistake; anything else is one.
    /// </summary>
    public static ProblemHttpResult? Languages(string[]? texts, out IReadOnlyList<string> codes)
    {
        var read = new List<string>();
        codes = read;
        foreach (var text in texts ?? [])
        {
            if (MusicLanguages.TryParse(text, out var code)) read.Add(code);
            else if (IsWellFormed(text)) read.Add(text.ToLowerInvariant());
            else return ProblemKind.BadLanguage.With($"'{text}' is not a language. Give an ISO 639-1 code such as es, an English name such as Spanish, or zxx for music without words.");
        }

        return null;
    }

    /// <summary>Sources by name.</summary>
    public static ProblemHttpResult? Sources(string[]? names, out IReadOnlyList<TrackSource> sources)
    {
        var read = new List<TrackSource>();
        sources = read;
        foreach (var name in names ?? [])
        {
            if (!TrackSources.TryParse(name, out var source))
                return ProblemKind.BadOption.With($"No source is called '{name}'. There are: {string.Join(", ", TrackSources.Names)}.");
            read.Add(source);
        }

        return null;
    }

    private static bool IsWellFormed(string? code) => code is { Length: 2 or 3 } && code.All(char.IsAsciiLetter);
}
