using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Library;
using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Journal;
using MoodDeck.Library.Listeners;
using MoodDeck.Library.Playlists;

namespace MoodDeck.Cli.Tests.Commands;

/// <summary><c>journal</c>, <c>listeners</c> and <c>playlists</c> on a data folder that was lived in.</summary>
public sealed class JournalTests : IDisposable
{
    private readonly CliProcess _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Journal_DayWithReadings_IsToldDrawnExportedAndErased()
    {
        await LiveAsync();
        var text = (await _cli.RunAsync("journal", "--day", "2026-11-20", "--zone", "UTC")).Out;
        Assert.Contains("Me, Friday 20 November 2026: pleasant, 121 readings, 1 song", text, StringComparison.Ordinal);
        Assert.Contains("  pleasant " + new string(' ', 18) + "▅▅▇\n", text, StringComparison.Ordinal);
        Assert.Contains("it came first, that is no proof", text, StringComparison.Ordinal);

        var json = (await _cli.RunAsync("journal", "--day", "2026-11-20", "--zone", "UTC", "--json")).Document;
        Assert.Equal((true, 1), (json.GetProperty("on").GetBoolean(), json.GetProperty("moved").GetArrayLength()));

        var exported = await _cli.RunAsync("journal", "export", "--out", "journal.csv");
        Assert.Equal((0, "122 rows in journal.csv\n"), (exported.ExitCode, exported.Out));
        Assert.Equal(123, File.ReadLines(Path.Combine(_cli.Folder.Path, "journal.csv")).Count());

        (await _cli.RunAsync("journal", "erase")).AssertOneLineError(2);
        Assert.Equal(0, (await _cli.RunAsync("journal", "erase", "--day", "2026-11-19", "--zone", "UTC", "--yes", "--json")).Document.GetProperty("readings").GetInt32());
        var erased = (await _cli.RunAsync("journal", "erase", "--yes", "--json")).Document;
        Assert.Equal((121, 1), (erased.GetProperty("readings").GetInt32(), erased.GetProperty("plays").GetInt32()));
    }

    [Fact]
    public async Task Journal_HistoryOff_SaysSo()
    {
        var result = await _cli.RunAsync("journal");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("keeps no history", result.Out, StringComparison.Ordinal);
        Assert.False((await _cli.RunAsync("journal", "--json")).Document.GetProperty("on").GetBoolean());
    }

    [Fact]
    public async Task Listeners_AddedAndRemoved_AreListed()
    {
        Assert.Equal("ana", (await _cli.RunAsync("listeners", "add", " Ana ", "--json")).Document.GetProperty("id").GetString());
        Assert.Contains("ana: Ana, keeps no history", (await _cli.RunAsync("listeners", "list")).Out, StringComparison.Ordinal);
        (await _cli.RunAsync("listeners", "remove", "ana")).AssertOneLineError(2);
        Assert.Equal(0, (await _cli.RunAsync("listeners", "remove", "ana", "--yes")).ExitCode);
        (await _cli.RunAsync("listeners", "remove", "default", "--yes")).AssertOneLineError(1);
        (await _cli.RunAsync("listeners", "add", " ")).AssertOneLineError(2);
    }

    [Fact]
    public async Task Playlists_Made_AreListedAndWrittenOut()
    {
        await LiveAsync();
        Assert.Contains("1: Evening, 1 track, 0 play here", (await _cli.RunAsync("playlists", "list")).Out, StringComparison.Ordinal);
        var csv = await _cli.RunAsync("playlists", "export", "1", "--format", "csv");
        Assert.Equal(2, csv.Out.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal("1 tracks in e.json\n", (await _cli.RunAsync("playlists", "export", "1", "--out", "e.json")).Out);
        (await _cli.RunAsync("playlists", "export", "7")).AssertOneLineError(1);
    }

    [Theory]
    [InlineData("journal", "--day", "yesterday")]
    [InlineData("journal", "--zone", "Nowhere")]
    [InlineData("journal", "read")]
    [InlineData("journal", "--nonsense")]
    [InlineData("journal", "export", "--format", "pdf")]
    [InlineData("journal", "export", "--day", "2026-11-20", "--to", "2026-11-21")]
    [InlineData("journal", "erase", "--from", "2026-11-20", "--to", "2026-11-19", "--yes")]
    [InlineData("playlists", "export", "first")]
    [InlineData("listeners")]
    public async Task Journal_WrongUsage_EndsWithTwoAndOneLine(params string[] arguments) => (await _cli.RunAsync(arguments)).AssertOneLineError(2);

    // A quarter hour either side of one song, and then a while of something better.
    private async Task LiveAsync()
    {
        var clock = new MovedClock();
        await using var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock)
            .AddMoodDeckLibrary(DataFolder.Open(Path.Combine(_cli.Folder.Path, "data"))).BuildServiceProvider();
        await services.GetRequiredService<IListenerStore>().ChangeAsync("default", null, true);
        var track = (await services.GetRequiredService<ICatalogue>().SearchAsync(new() { Limit = 1 })).Tracks[0].Id;
        await services.GetRequiredService<IHistoryStore>().AddAsync("default", track, PlayEvent.Started, 0);
        await services.GetRequiredService<IPlaylistStore>().CreateAsync("default", "Evening", [track]);
        var start = clock.GetUtcNow().AddMinutes(-60);
        await services.GetRequiredService<IMoodStore>().AddAsync("default", [
            .. Enumerable.Range(0, 121).Select(i => new MoodEntry(start.AddSeconds(40 * i), i < 90 ? .1 : .7, 0, null, .1, .1, MoodSource.Camera))]);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    private sealed class MovedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.Parse("2026-11-20T10:00:00Z", CultureInfo.InvariantCulture);
    }
}
