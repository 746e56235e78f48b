using System.Data.Common;
using Dapper;
using MoodDeck.Core.Mood;
using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Listeners;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Playlists.Smart;

/// <summary>Keeps smart playlists in the database.</summary>
internal sealed class SqlSmartPlaylists(LibraryDatabase database) : ISmartPlaylists
{
    // A walk tells moods apart by a five-hundredth of an axis.
    private const int WalkBits = 10;

    private const string Columns = "id AS Id, name AS Name, rules AS Rules, version AS Version, created_at AS CreatedAt, updated_at AS UpdatedAt";

    public Task<IReadOnlyList<SmartPlaylist>?> ListAsync(string listenerId, CancellationToken cancellationToken = default) => database.SnapshotAsync<IReadOnlyList<SmartPlaylist>?>(
        (connection, snapshot) =>
        {
            if (!HasListener(connection, snapshot, listenerId)) return null;
            return [.. connection.Query<Row>($"SELECT {Columns} FROM smart_playlists WHERE listener_id = @listenerId ORDER BY updated_at DESC, id DESC", new { listenerId }, snapshot).Select(r => r.ToPlaylist())];
        },
        cancellationToken);

    public Task<SmartPlaylist?> FindAsync(string listenerId, long id, CancellationToken cancellationToken = default) => database.ReadAsync(
        connection => Find(connection, null, listenerId, id), cancellationToken);

    public Task<SmartPlaylistChange> CreateAsync(string listenerId, string name, SmartRules rules, CancellationToken cancellationToken = default)
    {
        var (read, json) = (NameOf(name), JsonOf(rules));
        return database.WriteAsync(
            WriteLane.Listeners,
            (connection, transaction) =>
            {
                if (!HasListener(connection, transaction, listenerId)) return new(PlaylistRefusal.UnknownListener);
                if (connection.ExecuteScalar<long>("SELECT count(*) FROM smart_playlists WHERE listener_id = @listenerId", new { listenerId }, transaction) >= IPlaylistStore.MostPlaylists)
                    return new(PlaylistRefusal.Full);
                var id = connection.ExecuteScalar<long>(
                    "INSERT INTO smart_playlists (listener_id, name, rules, created_at, updated_at) VALUES (@listenerId, @read, @json, @now, @now) RETURNING id",
                    new { listenerId, read, json, now = Now() }, transaction);
                return new SmartPlaylistChange(PlaylistRefusal.None, Find(connection, transaction, listenerId, id));
            },
            cancellationToken);
    }

    public Task<SmartPlaylistChange> ChangeAsync(
        string listenerId, long id, int version, string? name, SmartRules? rules, CancellationToken cancellationToken = default)
    {
        var (read, json) = (name is null ? null : NameOf(name), rules is null ? null : JsonOf(rules));
        return database.WriteAsync(
            WriteLane.Listeners,
            (connection, transaction) =>
            {
                if (!HasListener(connection, transaction, listenerId)) return new(PlaylistRefusal.UnknownListener);
                if (Find(connection, transaction, listenerId, id) is not { } there) return new(PlaylistRefusal.UnknownPlaylist);
                if (there.Version != version) return new(PlaylistRefusal.Stale, there);
                connection.Execute(
                    "UPDATE smart_playlists SET name = coalesce(@read, name), rules = coalesce(@json, rules), version = version + 1, updated_at = @now WHERE id = @id",
                    new { id, read, json, now = Now() }, transaction);
                return new SmartPlaylistChange(PlaylistRefusal.None, Find(connection, transaction, listenerId, id));
            },
            cancellationToken);
    }

    public Task<bool> RemoveAsync(string listenerId, long id, CancellationToken cancellationToken = default) => database.EraseAsync(
        (connection, transaction) => connection.Execute("DELETE FROM smart_playlists WHERE listener_id = @listenerId AND id = @id", new { listenerId, id }, transaction) > 0,
        cancellationToken);

    public Task<SmartTracks> EvaluateAsync(string listenerId, SmartRules rules, int offset = 0, int limit = IPlaylistStore.MostTracks, CancellationToken cancellationToken = default)
    {
        Require(rules);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var sql = new SmartSql(listenerId, rules, database.Time.GetUtcNow());
        return database.SnapshotAsync(
            (connection, snapshot) =>
            {
                var (matching, playable) = connection.QuerySingle<(long, long)>($"SELECT count(*), count(tracks.path) {sql.From}", sql.Parameters, snapshot);
                var total = (int)Math.Min(matching, rules.Limit ?? SmartRules.DefaultLimit);
                var ids = connection.Query<(string Id, double Valence, double Arousal)>(
                    $"SELECT tracks.id, {SmartSql.Valence}, {SmartSql.Arousal} {sql.From} ORDER BY {sql.By} LIMIT {total}", sql.Parameters, snapshot);
                if (sql.Order == SmartOrder.Path) ids = ids.OrderBy(t => MoodCurve.Along(new(t.Valence, t.Arousal, 0), WalkBits)).ThenBy(t => t.Id, StringComparer.Ordinal);
                return new SmartTracks((int)matching, (int)playable, total, TrackRow.Find(connection, snapshot, [.. ids.Skip(offset).Take(limit).Select(t => t.Id)]));
            },
            cancellationToken);
    }

    private static SmartPlaylist? Find(DbConnection connection, DbTransaction? transaction, string listenerId, long id) => connection.QuerySingleOrDefault<Row>(
        $"SELECT {Columns} FROM smart_playlists WHERE listener_id = @listenerId AND id = @id", new { listenerId, id }, transaction)?.ToPlaylist();

    private static bool HasListener(DbConnection connection, DbTransaction transaction, string listenerId) =>
        connection.ExecuteScalar<long>("SELECT count(*) FROM listeners WHERE id = @listenerId", new { listenerId }, transaction) > 0;

    private static string NameOf(string name) => PersonalName.Read(name, PersonalName.MostOfPlaylist)
        ?? throw new ArgumentException($"A playlist needs a name of 1 to {PersonalName.MostOfPlaylist} characters.", nameof(name));

    private static string JsonOf(SmartRules rules)
    {
        Require(rules);
        return rules.ToJson();
    }

    private static void Require(SmartRules rules)
    {
        if (SmartRulesCheck.Problem(rules) is { } problem) throw new ArgumentException(problem, nameof(rules));
    }

    private string Now() => StoredTime.Of(database.Time.GetUtcNow());

    private sealed record Row
    {
        public long Id { get; init; }

        public string Name { get; init; } = "";

        public string Rules { get; init; } = "";

        public long Version { get; init; }

        public string CreatedAt { get; init; } = "";

        public string UpdatedAt { get; init; } = "";

        public SmartPlaylist ToPlaylist() => new(Id, Name, (int)Version, StoredTime.Read(CreatedAt), StoredTime.Read(UpdatedAt), SmartRules.OfJson(Rules));
    }
}
