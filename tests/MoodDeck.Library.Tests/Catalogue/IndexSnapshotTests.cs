using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Library.Catalogue;
using MoodDeck.Recommend;

namespace MoodDeck.Library.Tests.Catalogue;

public sealed class IndexSnapshotTests : IDisposable
{
    private const int Many = 20_000;
    private readonly TestLibrary _library = new();

    public void Dispose() => _library.Dispose();

    [Fact]
    public async Task IndexAsync_LargeCatalogue_IsReadFromItsFileAtTheNextStart()
    {
        await ImportAsync();
        var first = await StartAsync();
        Assert.True(File.Exists(_library.Data.IndexPath));
        // What the file does not know shows that it was the file that was read.
        Execute("UPDATE tracks SET path = '/elsewhere' WHERE source = 'import'");
        var again = await StartAsync();
        Assert.Equal(first.Count, again.Count);
        Assert.Equal(0, Enumerable.Range(0, again.Count).Count(again.IsPlayable));

        // The database vouches for one version of the catalogue.
        await _library.ImportAsync("one.csv", "title,artist\nOne more,Somebody\n");
        var changed = await StartAsync();
        Assert.Equal((first.Count + 1, Many), (changed.Count, Enumerable.Range(0, changed.Count).Count(changed.IsPlayable)));
    }

    [Fact]
    public async Task IndexAsync_FileDamagedGoneOrOfAnotherDatabase_IsMadeAnew()
    {
        await ImportAsync();
        var first = await StartAsync();
        var whole = File.ReadAllBytes(_library.Data.IndexPath);
        File.WriteAllBytes(_library.Data.IndexPath, whole[..^100]);
        Assert.Equal(first.Count, (await StartAsync()).Count);
        Assert.Equal(whole, File.ReadAllBytes(_library.Data.IndexPath));

        File.Delete(_library.Data.IndexPath);
        Assert.Equal(first.Count, (await StartAsync()).Count);
        Assert.Equal(whole, File.ReadAllBytes(_library.Data.IndexPath));

        // A whole file that this database did not vouch for, as after a backup was put back.
        using (var stream = File.Create(_library.Data.IndexPath)) TrackIndexFile.Write(TrackIndex.Empty, stream);
        Assert.Equal(first.Count, (await StartAsync()).Count);
    }

    [Fact]
    public async Task IndexAsync_FolderCannotBeWritten_ChoosesAllTheSame()
    {
        await ImportAsync();
        Directory.CreateDirectory(_library.Data.IndexPath); // nothing can be moved there
        Assert.True((await StartAsync()).Count > Many);
        Assert.Empty(Directory.GetFiles(_library.Data.Path, "*.tmp"));
    }

    [Fact]
    public async Task IndexAsync_WhatAKilledProcessLeft_IsOverwritten_NotWhatAnotherIsWriting()
    {
        await ImportAsync();
        var unfinished = _library.Data.IndexPath + ".tmp";
        using (new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            Assert.True((await StartAsync()).Count > Many);
            Assert.True(File.Exists(unfinished));
            Assert.False(File.Exists(_library.Data.IndexPath));
        }

        await StartAsync();
        Assert.True(File.Exists(_library.Data.IndexPath));
        Assert.False(File.Exists(unfinished));
    }

    [Fact]
    public async Task IndexAsync_SmallCatalogue_NeedsNoFile()
    {
        await StartAsync();
        Assert.False(File.Exists(_library.Data.IndexPath));
    }

    private async Task ImportAsync() => await _library.ImportAsync(
        "many.csv", "title,artist,valence,arousal\n" + string.Concat(Enumerable.Range(0, Many).Select(i => FormattableString.Invariant($"Song {i},Artist {i % 900},{i % 200 / 100.0 - 1},{i % 77 / 77.0}\n"))));

    // As another process would, to its end.
    private async Task<TrackIndex> StartAsync()
    {
        await using var services = new ServiceCollection().AddMoodDeckLibrary(_library.Data, _library.Connection).BuildServiceProvider();
        return await services.GetRequiredService<ICatalogue>().IndexAsync();
    }

    private void Execute(string sql)
    {
        using var connection = _library.Database.Connect();
        connection.Execute(sql);
    }
}
