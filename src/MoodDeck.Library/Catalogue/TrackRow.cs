using System.Data;
using System.Data.Common;
using System.Globalization;
using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Catalogue;

/// <summary>How a track lies in the table.</summary>
internal static class TrackRow
{
    // Below any limit of parameters; a statement each would be a way to the server and back each.
    private const int IdsAtOnce = 500;

    /// <summary>Tempo and key, as <see cref="MixAt"/> expects them.</summary>
    public static readonly string MixColumns = string.Create(
        CultureInfo.InvariantCulture,
        $"""
        (SELECT CASE WHEN tempo_bpm > 0 AND tempo_clarity >= {TrackMix.ClearTempo} THEN tempo_bpm END FROM track_sound WHERE track_id = tracks.id),
        (SELECT CASE WHEN key_clarity >= {TrackMix.ClearKey} THEN 2 * tonic + is_major END FROM track_sound WHERE track_id = tracks.id)
        """);

    /// <summary>The columns <see cref="Read"/> expects, in its order.</summary>
    public static readonly string Columns =
        "tracks.id, tracks.source, tracks.title, tracks.artist, tracks.album, tracks.year, tracks.language, tracks.genre, tracks.duration_seconds, " +
        "tracks.valence, tracks.arousal, tracks.dominance, tracks.valence_sigma, tracks.arousal_sigma, tracks.dominance_sigma, tracks.path, " +
        "tracks.artwork_id, tracks.loudness_lufs, tracks.true_peak_db, tracks.track_number, tracks.disc_number, " +
        "EXISTS (SELECT 1 FROM track_lyrics WHERE track_id = tracks.id), " + MixColumns;

    /// <summary>The tracks of these ids, in their order; ids that are not there are left out.</summary>
    public static IReadOnlyList<Track> Find(DbConnection connection, DbTransaction? transaction, IReadOnlyList<string> ids)
    {
        var found = new Dictionary<string, Track>(ids.Count, StringComparer.Ordinal);
        foreach (var lump in ids.Distinct(StringComparer.Ordinal).Chunk(IdsAtOnce))
        {
            var names = lump.Select((_, i) => FormattableString.Invariant($"@id{i}")).ToList();
            using var command = connection.Command($"SELECT {Columns} FROM tracks WHERE id IN ({string.Join(", ", names)})", transaction);
            foreach (var (name, id) in names.Zip(lump)) command.Add(name, id);
            using var rows = command.ExecuteReader();
            while (rows.Read())
            {
                var track = Read(rows);
                found.Add(track.Id, track);
            }
        }

        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
    }

    /// <summary>Reads the row a reader stands on.</summary>
    public static Track Read(DbDataReader row) => new()
    {
        Id = row.GetString(0),
        Source = SourceAt(row, 1),
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
        Mix = MixAt(row, 22, row.IsDBNull(17) ? null : row.GetDouble(17)),
    };

    /// <summary>Reads <see cref="MixColumns"/> from where they begin.</summary>
    public static TrackMix MixAt(DbDataReader row, int column, double? loudnessLufs) => new(
        row.IsDBNull(column) ? null : row.GetDouble(column),
        row.IsDBNull(column + 1) ? null : new(row.GetInt32(column + 1) / 2, row.GetInt32(column + 1) % 2 == 1), loudnessLufs);

    /// <summary>The source in a column.</summary>
    public static TrackSource SourceAt(DbDataReader row, int column) => TrackSources.TryParse(row.GetString(column), out var source)
        ? source
        : throw new InvalidOperationException($"The database holds a track of source {row.GetString(column)}, which no version of MoodDeck writes.");

    /// <summary>The text in a column; null where there is none.</summary>
    public static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>Three numbers from a column on.</summary>
    public static Vad VadAt(DbDataReader row, int column) =>
        new(row.GetDouble(column), row.GetDouble(column + 1), row.GetDouble(column + 2));

    private static int? Number(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);
}
