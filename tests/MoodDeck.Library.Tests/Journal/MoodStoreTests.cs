using Dapper;
using MoodDeck.Library.Journal;
using MoodDeck.Library.Listeners;

namespace MoodDeck.Library.Tests.Journal;

public sealed class MoodStoreTests
{
    [Fact]
    public async Task AddAsync_WithoutConsent_StoresNothing()
    {
        using var library = new TestLibrary();
        Assert.Equal(0, await library.Get<IMoodStore>().AddAsync("default", [new(DateTimeOffset.UtcNow, 0, 0, null, .1, .1, MoodSource.Hand)]));
        using var connection = library.Database.Connect();
        Assert.Equal(0, connection.ExecuteScalar<int>("SELECT count(*) FROM mood_readings"));
    }

    [Fact]
    public async Task AddAsync_SeveralInFiveSeconds_KeepsTheLatestOfEachSource()
    {
        using var rig = await JournalRig.StartAsync();
        Assert.Equal(3, await rig.Moods.AddAsync("default", [
            JournalRig.Reading("2026-11-22T10:00:01Z", .1), JournalRig.Reading("2026-11-22T10:00:04Z", .2),
            JournalRig.Reading("2026-11-22T10:00:02Z", .3), JournalRig.Reading("2026-11-22T10:00:03Z", .4, 0, MoodSource.Hand)]));
        using var connection = rig.Library.Database.Connect();
        Assert.Equal([("camera", .2), ("hand", .4)], connection.Query<(string, double)>("SELECT source, valence FROM mood_readings ORDER BY source"));
    }

    [Fact]
    public async Task AddAsync_SameAgain_ChangesNothing()
    {
        using var rig = await JournalRig.StartAsync();
        MoodEntry[] readings = [JournalRig.Reading("2026-11-22T10:00:00Z", .1), JournalRig.Reading("2026-11-22T10:00:05Z", .2)];
        await rig.Moods.AddAsync("default", readings);
        await rig.Moods.AddAsync("default", readings);
        Assert.Equal(2, (await rig.ReadAsync("2026-11-22")).Days[^1].Readings);
    }

    [Fact]
    public async Task AddAsync_OlderThanTwoYears_FallsOut()
    {
        using var rig = await JournalRig.StartAsync("2024-11-20T12:00:00Z");
        await rig.Moods.AddAsync("default", [JournalRig.Reading("2024-11-20T11:00:00Z")]);
        await rig.PlayAsync("2024-11-20T11:00:00Z", "old", PlayEvent.Started);
        rig.Clock.Now = JournalRig.At("2026-11-22T12:00:00Z");
        Assert.Equal(1, await rig.Moods.AddAsync("default", [JournalRig.Reading("2024-11-21T11:00:00Z"), JournalRig.Reading("2026-11-22T11:00:00Z")]));
        await rig.PlayAsync("2026-11-22T11:30:00Z", "new", PlayEvent.Started);
        Assert.Equal(JournalRig.At("2026-11-22T11:00:00Z"), await rig.Moods.OldestAsync("default"));
    }

    [Fact]
    public async Task EraseAsync_Range_ErasesThatAndNothingElse()
    {
        using var rig = await JournalRig.StartAsync();
        foreach (var day in (string[])["2026-11-20", "2026-11-21", "2026-11-22"])
        {
            await rig.Moods.AddAsync("default", [JournalRig.Reading(day + "T00:00:00Z"), JournalRig.Reading(day + "T21:00:00Z")]);
            await rig.PlayAsync(day + "T00:00:00Z", "t", PlayEvent.Started);
        }

        var erased = await rig.Moods.EraseAsync("default", JournalRig.At("2026-11-21T00:00:00Z"), JournalRig.At("2026-11-22T00:00:00Z"));
        Assert.Equal(new ErasedHistory(2, 1), erased);
        Assert.Equal([2, 0, 2], (await rig.ReadAsync("2026-11-22")).Days.TakeLast(3).Select(d => d.Readings));
        Assert.Equal(new ErasedHistory(4, 2), await rig.Moods.EraseAsync("default", null, null));
        Assert.Null(await rig.Moods.OldestAsync("default"));
    }

    [Fact]
    public async Task AddAsync_ManyAtOnceFromSeveralWriters_KeepsEachStepOnce()
    {
        using var rig = await JournalRig.StartAsync();
        var start = JournalRig.At("2026-11-22T08:00:00Z");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => rig.Moods.AddAsync("default", [
            .. Enumerable.Range(0, 200).Select(i => new MoodEntry(start.AddSeconds(5 * i), writer / 10.0, 0, null, .1, .1, MoodSource.Camera))])));
        Assert.Equal(200, (await rig.ReadAsync("2026-11-22")).Days[^1].Readings);
    }
}
