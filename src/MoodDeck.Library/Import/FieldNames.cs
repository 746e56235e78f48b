namespace MoodDeck.Library.Import;

/// <summary>What a column of a table can hold for us.</summary>
internal enum Field
{
    Title, Artist, Album, Year, Language, Genre, Valence, Arousal, Dominance, Mood, Duration, Id, Source, Path, Episode,
    Sigma, ValenceSigma, ArousalSigma, DominanceSigma,
}

/// <summary>The names by which tables call their columns.</summary>
internal static class FieldNames
{
    /// <summary>
    /// The names of each field, compared without case, spaces and signs; of several that a table has, the first here wins. What names
    /// the song itself comes before <c>title</c>, which beside it is the title of a playlist or a page.
    /// </summary>
    public static IReadOnlyDictionary<Field, string[]> All { get; } = new Dictionary<Field, string[]>
    {
        [Field.Title] = ["trackname", "songname", "tracktitle", "songtitle", "mastermetadatatrackname", "title", "name", "song", "track"],
        [Field.Artist] =
        [
            "artist", "artistname", "artists", "artistnames", "artistsname", "trackartist", "trackartists", "mainartist",
            "mastermetadataalbumartistname", "albumartist", "albumartistname", "performer", "creator", "band", "singer",
        ],
        [Field.Album] = ["album", "albumname", "trackalbumname", "albumtitle", "mastermetadataalbumalbumname"],
        [Field.Year] = ["year", "releaseyear", "releasedyear", "releasedate", "released", "trackalbumreleasedate", "albumreleasedate", "date"],
        [Field.Language] = ["language", "lang"],
        [Field.Genre] = ["genre", "trackgenre", "maingenre", "topgenre", "playlistgenre", "genres"],
        [Field.Valence] = ["valence", "valencetags", "valencemean", "valence01", "valencez", "meanvalence"],
        [Field.Arousal] = ["arousal", "arousaltags", "arousalmean", "arousal01", "arousalz", "meanarousal", "energy"],
        [Field.Dominance] = ["dominance", "dominancetags", "dominancemean", "dominance01", "dominancez"],
        [Field.Mood] = ["mood", "moodlabel", "moodname", "emotion", "moods"],
        [Field.Duration] =
            ["durationms", "trackdurationms", "durationseconds", "durations", "durationsec", "totaltime", "duration", "length", "lengthduration", "tracklength"],
        [Field.Id] = ["spotifyid", "trackid", "spotifytrackid", "isrc", "id", "uri", "trackuri", "spotifytrackuri"],
        [Field.Source] = ["source"],
        [Field.Path] = ["location"],
        [Field.Episode] = ["episodename", "episodeshowname"],
        [Field.Sigma] = ["sigma"],
        [Field.ValenceSigma] = ["valencesigma"],
        [Field.ArousalSigma] = ["arousalsigma"],
        [Field.DominanceSigma] = ["dominancesigma"],
    };

    /// <summary>A name as it is compared.</summary>
    public static string Bare(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>Whether a name of that kind stands for a title.</summary>
    public static bool IsTitle(string name) => All[Field.Title].Contains(Bare(name), StringComparer.Ordinal);
}
