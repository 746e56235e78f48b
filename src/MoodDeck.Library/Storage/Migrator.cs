using System.Data.Common;
using Dapper;

namespace MoodDeck.Library.Storage;

/// <summary>Brings a database to the shape this program knows.</summary>
internal static class Migrator
{
    /// <summary>
    /// Applies what is missing, all in one transaction, so that of two processes that open an empty database at once one
    /// does the work and the other finds it done.
    /// </summary>
    /// <exception cref="LibraryException">The database was made by a newer program.</exception>
    public static void Apply(DbConnection connection, IDatabaseEngine engine, TimeProvider time)
    {
        var migrations = engine.Migrations;
        if (AppliedIn(connection, engine, null) == migrations.Count) return; // the usual start takes no write lock

        using var transaction = engine.BeginWrite(connection, WriteLane.Catalogue);
        connection.Execute(engine.CreateMigrationTable, transaction: transaction);
        var applied = AppliedIn(connection, engine, transaction);
        if (applied > migrations.Count)
        {
            throw new LibraryException(
                $"The database {engine.Place} was made by a newer MoodDeck (it knows {applied} steps, this one {migrations.Count}). Update MoodDeck, or choose another folder with --data DIR or another database.");
        }

        foreach (var migration in migrations.Skip(applied))
        {
            connection.Execute(migration.Sql, transaction: transaction);
            connection.Execute(
                "INSERT INTO schema_migrations (number, name, applied_at) VALUES (@Number, @Name, @at)",
                new { migration.Number, migration.Name, at = StoredTime.Of(time.GetUtcNow()) }, transaction);
        }

        transaction.Commit();
    }

    private static int AppliedIn(DbConnection connection, IDatabaseEngine engine, DbTransaction? transaction) =>
        connection.ExecuteScalar<long>(engine.CountMigrationTables, transaction: transaction) == 0 ? 0
        : connection.ExecuteScalar<int>("SELECT coalesce(max(number), 0) FROM schema_migrations", transaction: transaction);
}
