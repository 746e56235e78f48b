using Dapper;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Listeners;

/// <summary>Listeners in SQLite.</summary>
internal sealed class SqliteListeners(LibraryDatabase database) : IListenerStore
{
    private const string Select = "SELECT id AS Id, name AS Name, keep_history AS KeepHistory FROM listeners";

    public Task<IReadOnlyList<Listener>> ListAsync(CancellationToken cancellationToken = default) => database.ReadAsync(
        connection => (IReadOnlyList<Listener>)[.. connection.Query<Row>(Select + " ORDER BY rowid").Select(r => r.ToListener())],
        cancellationToken);

    public Task<Listener?> FindAsync(string id, CancellationToken cancellationToken = default) => database.ReadAsync(
        connection => connection.QuerySingleOrDefault<Row>(Select + " WHERE id = @id", new { id })?.ToListener(), cancellationToken);

    public Task<bool> UpdateAsync(Listener listener, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(listener);
        if (string.IsNullOrWhiteSpace(listener.Name)) throw new ArgumentException("A listener needs a name.", nameof(listener));
        return database.WriteAsync(
            (connection, transaction) => connection.Execute(
                "UPDATE listeners SET name = @Name, keep_history = @Keep WHERE id = @Id",
                new { listener.Id, Name = listener.Name.Trim(), Keep = listener.KeepHistory ? 1 : 0 }, transaction) > 0,
            cancellationToken);
    }

    private sealed record Row
    {
        public string Id { get; init; } = "";

        public string Name { get; init; } = "";

        public long KeepHistory { get; init; }

        public Listener ToListener() => new(Id, Name, KeepHistory != 0);
    }
}
