using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;
using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Export;

namespace MoodDeck.Library.Import;

/// <summary>Reads rows of one table as tracks.</summary>
internal sealed class TrackParser(TableColumns columns, TableSurvey survey)
{
    /// <summary>
    /// The spread of a valence that came with a table. Such values are measured from audio: Spotify's correlates with
    /// listeners' ratings at 0.40, its energy with rated arousal at 0.59 (PMEmo, Zhang et al. 2018), which leaves most of the ratings' own
    /// spread of about 0.35 open.
    /// </summary>
    public const double ValenceSigma = 0.35;

    /// <summary>The spread of an arousal that came with a table.</summary>
    public const double ArousalSigma = 0.30;

    /// <summary>The spread of a mood that came as a word: a word covers a region, and whoever wrote it chose among few.</summary>
    public const double WordSigma = 0.35;

    // The longest known have some 500; what is longer is a lyric or a damaged row.
    private const int LongestTitle = 1000;

    /// <summary>The track of a row, or why it can be none.</summary>
    public ParsedRow Parse(TableRow row)
    {
        var (track, flaw) = Read(row);
        return new(row.Line, track, flaw);
    }

    private (ParsedTrack? Track, Flaw? Flaw) Read(TableRow row)
    {
        if (row.Problem is { } problem) return (null, problem);
        if (Text(row, Field.Title) is not { } title)
            return (null, columns.Text(row, Field.Episode) is null ? Flaw.NoTitle : new("is an episode of a podcast, not a song"));
        if (title.Length > LongestTitle) return (null, new("has a title longer than that of any song"));
        if (!columns.Has(Field.Artist) && title.All(char.IsAsciiDigit)) return (null, new("has a number for a title and no artist"));
        Flaw? flaw = null;
        var word = MoodWords.Find(columns.Text(row, Field.Mood));
        var valence = Axis(row, Field.Valence, survey.Valence, word?.Valence, ValenceSigma, Field.ValenceSigma, ref flaw);
        var arousal = Axis(row, Field.Arousal, survey.Arousal, word?.Arousal, ArousalSigma, Field.ArousalSigma, ref flaw);
        var dominance = Axis(row, Field.Dominance, survey.Dominance, word?.Dominance, ArousalSigma, Field.DominanceSigma, ref flaw);
        var artist = Cells.MainArtist(Text(row, Field.Artist));
        var given = Text(row, Field.Id);
        var ownId = columns.IsOwn && TrackId.HasShape(given) ? given : null;
        var key = ownId is null ? KeyOf(artist, title, given) : "id:" + ownId;
        var track = new Track
        {
            Id = ownId ?? TrackId.Of(TrackSource.Import, key),
            Source = TrackSource.Import,
            Title = title,
            Artist = artist,
            Album = Text(row, Field.Album),
            Year = survey.HasPlayDates ? null : Cells.Year(Text(row, Field.Year)),
            Language = MusicLanguages.TryParse(Text(row, Field.Language), out var code) ? code : null,
            Genre = Text(row, Field.Genre)?.ToLowerInvariant(),
            DurationSeconds = Cells.Seconds(Text(row, Field.Duration), survey.DurationUnit),
            Mood = new(
                new(valence.Mean, arousal.Mean, dominance.Mean), new(valence.Sigma, arousal.Sigma, dominance.Sigma)),
        };
        SongKeys? song = artist is null ? null : SongKeys.Of(title, artist);
        return (new(track, key, ownId is not null, Text(row, Field.Path), song, TrackKeys.Of(track)), flaw);
    }

    // Without an artist a title alone says little: "Intro" of one table need not be that of another, so that what the table knows
    // the row by counts too. Many tables number their rows; the title keeps row 7 of one apart from row 7 of another.
    private static string KeyOf(string? artist, string title, string? given) =>
        artist is not null ? string.Join('\n', SongName.Artist(artist), SongName.Title(title), "")
        : given is not null ? $"id:{given}\n{FoldedText.Fold(title)}"
        : TrackId.SongKey(null, title, null);

    private (double Mean, double Sigma) Axis(
        TableRow row, Field field, MoodScale scale, double? ofWord, double usualSigma, Field sigmaField, ref Flaw? flaw)
    {
        var fallback = ofWord is { } w ? (w, WordSigma) : (0, VadCovariance.WidestSigma);
        if (columns.Text(row, field) is not { } text) return fallback;
        if (Cells.Number(text) is not { } number || scale.Convert(number) is not { } value)
        {
            // -1 stands for "unknown" on a scale that has no negatives; so do the words by which programs write that nothing is there.
            if (text.ToLowerInvariant() is "-1" or "-1.0" or "nan" or "na" or "n/a" or "null" or "none") return fallback;
            var name = field.ToString().ToLowerInvariant();
            flaw = new($"has a {name} that cannot be read, which stays unknown", $"{name} is '{text}', expected {scale}; it stays unknown");
            return fallback;
        }

        var sigma = Cells.Number(columns.Text(row, sigmaField) ?? columns.Text(row, Field.Sigma));
        return (value, sigma is > 0 and <= 1 ? sigma.Value : usualSigma);
    }

    private string? Text(TableRow row, Field field)
    {
        var text = columns.Text(row, field);
        return columns.IsEscaped && text is not null ? SpreadsheetText.Unescape(text) : text;
    }
}
