using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace MoodDeck.Library.Storage;

/// <summary>Brings a database to the shape this program knows.</summary>
internal static class Migrator
{
    /// <summary>
    /// Applies what is missing, all in one transaction, so that of two processes that open a fresh folder at once one
    /// does the work and the other finds it done.
    /// </summary>
    /// <exception cref="LibraryException">The database was made by a newer program.</exception>
    public static void Apply(SqliteConnection connection, IReadOnlyList<Migration> migrations, TimeProvider time)
    {
        if (AppliedIn(connection, null) == migrations.Count) return; // the usual start takes no write lock

        using var transaction = connection.BeginTransaction();
        connection.Execute(
            "CREATE TABLE IF NOT EXISTS schema_migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT",
            transaction: transaction);
        var applied = AppliedIn(connection, transaction);
        if (applied > migrations.Count)
        {
            throw new LibraryException(
                $"The database {connection.DataSource} was made by a newer MoodDeck (it knows {applied} steps, this one {migrations.Count}). Update MoodDeck, or choose another folder with --data DIR.");
        }

        foreach (var migration in migrations.Skip(applied))
        {
            connection.Execute(migration.Sql, transaction: transaction);
            connection.Execute(
                "INSERT INTO schema_migrations (number, name, applied_at) VALUES (@Number, @Name, @At)",
                new { migration.Number, migration.Name, At = time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture) }, transaction);
        }

        transaction.Commit();
    }

    private static int AppliedIn(SqliteConnection connection, SqliteTransaction? transaction)
    {
        var exists = connection.ExecuteScalar<long>(
            "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'schema_migrations'", transaction: transaction) > 0;
        return exists ? connection.ExecuteScalar<int>("SELECT coalesce(max(number), 0) FROM schema_migrations", transaction: transaction) : 0;
    }
}
