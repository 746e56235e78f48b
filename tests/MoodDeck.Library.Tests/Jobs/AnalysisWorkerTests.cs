using System.Collections.Concurrent;
using MoodDeck.Core.Music;
using MoodDeck.Library.Jobs;
using MoodDeck.Library.Scan;
using MoodDeck.Library.Sound;
using MoodDeck.Library.Tests.Scan;

namespace MoodDeck.Library.Tests.Jobs;

public sealed class AnalysisWorkerTests : IDisposable
{
    private readonly FixedClock _clock = new("2026-05-01T12:00:00Z");
    private readonly TestLibrary _library;
    private readonly IAnalysisJobs _jobs;
    private readonly FakeReader _reader = new();
    private readonly ConcurrentQueue<WorkerProgress> _told = [];

    public AnalysisWorkerTests()
    {
        _library = new(time: _clock);
        _jobs = _library.Get<IAnalysisJobs>();
    }

    public void Dispose() => _library.Dispose();

    [Fact]
    public async Task RunAsync_FilesOfOthers_AreListenedToUntilItIsStopped()
    {
        await AskAsync(Enumerable.Range(0, 30).Select(i => _library.Write($"music/{i}.mp3", $"T{i}")));
        await RunAsync(until: () => _told.Count(t => t.Path is not null) == 30);
        Assert.Equal(30, (await _library.TracksAsync(TrackSource.Library)).Count);
        Assert.Equal(30, _reader.Paths.Distinct().Count());
        Assert.Equal(new(0, 30), await Worker().LeftAsync());
        Assert.Equal(30, _told.Max(t => t.Listened));
    }

    [Fact]
    public async Task RunAsync_Stopped_GivesBackWhatItWasAt()
    {
        var path = _library.Write("music/long.mp3", "Long");
        await AskAsync([path]);
        TaskCompletionSource reading = new(), goOn = new();
        using CancellationTokenSource stop = new();
        _reader.OnRead = _ =>
        {
            reading.SetResult();
            return goOn.Task;
        };
        var running = Worker().RunAsync(1, new Immediate<WorkerProgress>(_told.Enqueue), stop.Token);
        await reading.Task;
        await stop.CancelAsync();
        goOn.SetResult();
        await running;
        Assert.Equal(1, (await _jobs.TakeAsync(JobKind.Listen, "next", null, [], default))!.Attempts);
    }

    [Fact]
    public async Task RunAsync_FilesNotSeenFromHere_AreLeftToOthersAndLookedForAgain()
    {
        var elsewhere = _library.At("not-mounted", "a", "song.mp3");
        await AskAsync([elsewhere, _library.Write("music/here.mp3", "Here")]);
        await RunAsync(until: () => _told.Any(t => t.Path is not null) && _told.Any(t => t.Unseen is not null));
        Assert.Equal(_library.At("not-mounted"), _told.First(t => t.Unseen is not null).Unseen);
        Assert.Equal("Here", Assert.Single(await _library.TracksAsync(TrackSource.Library)).Title);
        Assert.Empty(await _jobs.GivenUpAsync(JobKind.Listen, null, default));

        // Whoever sees it takes it as if nobody had tried.
        var job = await _jobs.TakeAsync(JobKind.Listen, "other", null, [], default);
        Assert.Equal((elsewhere, 1), (job!.File.Path, job.Attempts));
        await _jobs.GiveBackAsync("other");
        _library.Write("not-mounted/a/song.mp3", "Elsewhere");
        await RunAsync(until: () => _told.Count(t => t.Path is not null) == 2);
        Assert.Equal(2, (await _library.TracksAsync(TrackSource.Library)).Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RunAsync_DriveThatGoesAwayWhileItIsRead_IsLeftToOthers(bool fails)
    {
        var path = _library.Write("drive/song.mp3", "Song");
        await AskAsync([path]);
        _reader.OnRead = _ =>
        {
            Directory.Delete(_library.At("drive"), recursive: true);
            return fails ? throw new IOException("Gone.") : Task.CompletedTask;
        };
        await RunAsync(until: () => _told.Any(t => t.Unseen is not null || t.Path is not null));
        Assert.DoesNotContain(_told, t => t.Path is not null);
        var job = await _jobs.TakeAsync(JobKind.Listen, "other", null, [], default);
        Assert.Equal((path, 1), (job!.File.Path, job.Attempts));
    }

    [Fact]
    public void Sees_ManyFilesOfAnEmptyFolder_TakesTheFolderForUnmounted()
    {
        Directory.CreateDirectory(_library.At("empty"));
        UnseenFiles unseen = new(_clock);
        for (var i = 0; i < 40; i++) Assert.False(unseen.Sees(_library.At("empty", $"artist{i}", "song.mp3"), out _));
        Assert.False(unseen.Sees(_library.At("empty", "song.mp3"), out var missing));
        Assert.Equal(_library.At("empty"), missing);
        Assert.InRange(unseen.Ranges.Count, 1, 40);
        Assert.Contains(PathRange.Below(_library.At("empty")), unseen.Ranges);
        _clock.Now += TimeSpan.FromMinutes(2);
        Assert.Empty(unseen.Ranges);
    }

    private AnalysisWorker Worker() => new(_library.Database, _jobs, _reader, _library.Get<WholeFiles>());

    private Task AskAsync(IEnumerable<string> paths) => _jobs.AddAsync(JobKind.Listen, [.. paths.Select(p => FolderListing.Describe(p) ?? new(p, 1, 1))], "1");

    private async Task RunAsync(Func<bool> until)
    {
        using CancellationTokenSource stop = new();
        var running = Worker().RunAsync(3, new Immediate<WorkerProgress>(_told.Enqueue), stop.Token);
        while (!until() && !running.IsCompleted) await Task.Delay(10);
        await stop.CancelAsync();
        await running;
    }
}
