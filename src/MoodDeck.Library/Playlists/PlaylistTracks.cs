using System.Data.Common;
using Dapper;
using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Playlists;

/// <summary>The tracks of playlists, inside a transaction of the caller.</summary>
internal static class PlaylistTracks
{
    /// <summary>Reads them in order.</summary>
    public static IReadOnlyList<PlaylistEntry> Read(DbConnection connection, DbTransaction transaction, long playlist)
    {
        using var command = connection.Command(
            $"""
            SELECT {TrackRow.Columns}, p.track_id, p.title, p.artist FROM playlist_tracks p LEFT JOIN tracks ON tracks.id = p.track_id
            WHERE p.playlist_id = @playlist ORDER BY p.position
            """,
            transaction);
        command.Add("@playlist", playlist);
        using var row = command.ExecuteReader();
        var entries = new List<PlaylistEntry>();
        var own = row.FieldCount - 3;
        while (row.Read())
        {
            var track = row.IsDBNull(0) ? null : TrackRow.Read(row);
            entries.Add(new(row.GetString(own), track?.Title ?? row.GetString(own + 1), track is not null ? track.Artist : row.IsDBNull(own + 2) ? null : row.GetString(own + 2), track));
        }

        return entries;
    }

    /// <summary>Writes them in place of those there are; returns the first that nothing is known of, and writes nothing then.</summary>
    public static string? Replace(DbConnection connection, DbTransaction transaction, long playlist, IReadOnlyList<string> trackIds)
    {
        var names = Read(connection, transaction, playlist).DistinctBy(e => e.TrackId).ToDictionary(e => e.TrackId, e => (e.Title, e.Artist), StringComparer.Ordinal);
        foreach (var id in trackIds)
        {
            if (names.ContainsKey(id)) continue;
            var named = connection.Query<(string Title, string? Artist)>("SELECT title, artist FROM tracks WHERE id = @id", new { id }, transaction).ToList();
            if (named.Count == 0) return id;
            names[id] = named[0];
        }

        connection.Execute("DELETE FROM playlist_tracks WHERE playlist_id = @playlist", new { playlist }, transaction);
        connection.Execute(
            "INSERT INTO playlist_tracks (playlist_id, position, track_id, title, artist) VALUES (@playlist, @position, @id, @Title, @Artist)",
            trackIds.Select((id, position) => new { playlist, position, id, names[id].Title, names[id].Artist }), transaction);
        return null;
    }
}
