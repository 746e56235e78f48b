using MoodDeck.Core.Music;
using MoodDeck.Library.Jobs;
using MoodDeck.Library.Scan;
using MoodDeck.Library.Sound;

namespace MoodDeck.Library.Tests.Scan;

public sealed class FolderScannerTests : IDisposable
{
    private readonly TestLibrary _library = new();
    private readonly FakeReader _reader = new();
    private readonly FolderScanner _scanner;

    public FolderScannerTests() => _scanner = new(_library.Database, _reader, _library.Get<IAnalysisJobs>(), _library.Get<TrackMoods>(), new(4));

    public void Dispose() => _library.Dispose();

    [Fact]
    public async Task ScanAsync_FolderTree_TakesGoodFilesAndNamesBadOnes()
    {
        Write("a.mp3", "A");
        Write("sub/deep/b.FLAC", "B");
        Write("sub/bad.ogg", "bad");
        Write("sub/notes.txt", "no music");
        var told = new List<ScanProgress>();
        var report = await _scanner.ScanAsync(_library.At("music"), new Immediate<ScanProgress>(told.Add));
        Assert.Equal((3, 2, 0, 0, 0), (report.Found, report.Added, report.Updated, report.Unchanged, report.Removed));
        Assert.Equal([_library.At("music", "sub", "bad.ogg")], report.Problems.Select(p => p.Path));
        Assert.Equal(["A", "B"], (await TitlesAsync()).Order());
        Assert.Equal([1, 2, 3], told.Select(p => p.Done));
    }

    [Fact]
    public async Task ScanAsync_SecondTime_ReadsNothingAgainAndStillNamesBadFiles()
    {
        Write("a.mp3", "A");
        Write("bad.mp3", "bad");
        await ScanAsync();
        _reader.Paths.Clear();
        var report = await ScanAsync();
        Assert.Empty(_reader.Paths);
        Assert.Equal((2, 0, 2), (report.Found, report.Added, report.Unchanged));
        Assert.Single(report.Problems);
    }

    [Fact]
    public async Task ScanAsync_ChangedFile_IsReadAgain()
    {
        Write("a.mp3", "A");
        Write("b.mp3", "B");
        await ScanAsync();
        Write("a.mp3", "A, longer");
        var report = await ScanAsync();
        Assert.Equal((1, 1), (report.Updated, report.Unchanged));
        Assert.Contains("A, longer", await TitlesAsync());
    }

    [Fact]
    public async Task ScanAsync_ReaderThatHearsOtherwise_ReadsEverythingAgain()
    {
        Write("a.mp3", "A");
        await ScanAsync();
        _reader.Version = "2";
        Assert.Equal(0, (await ScanAsync()).Unchanged);
    }

    [Fact]
    public async Task ScanAsync_FileThatWentBad_LosesItsTrack()
    {
        Write("a.mp3", "A");
        await ScanAsync();
        Write("a.mp3", "bad");
        await ScanAsync();
        Assert.Empty(await TitlesAsync());
    }

    [Fact]
    public async Task ScanAsync_RemovedFile_GoesButOnlyBelowTheFolder()
    {
        Write("one/a.mp3", "A");
        Write("one/b.mp3", "B");
        Write("one-more/c.mp3", "C");
        await ScanAsync();
        File.Delete(_library.At("music", "one", "a.mp3"));
        File.Delete(_library.At("music", "one-more", "c.mp3"));
        var report = await _scanner.ScanAsync(_library.At("music", "one"));
        Assert.Equal(1, report.Removed);
        Assert.Equal(["B", "C"], (await TitlesAsync()).Order());
    }

    [Fact]
    public async Task ScanAsync_WholeLibraryGoneAtOnce_KeepsWhatIsKnownAndWarns()
    {
        for (var i = 0; i < 12; i++) Write($"{i}.mp3", $"Song {i}");
        await ScanAsync();
        Directory.Delete(_library.At("music"), recursive: true);
        Directory.CreateDirectory(_library.At("music")); // what an unmounted drive leaves behind
        var report = await ScanAsync();
        Assert.Equal(0, report.Removed);
        Assert.Contains("12 files were known there", report.Warning, StringComparison.Ordinal);
        Assert.Equal(12, (await TitlesAsync()).Count);
    }

    [Fact]
    public async Task ScanAsync_FolderVanishesInTheMiddle_KeepsWhatIsKnownAndWarns()
    {
        for (var i = 0; i < 5; i++) Write($"{i}.mp3", $"T{i}");
        await ScanAsync();
        Write("new.mp3", "New");
        _reader.OnRead = _ =>
        {
            Directory.Move(_library.At("music"), _library.At("elsewhere"));
            return Task.CompletedTask;
        };
        var report = await ScanAsync();
        Assert.Equal(0, report.Removed);
        Assert.Contains("vanished during the scan", report.Warning);
        Assert.Equal(5, (await TitlesAsync()).Count);
    }

    [Fact]
    public async Task ScanAsync_FolderThatIsNone_SaysSo()
    {
        Assert.Contains("There is no folder", (await Assert.ThrowsAsync<LibraryException>(() => _scanner.ScanAsync(_library.At("none")))).Message);
        var file = Write("a.mp3", "A");
        Assert.Contains("is a file", (await Assert.ThrowsAsync<LibraryException>(() => _scanner.ScanAsync(file))).Message);
    }

    [Fact]
    public async Task ScanAsync_Cancelled_KeepsWhatWasRead_AndTheNextScanGoesOn()
    {
        for (var i = 0; i < 60; i++) Write($"{i:00}.mp3", $"T{i}");
        using var cancel = new CancellationTokenSource();
        _reader.OnRead = path =>
        {
            if (path.EndsWith("40.mp3", StringComparison.Ordinal)) cancel.Cancel();
            return Task.CompletedTask;
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _scanner.ScanAsync(_library.At("music"), null, cancel.Token));
        var kept = (await TitlesAsync()).Count;
        Assert.InRange(kept, 20, 59);

        _reader.OnRead = _ => Task.CompletedTask;
        var report = await ScanAsync();
        Assert.Equal((kept, 60 - kept), (report.Unchanged, report.Added));
    }

    [Fact]
    public async Task ScanAsync_ReaderCannotWorkAtAll_FailsAndKeepsWhatWasRead()
    {
        for (var i = 0; i < 30; i++) Write($"{i:00}.mp3", $"T{i}");
        _reader.OnRead = path => path.EndsWith("25.mp3", StringComparison.Ordinal)
            ? throw new LibraryException("ffprobe is not installed.") : Task.CompletedTask;
        await Assert.ThrowsAsync<LibraryException>(ScanAsync);
        Assert.NotEmpty(await TitlesAsync());
    }

    [Fact]
    public async Task ScanAsync_TwoAtOnce_SecondWaits()
    {
        Write("a.mp3", "A");
        var (reading, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        _reader.OnRead = async _ =>
        {
            reading.TrySetResult();
            await goOn.Task;
        };
        var first = ScanAsync();
        await reading.Task;

        var waits = new TaskCompletionSource();
        var second = _scanner.ScanAsync(_library.At("music"), new Immediate<ScanProgress>(p => { if (p.Waiting) waits.TrySetResult(); }));
        await waits.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Single(_reader.Paths);
        goOn.SetResult();
        Assert.Equal(1, (await first).Added);
        Assert.Equal(1, (await second).Unchanged);
    }

    // What a file gives may be refused by the database; that must not keep the others out, nor the next scan.
    [Fact]
    public async Task ScanAsync_WhatCannotBeStored_IsGivenUpAlone()
    {
        for (var i = 0; i < 20; i++) Write($"{i:00}.mp3", i == 7 ? "nan" : $"T{i}");
        var report = await ScanAsync();
        Assert.Equal((20, 19), (report.Found, report.Added));
        Assert.Equal((_library.At("music", "07.mp3"), ProblemCodes.GaveUp), report.Problems.Select(p => (p.Path, p.Code)).Single());
        Assert.Equal(20, (await ScanAsync()).Unchanged);
    }

    [Fact]
    public async Task ScanAsync_LinksInACircle_AreFollowedOnce()
    {
        Write("a.mp3", "A");
        Directory.CreateSymbolicLink(_library.At("music", "loop"), _library.At("music"));
        Assert.Equal(1, (await ScanAsync()).Found);
    }

    [Fact]
    public async Task ScanAsync_LinkToItself_DoesNotHideTheFilesBesideIt()
    {
        Write("a.mp3", "A");
        File.CreateSymbolicLink(_library.At("music", "b.mp3"), _library.At("music", "b.mp3"));
        var report = await ScanAsync();
        Assert.Equal((1, 0), (report.Found, report.Problems.Count));
    }

    private string Write(string name, string content)
    {
        var path = _library.Write(Path.Combine("music", name), content);
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch.AddSeconds(content.Length));
        return path;
    }

    private Task<ScanReport> ScanAsync() => _scanner.ScanAsync(_library.At("music"));

    private async Task<List<string>> TitlesAsync() => [.. (await _library.TracksAsync(TrackSource.Library)).Select(t => t.Title)];
}
