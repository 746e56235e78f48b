using System.Diagnostics;
using Dapper;

namespace MoodDeck.Library.Tests;

public sealed class NearestTests
{
    private const string Distance = "cube(ARRAY[valence, arousal, dominance]::float8[]) <-> cube(ARRAY[0.4, -0.2, 0.1])";

    [Fact]
    public void Nearest_ByTheIndex_AreThoseOfLookingAtAll()
    {
        using var library = new TestLibrary();
        using var connection = library.Database.Connect();
        var sql = $"SELECT {Distance} FROM tracks ORDER BY {Distance} LIMIT 50";
        connection.Execute("SET enable_indexscan = off; SET enable_bitmapscan = off");
        var looked = connection.Query<double>(sql).ToList();
        connection.Execute("SET enable_indexscan = on; SET enable_seqscan = off; SET enable_sort = off");
        Assert.Contains("tracks_by_mood", string.Join('\n', connection.Query<string>("EXPLAIN " + sql)), StringComparison.Ordinal);
        Assert.Equal(looked, connection.Query<double>(sql));
    }

    [Fact]
    public async Task Script_FewRows_ShowsAPlanThatUsesTheIndex()
    {
        Assert.SkipWhen(Cluster.Missing is not null, Cluster.Missing ?? "");
        // Not in a folder of this user's alone: a root's PostgreSQL runs as somebody else.
        var folder = Path.Combine(Path.GetTempPath(), $"mooddeck-knn-{Environment.ProcessId}");
        ProcessStartInfo start = new(Path.Combine(Cluster.Scripts, "knn.sh"), ["5000", folder]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal((0, ""), (process.ExitCode, await error));
        Assert.Contains("Index Scan using tracks_by_mood", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }
}
