using MoodDeck.Core.Music;

namespace MoodDeck.Library.Export;

/// <summary>What a table of the catalogue holds. Others rely on these names; add to them, change none.</summary>
internal static class ExportColumns
{
    /// <summary>Column names in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "title", "artist", "album", "year", "language", "genre", "valence", "arousal", "dominance", "source",
        "id", "duration_seconds", "valence_sigma", "arousal_sigma", "dominance_sigma", "path",
    ];

    /// <summary>The values of a track in that order: texts, numbers or null.</summary>
    public static object?[] Of(Track track)
    {
        var (mean, sigma) = (track.Mood.Mean, track.Mood.Sigma);
        return
        [
            track.Title, track.Artist, track.Album, track.Year, track.Language, track.Genre,
            mean.Valence, mean.Arousal, mean.Dominance, TrackSources.NameOf(track.Source),
            track.Id, track.DurationSeconds, sigma.Valence, sigma.Arousal, sigma.Dominance, track.Path,
        ];
    }

    /// <summary>The values of a track of which only the name is left.</summary>
    public static object?[] OfGap(string id, string title, string? artist) =>
        [.. Names.Select(name => name switch { "title" => title, "artist" => artist, "id" => id, _ => (object?)null })];
}
