using Dapper;
using Microsoft.Data.Sqlite;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Tests;

/// <summary>Databases for tests. This is SQLite; the tests of PostgreSQL are these with another class of this name.</summary>
internal static class TestEngine
{
    private static readonly Lazy<byte[]> Template = new(MakeTemplate);

    /// <summary>Makes a database for a data folder; returns how it is connected to.</summary>
    /// <param name="data">The folder.</param>
    /// <param name="fresh">Empty, rather than a copy of one that was made once.</param>
    public static string Make(DataFolder data, bool fresh)
    {
        if (!fresh) File.WriteAllBytes(data.DatabasePath, Template.Value);
        return "";
    }

    /// <summary>Takes it away.</summary>
    public static void Remove(string connection) => SqliteConnection.ClearAllPools();

    private static byte[] MakeTemplate()
    {
        using var temp = new TempFolder();
        var data = DataFolder.Open(temp.At("data"));
        using (var connection = LibraryDatabase.Open(data).Connect()) connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        return File.ReadAllBytes(data.DatabasePath);
    }
}
