using System.Data.Common;
using Dapper;
using MoodDeck.Library.Listeners;
using MoodDeck.Library.Playlists;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Import;

/// <summary>Keeps an imported playlist among those of the default listener.</summary>
internal sealed class ImportedPlaylist(DbConnection connection, DbTransaction transaction, TimeProvider time)
{
    /// <summary>Keeps it, unless there is one of that name; returns what became of it, in words.</summary>
    public string Keep(string name, List<string> trackIds)
    {
        if (trackIds.Count == 0) return "no playlist was made, since no track was read";
        var owner = Listener.DefaultId;
        if (Count("SELECT count(*) FROM listeners WHERE id = @owner", new { owner }) == 0)
            return "the tracks were taken in without a playlist, since the default listener was removed";
        name = PersonalName.Read(name, PersonalName.MostOfPlaylist) ?? "Imported playlist";
        var kept = trackIds.Take(IPlaylistStore.MostTracks).ToList();
        var same = connection.Query<long>("SELECT id FROM playlists WHERE listener_id = @owner AND name = @name", new { owner, name }, transaction).ToList();
        if (same.Count > 0)
        {
            return same.Any(id => PlaylistTracks.Read(connection, transaction, id).Select(e => e.TrackId).SequenceEqual(kept))
                ? $"playlist '{name}' is there as it is"
                : $"playlist '{name}' is there already with other tracks and was left as it is; rename it to take this one in too";
        }

        if (Count("SELECT count(*) FROM playlists WHERE listener_id = @owner", new { owner }) >= IPlaylistStore.MostPlaylists)
            return $"no playlist was made, since there are {IPlaylistStore.MostPlaylists} already";
        var playlist = connection.ExecuteScalar<long>(
            "INSERT INTO playlists (listener_id, name, created_at, updated_at) VALUES (@owner, @name, @now, @now) RETURNING id",
            new { owner, name, now = StoredTime.Of(time.GetUtcNow()) }, transaction);
        PlaylistTracks.Replace(connection, transaction, playlist, kept);
        return $"playlist '{name}' with {kept.Count} tracks{(kept.Count < trackIds.Count ? $", the first of {trackIds.Count}" : "")}";
    }

    private long Count(string sql, object parameters) => connection.ExecuteScalar<long>(sql, parameters, transaction);
}
