using Microsoft.Data.Sqlite;
using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;

namespace MoodDeck.Library.Catalogue;

/// <summary>How a track lies in the table.</summary>
internal static class TrackRow
{
    /// <summary>The columns <see cref="Read"/> expects, in its order.</summary>
    public const string Columns =
        "tracks.id, tracks.source, tracks.title, tracks.artist, tracks.album, tracks.year, tracks.language, tracks.genre, tracks.duration_seconds, " +
        "tracks.valence, tracks.arousal, tracks.dominance, tracks.valence_sigma, tracks.arousal_sigma, tracks.dominance_sigma, tracks.path, " +
        "tracks.artwork_id, tracks.loudness_lufs, tracks.true_peak_db, tracks.track_number, tracks.disc_number, " +
        "EXISTS (SELECT 1 FROM track_lyrics WHERE track_id = tracks.id)";

    /// <summary>Reads the row a reader stands on.</summary>
    public static Track Read(SqliteDataReader row)
    {
        if (!TrackSources.TryParse(row.GetString(1), out var source))
            throw new InvalidOperationException($"The database holds a track of source {row.GetString(1)}, which no version of MoodDeck writes.");
        return new Track
        {
            Id = row.GetString(0),
            Source = source,
            Title = row.GetString(2),
            Artist = Text(row, 3),
            Album = Text(row, 4),
            Year = Number(row, 5),
            Language = Text(row, 6),
            Genre = Text(row, 7),
            DurationSeconds = row.IsDBNull(8) ? null : row.GetDouble(8),
            Mood = new(VadAt(row, 9), VadAt(row, 12)),
            Path = Text(row, 15),
            ArtworkId = Text(row, 16),
            Loudness = row.IsDBNull(17) ? null : new(row.GetDouble(17), row.IsDBNull(18) ? null : row.GetDouble(18)),
            TrackNumber = Number(row, 19),
            DiscNumber = Number(row, 20),
            HasLyrics = row.GetBoolean(21),
        };
    }

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static int? Number(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    private static Vad VadAt(SqliteDataReader row, int column) =>
        new(row.GetDouble(column), row.GetDouble(column + 1), row.GetDouble(column + 2));
}
