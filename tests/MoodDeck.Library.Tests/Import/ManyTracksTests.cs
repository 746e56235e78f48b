using Dapper;
using MoodDeck.Core.Music;
using MoodDeck.Library.Import;

namespace MoodDeck.Library.Tests.Import;

/// <summary>Tables so large that what can be put off is: the end must be as if it had not been.</summary>
public sealed class ManyTracksTests : IDisposable
{
    private const int Many = 22_000;
    private readonly TestLibrary _library = new();

    public void Dispose() => _library.Dispose();

    [Fact]
    public async Task ImportAsync_LargeTable_LeavesEverythingToBeFoundAndCounted()
    {
        var before = Shape();
        // Every tenth row brings an earlier song's album later, which changes what that song is found by.
        var rows = Enumerable.Range(0, Many).Select(i => i % 10 == 9 ? $"Song {i - 5},Artist {(i - 5) % 37},Álbum {i}\n" : $"Song {i},Artist {i % 37},\n");
        var report = await _library.ImportAsync("many.csv", "title,artist,album\n" + string.Concat(rows));
        Assert.Equal((Many, Many * 9 / 10, Many / 10), (report.Rows, report.Added, report.Merged));
        Assert.Equal(before, Shape());
        Assert.Equal(1, (await _library.Catalogue.SearchAsync(new() { Text = "album 21999", Sources = [TrackSource.Import] })).Total);
        Assert.Equal(Many * 9 / 10, (await _library.Catalogue.SearchAsync(new() { Text = "song", Sources = [TrackSource.Import] })).Total);
        Assert.Equal(37, (await _library.Catalogue.FacetsAsync()).Artists.Count(a => a.Name.StartsWith("Artist ", StringComparison.Ordinal)));

        // What comes after is kept up row by row again, what is there already as well.
        await _library.ImportAsync("few.csv", "title,artist,album\nSong 0,Artist 0,Later\nSong of its own,Artist 1,\n");
        Assert.Equal(1, (await _library.Catalogue.SearchAsync(new() { Text = "later artist 0", Sources = [TrackSource.Import] })).Total);
        Assert.Equal(1, (await _library.Catalogue.SearchAsync(new() { Text = "its own artist", Sources = [TrackSource.Import] })).Total);
        Assert.Equal(Many, (await _library.ImportAsync("again.csv", "title,artist,album\n" + string.Concat(rows))) is { Added: 0 } again ? again.Unchanged + again.Updated + again.Merged : 0);
    }

    [Fact]
    public async Task ImportAsync_LargeTableRetitlesWhatIsThere_IsFoundByItsNewTextAlone()
    {
        await _library.ImportAsync("before.csv", "title,artist,album\nThere before,Somebody,First pressing\nNever touched,Somebody,\n");
        var before = Shape();
        var many = Enumerable.Range(0, Many).Select(i => $"Song {i},Artist {i % 37},\n");
        await _library.ImportAsync("many.csv", "title,artist,album\nThere before,Somebody,Second pressing\n" + string.Concat(many));
        Assert.Equal(before, Shape());
        Assert.Equal(0, (await _library.Catalogue.SearchAsync(new() { Text = "there before first pressing" })).Total);
        Assert.Equal(1, (await _library.Catalogue.SearchAsync(new() { Text = "there before second pressing" })).Total);
        Assert.Equal(1, (await _library.Catalogue.SearchAsync(new() { Text = "never touched" })).Total);
    }

    [Fact]
    public async Task ImportAsync_LargeTableCancelled_LeavesTheDatabaseAsItWas()
    {
        var before = Shape();
        using var cancel = new CancellationTokenSource();
        var table = _library.Write("many.csv", "title,artist\n" + string.Concat(Enumerable.Range(0, Many).Select(i => $"Song {i},Artist {i % 40}\n")));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _library.Importer.ImportAsync(
            table, new Immediate<ImportProgress>(now => { if (now is { Rows: 9000, Total: Many }) cancel.Cancel(); }), cancel.Token));
        Assert.Equal(before, Shape());
        Assert.Empty(await _library.TracksAsync(TrackSource.Import));
        await _library.ImportAsync("few.csv", "title,artist\nAfter all,Somebody\n");
        Assert.Equal(1, (await _library.Catalogue.SearchAsync(new() { Text = "after all somebody" })).Total);
    }

    // Its triggers and indexes; and the full-text index agrees with the tracks, else this throws.
    private List<string> Shape()
    {
        using var connection = _library.Database.Connect();
        if (_library.Database.EngineName != "SQLite") return [];
        connection.Execute("INSERT INTO track_search (track_search, rank) VALUES ('integrity-check', 1)");
        return [.. connection.Query<string>("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")];
    }
}
