using MoodDeck.Core.Music;
using MoodDeck.Library.Jobs;
using MoodDeck.Library.Scan;
using MoodDeck.Library.Sound;

namespace MoodDeck.Library.Tests.Scan;

public sealed class MusicFoldersTests : IDisposable
{
    private readonly TestLibrary _library = new();
    private readonly FakeReader _reader = new();
    private readonly FolderScanner _scanner;
    private readonly IMusicFolders _folders;

    public MusicFoldersTests()
    {
        _scanner = new(_library.Database, _reader, _library.Get<IAnalysisJobs>(), _library.Get<TrackMoods>(), new(4));
        _folders = _library.Get<IMusicFolders>();
    }

    public void Dispose() => _library.Dispose();

    [Fact]
    public async Task List_ScannedFolders_AreCounted()
    {
        _library.Write("music/a.mp3", "A");
        _library.Write("music/b.mp3", "bad");
        _library.Write("other/c.mp3", "C");
        await ScanAsync("music");
        await ScanAsync("other");
        await ScanAsync("music");
        var folders = await _folders.ListAsync();
        Assert.Equal([(_library.At("music"), 1, 1), (_library.At("other"), 1, 0)], folders.Select(f => (f.Path, f.Tracks, f.Skipped)));
        Assert.All(folders, f => Assert.NotNull(f.ScannedAt));
    }

    [Fact]
    public async Task List_ScanBrokenOff_RemembersTheFolder()
    {
        _library.Write("music/a.mp3", "A");
        _reader.OnRead = _ => throw new LibraryException("ffprobe is not installed.");
        await Assert.ThrowsAsync<LibraryException>(() => ScanAsync("music"));
        Assert.Null(Assert.Single(await _folders.ListAsync()).ScannedAt);
    }

    [Fact]
    public async Task List_FolderOfMoodDecksOwn_IsNotAmongThem()
    {
        Directory.CreateDirectory(_library.Data.DemoPath);
        await _scanner.ScanAsync(_library.Data.DemoPath);
        Assert.Empty(await _folders.ListAsync());
    }

    [Fact]
    public async Task Remove_Folder_TakesItsTracksAndLeavesItsFiles()
    {
        var file = _library.Write("music/a.mp3", "A");
        _library.Write("music-more/b.mp3", "B");
        await ScanAsync("music");
        await ScanAsync("music-more");
        Assert.True(await _folders.RemoveAsync(_library.At("music")));
        Assert.Equal(["B"], (await _library.TracksAsync(TrackSource.Library)).Select(t => t.Title));
        Assert.True(File.Exists(file));
        Assert.False(await _folders.RemoveAsync(_library.At("music")));
        // What was forgotten is new again.
        Assert.Equal(1, (await ScanAsync("music")).Added);
    }

    [Fact]
    public async Task Remove_FolderWithinAnother_KeepsWhatTheOtherHolds()
    {
        _library.Write("music/a.mp3", "A");
        _library.Write("music/jazz/b.mp3", "B");
        await ScanAsync("music/jazz");
        await ScanAsync("music");
        await _folders.RemoveAsync(_library.At("music"));
        Assert.Equal(["B"], (await _library.TracksAsync(TrackSource.Library)).Select(t => t.Title));
    }

    [Fact]
    public async Task Scan_FolderAroundTheDataFolder_LeavesItOut()
    {
        _library.Write("music/a.mp3", "A");
        _library.Write("data/demo/piece.mp3", "Piece");
        Directory.CreateSymbolicLink(_library.At("music", "own"), _library.Data.Path);
        File.CreateSymbolicLink(_library.At("music", "piece.mp3"), _library.At("data", "demo", "piece.mp3"));
        Assert.Equal(1, (await _scanner.ScanAsync(_library.At())).Found);
        Assert.Equal(["A"], (await _library.TracksAsync(TrackSource.Library)).Select(t => t.Title));
        Assert.Equal(1, (await _scanner.ScanAsync(_library.Data.DemoPath)).Found);
    }

    [Fact]
    public async Task Remove_FolderAroundTheDataFolder_KeepsTheDemoLibrary()
    {
        _library.Write("music/a.mp3", "A");
        _library.Write("data/demo/piece.mp3", "Piece");
        await _scanner.ScanAsync(_library.Data.DemoPath);
        await _scanner.ScanAsync(_library.At());
        Assert.Equal(1, Assert.Single(await _folders.ListAsync()).Tracks);
        Assert.True(await _folders.RemoveAsync(_library.At()));
        Assert.Equal(["Piece"], (await _library.TracksAsync(TrackSource.Library)).Select(t => t.Title));
        Assert.Equal(1, (await _scanner.ScanAsync(_library.Data.DemoPath)).Unchanged);
    }

    [Fact]
    public async Task List_FolderThatALinkLeadsInto_IsNotAmongThem()
    {
        Directory.CreateDirectory(_library.Data.DemoPath);
        Directory.CreateSymbolicLink(_library.At("way"), _library.Data.Path);
        await ScanAsync("way/demo");
        Assert.Empty(await _folders.ListAsync());
    }

    private Task<ScanReport> ScanAsync(string folder) => _scanner.ScanAsync(_library.At(folder));
}
