using MoodDeck.Library.Jobs;
using MoodDeck.Library.Scan;

namespace MoodDeck.Library.Tests.Jobs;

public sealed class AnalysisJobsTests : IDisposable
{
    private readonly FixedClock _clock = new("2026-05-01T12:00:00Z");
    private readonly TestLibrary _library;
    private readonly IAnalysisJobs _jobs;

    public AnalysisJobsTests()
    {
        _library = new(time: _clock);
        _jobs = _library.Get<IAnalysisJobs>();
    }

    public void Dispose() => _library.Dispose();

    [Fact]
    public async Task Take_ManyAtOnce_GivesEachJobToOne()
    {
        await _jobs.AddAsync(JobKind.Listen, [.. Enumerable.Range(0, 60).Select(i => File($"/m/{i}.mp3"))], "1");
        var taken = await Task.WhenAll(Enumerable.Range(0, 80).Select(i => TakeAsync($"worker{i % 5}")));
        Assert.Equal(60, taken.OfType<AnalysisJob>().Select(j => j.Id).Distinct().Count());
        Assert.Equal(20, taken.Count(j => j is null));
        Assert.Equal(new(0, 60), await _jobs.CountAsync(JobKind.Listen, null, default));
    }

    [Fact]
    public async Task Take_OfAWorkerThatWasKilled_GoesToAnotherWhenTheLeaseRanOut()
    {
        await _jobs.AddAsync(JobKind.Listen, [File("/m/a.mp3")], "1");
        var first = await TakeAsync("killed");
        Assert.Null(await TakeAsync("other"));
        _clock.Now += IAnalysisJobs.Lease / 2;
        await _jobs.RenewAsync("killed");
        _clock.Now += IAnalysisJobs.Lease * 0.75;
        Assert.Null(await TakeAsync("other"));
        _clock.Now += IAnalysisJobs.Lease;
        var second = await TakeAsync("other");
        Assert.Equal((first!.Id, 1, 2), (second!.Id, first.Attempts, second.Attempts));

        // Should the first only have slept, what it brings is not stored.
        Assert.False(await FinishAsync(first, "killed"));
        Assert.True(await FinishAsync(second, "other"));
        Assert.Equal(0, (await _jobs.CountAsync(JobKind.Listen, null, default)).All);
    }

    [Fact]
    public async Task Take_JobThatTakesItsProcessDown_IsGivenUp()
    {
        await _jobs.AddAsync(JobKind.Listen, [File("/m/poison.mp3"), File("/m/good.mp3")], "1");
        for (var i = 0; i < IAnalysisJobs.MostAttempts; i++)
        {
            while (await TakeAsync($"w{i}") is { } job && !job.File.Path.Contains("poison", StringComparison.Ordinal)) Assert.True(await FinishAsync(job, $"w{i}"));
            _clock.Now += 2 * IAnalysisJobs.Lease;
        }

        Assert.Null(await TakeAsync("last"));
        var givenUp = Assert.Single(await _jobs.GivenUpAsync(JobKind.Listen, "/m", default));
        Assert.Equal("/m/poison.mp3", givenUp.Path);
        Assert.Contains("each time", givenUp.Error, StringComparison.Ordinal);

        // Asking again changes nothing, until the file changes or somebody says so.
        await _jobs.AddAsync(JobKind.Listen, [File("/m/poison.mp3")], "1");
        Assert.Null(await TakeAsync("last"));
        await _jobs.AddAsync(JobKind.Listen, [File("/m/poison.mp3") with { ModifiedAt = 2 }], "1");
        Assert.Equal(1, (await TakeAsync("last"))!.Attempts);
    }

    [Fact]
    public async Task Add_GivenUpByAnOlderReader_IsTriedByANewerOne()
    {
        await _jobs.AddAsync(JobKind.Listen, [File("/m/odd.mp3")], "1");
        for (var i = 0; i < IAnalysisJobs.MostAttempts; i++)
        {
            await _jobs.FailAsync((await TakeAsync("w"))!, "w", "Odd.");
            _clock.Now += TimeSpan.FromMinutes(1);
        }

        await _jobs.AddAsync(JobKind.Listen, [File("/m/odd.mp3")], "1");
        Assert.Null(await TakeAsync("w"));
        await _jobs.AddAsync(JobKind.Listen, [File("/m/odd.mp3")], "2");
        Assert.NotNull(await TakeAsync("w"));
    }

    [Fact]
    public async Task Fail_TriesAgainLaterAndThenGivesUp_UntilToldToTryAgain()
    {
        await _jobs.AddAsync(JobKind.Listen, [File("/m/slow.mp3")], "1");
        for (var i = 1; i <= IAnalysisJobs.MostAttempts; i++)
        {
            var job = await TakeAsync("w");
            Assert.Equal(i, job!.Attempts);
            await _jobs.FailAsync(job, "w", $"No answer, {i}.");
            Assert.Null(await TakeAsync("w"));
            _clock.Now += TimeSpan.FromMinutes(1);
        }

        Assert.Null(await TakeAsync("w"));
        Assert.Equal("No answer, 4.", Assert.Single(await _jobs.GivenUpAsync(JobKind.Listen, null, default)).Error);
        await _jobs.RetryAsync("/other");
        Assert.Null(await TakeAsync("w"));
        await _jobs.RetryAsync("/m");
        Assert.Equal(1, (await TakeAsync("w"))!.Attempts);
    }

    [Fact]
    public async Task GiveBack_LeavesTheJobsAsTheyWere()
    {
        await _jobs.AddAsync(JobKind.Listen, [File("/m/a.mp3")], "1");
        await TakeAsync("stopped");
        await _jobs.GiveBackAsync("stopped");
        Assert.Equal(1, (await TakeAsync("next"))!.Attempts);
    }

    [Fact]
    public async Task Take_BelowAFolder_TakesNothingBesideIt()
    {
        await _jobs.AddAsync(JobKind.Listen, [File("/m/one/a.mp3"), File("/m/one-more/b.mp3"), File("/m/one.mp3")], "1");
        Assert.Equal("/m/one/a.mp3", (await TakeAsync("w", "/m/one"))!.File.Path);
        Assert.Null(await TakeAsync("w", "/m/one"));
        Assert.Equal(2, (await _jobs.CountAsync(JobKind.Listen, "/", default)).Waiting);
    }

    [Fact]
    public async Task Take_Measuring_WaitsWhileAnybodyListens()
    {
        await _jobs.AddAsync(JobKind.Measure, [File("/m/a.mp3")], "1");
        await _jobs.AddAsync(JobKind.Listen, [File("/m/b.mp3")], "1");
        var listening = await TakeAsync("w");
        Assert.Null(await _jobs.TakeAsync(JobKind.Measure, "m", null, [], default));
        Assert.True(await FinishAsync(listening!, "w"));
        Assert.NotNull(await _jobs.TakeAsync(JobKind.Measure, "m", null, [], default));
    }

    private static ListedFile File(string path) => new(path, 1, 1);

    private Task<AnalysisJob?> TakeAsync(string worker, string? root = null) => _jobs.TakeAsync(JobKind.Listen, worker, root, [], CancellationToken.None);

    private Task<bool> FinishAsync(AnalysisJob job, string worker) =>
        _library.Database.WriteAsync((connection, transaction) => SqlAnalysisJobs.Finish(connection, transaction, job, worker), CancellationToken.None);
}
