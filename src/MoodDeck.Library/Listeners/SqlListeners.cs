using Dapper;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Listeners;

/// <summary>Keeps listeners in the database.</summary>
internal sealed class SqlListeners(LibraryDatabase database) : IListenerStore
{
    private const string Select = "SELECT id AS Id, name AS Name, keep_history AS KeepHistory FROM listeners";

    public Task<IReadOnlyList<Listener>> ListAsync(CancellationToken cancellationToken = default) => database.ReadAsync(
        connection => (IReadOnlyList<Listener>)[.. connection.Query<Row>(Select + " ORDER BY rowid").Select(r => r.ToListener())],
        cancellationToken);

    public Task<Listener?> FindAsync(string id, CancellationToken cancellationToken = default) => database.ReadAsync(
        connection => connection.QuerySingleOrDefault<Row>(Select + " WHERE id = @id", new { id })?.ToListener(), cancellationToken);

    public Task<Listener?> ChangeAsync(string id, string? name, bool? keepHistory, CancellationToken cancellationToken = default)
    {
        if (name is not null && string.IsNullOrWhiteSpace(name)) throw new ArgumentException("A listener needs a name.", nameof(name));
        return database.WriteAsync(
            WriteLane.Listeners,
            (connection, transaction) => connection.QuerySingleOrDefault<Row>(
                """
                UPDATE listeners SET name = coalesce(@name, name), keep_history = coalesce(@keep, keep_history) WHERE id = @id
                RETURNING id AS Id, name AS Name, keep_history AS KeepHistory
                """,
                new { id, name = name?.Trim(), keep = keepHistory is { } k ? (k ? 1 : 0) : (int?)null }, transaction)?.ToListener(),
            cancellationToken);
    }

    public Task<Listener?> AddAsync(string name, CancellationToken cancellationToken = default)
    {
        var read = PersonalName.Read(name, PersonalName.MostOfListener) ?? throw new ArgumentException("A listener needs a name.", nameof(name));
        return database.WriteAsync(
            WriteLane.Listeners,
            (connection, transaction) =>
            {
                var taken = connection.Query<string>("SELECT id FROM listeners", transaction: transaction).ToHashSet(StringComparer.Ordinal);
                if (taken.Count >= IListenerStore.MostListeners) return null;
                var listener = new Listener(ListenerId.For(read, taken.Contains), read, KeepHistory: false);
                connection.Execute("INSERT INTO listeners (id, name) VALUES (@Id, @Name)", new { listener.Id, listener.Name }, transaction);
                return listener;
            },
            cancellationToken);
    }

    public Task<ListenerRemoval> RemoveAsync(string id, CancellationToken cancellationToken = default) => database.EraseAsync(
        (connection, transaction) =>
        {
            var (found, all) = connection.QuerySingle<(long, long)>("SELECT count(*) FILTER (WHERE id = @id), count(*) FROM listeners", new { id }, transaction);
            if (found == 0) return ListenerRemoval.Unknown;
            if (all == 1) return ListenerRemoval.Last;
            // Everything of theirs refers to the listener and goes with it.
            connection.Execute("DELETE FROM listeners WHERE id = @id", new { id }, transaction);
            return ListenerRemoval.Removed;
        },
        cancellationToken);

    private sealed record Row
    {
        public string Id { get; init; } = "";

        public string Name { get; init; } = "";

        public long KeepHistory { get; init; }

        public Listener ToListener() => new(Id, Name, KeepHistory != 0);
    }
}
