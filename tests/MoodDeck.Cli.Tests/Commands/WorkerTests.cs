using System.Diagnostics;
using Dapper;
using MoodDeck.Library;
using MoodDeck.Library.Tests;
using Npgsql;

namespace MoodDeck.Cli.Tests.Commands;

/// <summary>Real workers on a real PostgreSQL.</summary>
public sealed class WorkerTests : IDisposable
{
    private const int Files = 24, Broken = 2;
    private readonly CliProcess _cli = new();
    private readonly List<Process> _started = [];

    private string Music => Path.Combine(_cli.Folder.Path, "music");

    public void Dispose()
    {
        foreach (var process in _started)
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
        }

        _cli.Dispose();
    }

    [Fact]
    public async Task Worker_OneOfTwoKilledHalfWay_NothingIsLostOrDoubled()
    {
        var connection = MakeDatabase("workers");
        await SampleMusic.MakeAsync(Music, Files, Broken);
        // A plain scan into SQLite says what must come of it.
        Assert.Equal(0, (await _cli.RunAsync("library", "scan", Music, "--whole")).ExitCode);
        var plain = await ExportAsync(_cli.StartInfo("library", "export", "--source", "library", "--format", "csv"));

        var killed = Start(connection, "worker", "--threads", "2");
        var kept = Start(connection, "worker", "--threads", "1");
        var scanning = CliProcess.RunAsync(On(connection, "library", "scan", Music, "--json"));
        // In the middle: with work done, and more at hand.
        while (Count(connection, "SELECT count(*) FROM tracks WHERE source = 'library'") < 5) await Task.Delay(20, TestContext.Current.CancellationToken);
        killed.Kill();
        var scan = await scanning;
        Assert.Equal(0, scan.ExitCode);
        Assert.Equal(Files + Broken, scan.Document.GetProperty("folders")[0].GetProperty("found").GetInt32());
        Assert.Equal(Broken, scan.Document.GetProperty("folders")[0].GetProperty("problems").GetArrayLength());

        Assert.Equal(Files, Count(connection, "SELECT count(*) FROM tracks WHERE source = 'library'"));
        Assert.Equal(Files + Broken, Count(connection, "SELECT count(*) FROM scanned_files"));

        // The other goes on alone, with what scans leave for later.
        while (Count(connection, "SELECT count(*) FROM analysis_jobs") > 0) await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.Equal(Files, Count(connection, "SELECT count(*) FROM track_sound WHERE measured_at IS NOT NULL"));
        Assert.Equal(plain, await ExportAsync(On(connection, "library", "export", "--source", "library", "--format", "csv")));
        Process.Start("kill", ["-INT", $"{kept.Id}"]).WaitForExit();
        var said = await kept.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await kept.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, kept.ExitCode);
        Assert.Matches(@"Stopped\. Listened to \d+ files, measured \d+\.", said);
    }

    [Fact]
    public async Task Worker_ServerThatIsNotThere_SaysSoInALine()
    {
        var result = await _cli.RunAsync("worker", "--connection", "Host=127.0.0.1;Port=1;Database=x;Username=x");
        result.AssertOneLineError(1);
        Assert.Contains("cannot be reached", result.Error, StringComparison.Ordinal);
        (await _cli.RunAsync("worker", "--connection", "nonsense")).AssertOneLineError(1);
        var doctor = await CliProcess.RunAsync(On("Host=127.0.0.1;Port=1;Database=x;Username=x", "doctor", "--json"));
        var database = doctor.Document.GetProperty("parts").EnumerateArray().Single(p => p.GetProperty("part").GetString() == "database");
        Assert.False(database.GetProperty("ok").GetBoolean());
        Assert.Contains("cannot be reached", database.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private static string MakeDatabase(string name)
    {
        Assert.SkipWhen(Cluster.Missing is not null, Cluster.Missing ?? "");
        var server = Cluster.Start();
        using NpgsqlConnection administrator = new(server + ";Database=postgres");
        administrator.Execute($"CREATE DATABASE {name}");
        return $"{server};Database={name}";
    }

    private static long Count(string connection, string sql)
    {
        using NpgsqlConnection reader = new(connection);
        try
        {
            return reader.ExecuteScalar<long>(sql);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return 0; // nobody has opened it yet
        }
    }

    private ProcessStartInfo On(string connection, params string[] arguments)
    {
        var start = _cli.StartInfo(arguments);
        start.Environment[LibraryServices.ConnectionVariable] = connection;
        return start;
    }

    private Process Start(string connection, params string[] arguments)
    {
        var process = Process.Start(On(connection, arguments))!;
        process.StandardInput.Close();
        _started.Add(process);
        return process;
    }

    private static async Task<string[]> ExportAsync(ProcessStartInfo start) =>
        [.. (await CliProcess.RunAsync(start)).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
}
