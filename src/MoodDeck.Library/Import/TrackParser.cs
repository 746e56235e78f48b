using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;
using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Export;

namespace MoodDeck.Library.Import;

/// <summary>A row read as a track.</summary>
/// <param name="Track">The track.</param>
/// <param name="ExternalKey">What the table knows it by.</param>
/// <param name="Problem">What was wrong with part of the row; null when nothing was.</param>
internal sealed record ParsedTrack(Track Track, string ExternalKey, string? Problem);

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

    /// <summary>The track of a row that has a title; null when it has none.</summary>
    public ParsedTrack? Parse(TableRow row)
    {
        if (Text(row, Field.Title) is not { } title) return null;
        var problems = new List<string>();
        var valence = Axis(row, Field.Valence, survey.Valence, ValenceSigma, Field.ValenceSigma, problems);
        var arousal = Axis(row, Field.Arousal, survey.Arousal, ArousalSigma, Field.ArousalSigma, problems);
        var dominance = Axis(row, Field.Dominance, survey.Dominance, ArousalSigma, Field.DominanceSigma, problems);
        var artist = Cells.MainArtist(Text(row, Field.Artist));
        var album = Text(row, Field.Album);
        var (id, key) = Identify(row, artist, title, album);
        var track = new Track
        {
            Id = id,
            Source = TrackSource.Import,
            Title = title,
            Artist = artist,
            Album = album,
            Year = Cells.Year(Text(row, Field.Year)),
            Language = MusicLanguages.TryParse(Text(row, Field.Language), out var code) ? code : null,
            Genre = Text(row, Field.Genre)?.ToLowerInvariant(),
            DurationSeconds = Cells.Seconds(Text(row, Field.Duration), survey.DurationUnit),
            Mood = new(
                new(valence.Mean, arousal.Mean, dominance.Mean), new(valence.Sigma, arousal.Sigma, dominance.Sigma)),
        };
        return new(track, key, problems.Count > 0 ? string.Join(", ", problems) : null);
    }

    private (string Id, string Key) Identify(TableRow row, string? artist, string title, string? album)
    {
        var given = Text(row, Field.Id);
        if (columns.IsOwn && TrackId.HasShape(given)) return (given!, "id:" + given);
        // Many tables number their rows; the title keeps row 7 of one apart from row 7 of another.
        var key = given is null ? TrackId.SongKey(artist, title, album) : $"id:{given}\n{FoldedText.Fold(title)}";
        return (TrackId.Of(TrackSource.Import, key), key);
    }

    private (double Mean, double Sigma) Axis(
        TableRow row, Field field, MoodScale scale, double usualSigma, Field sigmaField, List<string> problems)
    {
        if (columns.Text(row, field) is not { } text) return (0, VadCovariance.WidestSigma);
        if (Cells.Number(text) is not { } number || scale.Convert(number) is not { } value)
        {
            // -1 stands for "unknown" on a scale that has no negatives.
            if (text is not ("-1" or "-1.0")) problems.Add($"{field} is '{text}', expected {scale}; it stays unknown".ToLowerInvariant());
            return (0, VadCovariance.WidestSigma);
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
