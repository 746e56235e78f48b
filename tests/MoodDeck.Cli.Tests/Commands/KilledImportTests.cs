using System.Diagnostics;
using Microsoft.Data.Sqlite;
using MoodDeck.Library;
using MoodDeck.Library.Storage;

namespace MoodDeck.Cli.Tests.Commands;

/// <summary>Imports of a large table by real processes, killed wherever they are: all of a table is there, or nothing.</summary>
public sealed class KilledImportTests : IDisposable
{
    private const int Rows = 60_000;
    private readonly CliProcess _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Import_KilledAtAnyTime_LeavesEverythingAsItWas_AndThenSucceeds()
    {
        await ImportAsync("few.csv", Enumerable.Range(0, 300).Select(i => $"Song {i},Artist {i},First pressing"));
        var before = State();
        var many = await WriteAsync("many.csv", Enumerable.Range(0, Rows).Select(i => $"Song {i},Artist {i},Second pressing"));
        foreach (var milliseconds in (int[])[400, 700, 1000, 1400])
        {
            using var process = Process.Start(_cli.StartInfo("library", "import", many))!;
            await Task.Delay(milliseconds, TestContext.Current.CancellationToken);
            if (process.HasExited) break; // a quick machine is done by now
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            if (State() != before) break; // killed after its commit
        }

        var end = await _cli.RunAsync("library", "import", many, "--json");
        Assert.Equal(0, end.ExitCode);
        var after = State();
        Assert.Equal(before.Shape, after.Shape);
        Assert.Equal((before.Tracks + Rows - 300, 0, Rows), (after.Tracks, Found("first pressing"), Found("second pressing")));
    }

    private async Task ImportAsync(string name, IEnumerable<string> rows) =>
        Assert.Equal(0, (await _cli.RunAsync("library", "import", await WriteAsync(name, rows), "--json")).ExitCode);

    private async Task<string> WriteAsync(string name, IEnumerable<string> rows)
    {
        var path = Path.Combine(_cli.Folder.Path, name);
        await File.WriteAllLinesAsync(path, rows.Prepend("title,artist,album"), TestContext.Current.CancellationToken);
        return path;
    }

    // The number of tracks, and every table, index and trigger; the full-text index agrees with the tracks, else this throws.
    private (int Tracks, string Shape) State()
    {
        using var connection = Open();
        Execute(connection, "INSERT INTO track_search (track_search, rank) VALUES ('integrity-check', 1)");
        Assert.Equal("ok", Execute(connection, "PRAGMA integrity_check"));
        return (Convert.ToInt32(Execute(connection, "SELECT count(*) FROM tracks"), null), (string)Execute(connection, "SELECT group_concat(sql) FROM (SELECT sql FROM sqlite_master ORDER BY name)")!);
    }

    private int Found(string words)
    {
        using var connection = Open();
        return Convert.ToInt32(Execute(connection, $"SELECT count(*) FROM track_search WHERE track_search MATCH '\"{words}\"'"), null);
    }

    private SqliteConnection Open()
    {
        using (LibraryDatabase.Open(DataFolder.Open(Path.Combine(_cli.Folder.Path, "data")))) { } // as the next to come does
        SqliteConnection connection = new($"Data Source={Path.Combine(_cli.Folder.Path, "data", "mooddeck.db")};Pooling=False");
        connection.Open();
        return connection;
    }

    private static object? Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
