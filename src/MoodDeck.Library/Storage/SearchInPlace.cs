using Dapper;
using Microsoft.Data.Sqlite;

namespace MoodDeck.Library.Storage;

/// <summary>Enters tracks one after the other.</summary>
internal sealed class SearchInPlace : ISearchEntries
{
    // The index gathers so many bytes before it writes them down; the less often, the less there is to be merged.
    private const int UsualHashBytes = 1 << 20;

    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly SqliteStatement _insert;

    public SearchInPlace(SqliteConnection connection, SqliteTransaction transaction)
    {
        (_connection, _transaction) = (connection, transaction);
        SetHashBytes(HashBytes);
        _insert = new(connection, "INSERT INTO track_search (rowid, search_text) VALUES (?, ?)");
    }

    /// <summary>How many bytes an index gathers while many tracks are entered.</summary>
    public static int HashBytes => 16 << 20;

    public void Add(long row, string text)
    {
        _insert.Bind(1, row);
        _insert.Bind(2, text);
        _insert.Run();
    }

    public void Complete() => SetHashBytes(UsualHashBytes);

    public void Dispose() => _insert.Dispose();

    private void SetHashBytes(int bytes) => _connection.Execute($"INSERT INTO track_search (track_search, rank) VALUES ('hashsize', {bytes})", transaction: _transaction);
}
