using System.Data.Common;
using Dapper;

namespace MoodDeck.Library.Catalogue;

/// <summary>The number that grows with every change to the tracks.</summary>
internal static class CatalogueVersion
{
    /// <summary>Reads it.</summary>
    public static long In(DbConnection connection) =>
        connection.ExecuteScalar<long>("SELECT CAST(value AS bigint) FROM facts WHERE name = 'catalogue_version'");

    /// <summary>Counts it up.</summary>
    public static void Increment(DbConnection connection, DbTransaction transaction) => connection.Execute(
        "UPDATE facts SET value = CAST(CAST(value AS bigint) + 1 AS text) WHERE name = 'catalogue_version'", transaction: transaction);
}
