using System.Data.Common;
using System.Globalization;
using MoodDeck.Core.Music;
using MoodDeck.Library.Import;
using MoodDeck.Library.Storage;
using MoodDeck.Recommend;

namespace MoodDeck.Library.Catalogue;

/// <summary>Reads the index of all tracks from the database, in the folded forms that are stored there.</summary>
internal static class IndexReader
{
    private static readonly string s_query = string.Create(
        CultureInfo.InvariantCulture,
        $"""
        SELECT t.id, t.source, t.search_text, t.artist, t.artist_key, t.genre, t.genre_key, t.language, CASE WHEN t.path IS NULL THEN 0 ELSE 1 END,
            t.valence, t.arousal, t.dominance, t.valence_sigma, t.arousal_sigma, t.dominance_sigma, t.loudness_lufs,
            CASE WHEN s.tempo_bpm > 0 AND s.tempo_clarity >= {TrackMix.ClearTempo} THEN s.tempo_bpm END,
            CASE WHEN s.key_clarity >= {TrackMix.ClearKey} THEN 2 * s.tonic + s.is_major END
        FROM tracks t LEFT JOIN track_sound s ON s.track_id = t.id ORDER BY t.row
        """);

    /// <summary>The index of the tracks there are.</summary>
    public static TrackIndex Read(DbConnection connection) => TrackIndex.Of(ReadAhead.Of(Entries(connection), CancellationToken.None));

    private static IEnumerable<TrackEntry> Entries(DbConnection connection)
    {
        using var command = connection.Command(s_query);
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            var found = row.GetString(2);
            var titleEnd = found.IndexOf('\n', StringComparison.Ordinal);
            yield return new()
            {
                Id = row.GetString(0),
                Source = TrackRow.SourceAt(row, 1),
                TitleKey = titleEnd < 0 ? found : found[..titleEnd],
                Artist = TrackRow.Text(row, 3),
                ArtistKey = row.GetString(4),
                Genre = TrackRow.Text(row, 5),
                GenreKey = row.GetString(6),
                Language = TrackRow.Text(row, 7),
                IsPlayable = row.GetInt64(8) != 0,
                Mood = new(TrackRow.VadAt(row, 9), TrackRow.VadAt(row, 12)),
                Mix = TrackRow.MixAt(row, 16, row.IsDBNull(15) ? null : row.GetDouble(15)),
            };
        }
    }
}
