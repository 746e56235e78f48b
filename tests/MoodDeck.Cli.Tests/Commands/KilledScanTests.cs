using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Core.Music;
using MoodDeck.Library;
using MoodDeck.Library.Catalogue;

namespace MoodDeck.Cli.Tests.Commands;

/// <summary>Scans of real files by real processes, killed half-way and several at once.</summary>
public sealed class KilledScanTests : IAsyncLifetime
{
    private const int Files = 40, Broken = 4;

    private readonly CliProcess _cli = new();
    private ServiceProvider _library = null!;

    public async ValueTask InitializeAsync()
    {
        await SampleMusic.MakeAsync(Music, Files, Broken);
        _library = new ServiceCollection().AddMoodDeckLibrary(DataFolder.Open(Path.Combine(_cli.Folder.Path, "data"))).BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await _library.DisposeAsync();
        _cli.Dispose();
    }

    [Fact]
    public async Task Scan_KilledTwiceAndThenTwoAtOnce_LosesAndDoublesNothing()
    {
        foreach (var enough in (int[])[3, 15])
        {
            using var process = Process.Start(_cli.StartInfo("library", "scan", Music))!;
            while (await CountAsync() < enough && !process.HasExited) await Task.Delay(20, TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.NotEqual(0, process.ExitCode);
        }

        var before = await CountAsync();
        Assert.InRange(before, 15, Files - 1);
        var ends = await Task.WhenAll(_cli.RunAsync("library", "scan", Music, "--json"), _cli.RunAsync("library", "scan", Music, "--json"));
        Assert.All(ends, end => Assert.Equal(0, end.ExitCode));
        var reports = ends.Select(end => end.Document.GetProperty("folders")[0]).ToList();
        Assert.All(reports, report =>
        {
            Assert.Equal(Files + Broken, report.GetProperty("found").GetInt32());
            Assert.Equal(
                Enumerable.Range(0, Broken).Select(i => $"broken{i}.mp3"),
                report.GetProperty("problems").EnumerateArray().Select(p => Path.GetFileName(p.GetProperty("path").GetString()!)));
        });
        // Each file was taken in once, by one of the four.
        Assert.Equal(Files - before, reports.Sum(r => r.GetProperty("added").GetInt32()));
        var tracks = await TracksAsync();
        Assert.Equal(Directory.EnumerateFiles(Music).Where(f => !f.Contains("broken", StringComparison.Ordinal)).Order(), tracks.Select(t => t.Path!).Order());
        Assert.Equal(Enumerable.Range(0, Files).Select(i => $"Piece {i}").Order(), tracks.Select(t => t.Title).Order());
        Assert.Equal(Files, tracks.Select(t => t.Id).Distinct().Count());

        var again = (await _cli.RunAsync("library", "scan", Music, "--json")).Document;
        Assert.Equal(Files + Broken, again.GetProperty("folders")[0].GetProperty("unchanged").GetInt32());
        Assert.Equal(Files, again.GetProperty("toMeasure").GetInt32());
    }

    private string Music => Path.Combine(_cli.Folder.Path, "music");

    private async Task<int> CountAsync() =>
        (await _library.GetRequiredService<ICatalogue>().SearchAsync(new() { Sources = [TrackSource.Library], Limit = 1 }, TestContext.Current.CancellationToken)).Total;

    private async Task<IReadOnlyList<Track>> TracksAsync() =>
        (await _library.GetRequiredService<ICatalogue>().SearchAsync(new() { Sources = [TrackSource.Library], Limit = 1000 }, TestContext.Current.CancellationToken)).Tracks;
}
