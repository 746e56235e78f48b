using Dapper;
using MoodDeck.Library.Storage;
using Npgsql;

namespace MoodDeck.Library.Tests;

/// <summary>Databases for tests, in a PostgreSQL that this process starts for itself.</summary>
internal static class TestEngine
{
    private const string Template = "template_mooddeck";
    private static readonly Lazy<string> s_server = new(MakeTemplate);
    private static int s_last;

    /// <summary>Makes a database; returns how it is connected to. Skips the test where there is no PostgreSQL.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="fresh">Empty, rather than a copy of one that was made once.</param>
    public static string Make(DataFolder data, bool fresh)
    {
        Assert.SkipWhen(Cluster.Missing is not null, Cluster.Missing ?? "");
        var name = $"test_{Interlocked.Increment(ref s_last)}";
        Administer(s_server.Value, $"CREATE DATABASE {name} TEMPLATE {(fresh ? "template0" : Template)}");
        return $"{s_server.Value};Database={name};Maximum Pool Size=20";
    }

    /// <summary>Takes it away.</summary>
    public static void Remove(string connection)
    {
        NpgsqlConnectionStringBuilder settings = new(connection);
        Administer(s_server.Value, $"DROP DATABASE {settings.Database} WITH (FORCE)");
    }

    private static string MakeTemplate()
    {
        var server = Cluster.Start();
        Administer(server, $"CREATE DATABASE {Template}");
        using var temp = new TempFolder();
        LibraryDatabase.Open(DataFolder.Open(temp.At("data")), connectionString: $"{server};Database={Template}").Dispose();
        return server;
    }

    private static void Administer(string server, string sql)
    {
        using NpgsqlConnection connection = new(server + ";Database=postgres");
        connection.Open();
        connection.Execute(sql);
    }
}
