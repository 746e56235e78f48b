using Dapper;
using Microsoft.Data.Sqlite;

namespace MoodDeck.Library.Catalogue;

/// <summary>The number that grows with every change to the tracks.</summary>
internal static class CatalogueVersion
{
    /// <summary>Reads it.</summary>
    public static long In(SqliteConnection connection) =>
        connection.ExecuteScalar<long>("SELECT CAST(value AS INTEGER) FROM facts WHERE name = 'catalogue_version'");

    /// <summary>Counts it up.</summary>
    public static void Increment(SqliteConnection connection, SqliteTransaction transaction) => connection.Execute(
        "UPDATE facts SET value = CAST(value AS INTEGER) + 1 WHERE name = 'catalogue_version'", transaction: transaction);
}
