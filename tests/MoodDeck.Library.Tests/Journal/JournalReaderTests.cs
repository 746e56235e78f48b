using MoodDeck.Library.Journal;
using MoodDeck.Library.Listeners;

namespace MoodDeck.Library.Tests.Journal;

public sealed class JournalReaderTests
{
    [Fact]
    public async Task ReadAsync_NothingStored_IsEmptyWithSevenDays()
    {
        using var rig = await JournalRig.StartAsync();
        var journal = await rig.ReadAsync("2026-11-22");
        Assert.Empty(journal.Readings);
        Assert.Empty(journal.Plays);
        Assert.Empty(journal.Moved);
        Assert.Empty(journal.Distribution);
        Assert.Null(journal.Trend);
        Assert.Equal(Enumerable.Range(16, 7), journal.Days.Select(d => d.Date.Day));
        Assert.All(journal.Days, d => Assert.True(d is { Label: null, Readings: 0, Path: [] }));
    }

    [Fact]
    public async Task ReadAsync_WholeDayOfReadings_IsAveragedToNoMoreThanWhatIsDrawn()
    {
        using var rig = await JournalRig.StartAsync();
        var midnight = JournalRig.At("2026-11-22T00:00:00Z");
        await rig.Moods.AddAsync("default", [.. Enumerable.Range(0, 22 * 720).Select(i => new MoodEntry(midnight.AddSeconds(5 * i), .5, -.3, null, .1, .1, MoodSource.Camera))]);
        var journal = await rig.ReadAsync("2026-11-22");
        Assert.Equal(120, journal.StepSeconds);
        Assert.Equal(22 * 30, journal.Readings.Count);
        Assert.All(journal.Readings, r => Assert.Equal((.5, -.3, .1), (Math.Round(r.Valence, 9), Math.Round(r.Arousal, 9), Math.Round(r.SigmaValence, 6))));
        Assert.InRange(journal.Days[^1].Path.Count, 50, JournalReader.MostPathPoints);
        Assert.Equal(("content", 22 * 720), (journal.Days[^1].Label, journal.Days[^1].Readings));
    }

    [Fact]
    public async Task ReadAsync_Gap_HasNoRows()
    {
        using var rig = await JournalRig.StartAsync();
        await rig.FeelAsync("2026-11-22T08:00:00Z", "2026-11-22T09:00:00Z", .2, .1);
        await rig.FeelAsync("2026-11-22T12:00:00Z", "2026-11-22T13:00:00Z", .2, .1);
        var times = (await rig.ReadAsync("2026-11-22")).Readings.Select(r => r.At.Hour).Distinct();
        Assert.Equal([8, 12], times);
    }

    [Fact]
    public async Task ReadAsync_ReadingsThatDiffer_SpreadTheBand()
    {
        using var rig = await JournalRig.StartAsync();
        await rig.Moods.AddAsync("default", [JournalRig.Reading("2026-11-22T10:00:00Z", .4), JournalRig.Reading("2026-11-22T10:00:30Z", -.4)]);
        var step = Assert.Single((await rig.ReadAsync("2026-11-22")).Readings);
        Assert.Equal(0, step.Valence, 9);
        Assert.Equal(Math.Sqrt(.01 + .16), step.SigmaValence, 9);
        Assert.Equal(JournalRig.At("2026-11-22T10:00:15Z"), step.At);
    }

    [Fact]
    public async Task ReadAsync_HandAndCameraAtOnce_BelievesTheHand()
    {
        using var rig = await JournalRig.StartAsync();
        await rig.Moods.AddAsync("default", [JournalRig.Reading("2026-11-22T10:00:01Z", -.8), JournalRig.Reading("2026-11-22T10:00:02Z", .6, 0, MoodSource.Hand)]);
        var step = Assert.Single((await rig.ReadAsync("2026-11-22")).Readings);
        Assert.Equal((.6, MoodSource.Hand, 1), (step.Valence, step.Source, step.Count));
    }

    [Fact]
    public async Task ReadAsync_DayOf25Hours_TakesBothHoursThatClocksShowTwice()
    {
        using var rig = await JournalRig.StartAsync("2026-10-26T12:00:00Z");
        await rig.Moods.AddAsync("default", [
            JournalRig.Reading("2026-10-24T21:59:00Z"), JournalRig.Reading("2026-10-25T00:30:00Z"), JournalRig.Reading("2026-10-25T01:30:00Z"), JournalRig.Reading("2026-10-25T22:59:00Z"),
            JournalRig.Reading("2026-10-25T23:00:00Z")]);
        var journal = await rig.ReadAsync("2026-10-25", "Europe/Berlin");
        Assert.Equal([1, 3], journal.Days.TakeLast(2).Select(d => d.Readings));
        Assert.Equal(3, journal.Readings.Count);
        Assert.Equal(1, (await rig.ReadAsync("2026-10-26", "Europe/Berlin")).Days[^1].Readings);
    }

    [Fact]
    public async Task ReadAsync_Distribution_IsShareOfMinutesWhateverTheRate()
    {
        using var rig = await JournalRig.StartAsync();
        await rig.FeelAsync("2026-11-22T08:00:00Z", "2026-11-22T08:30:00Z", .7, 0);
        // Read six times as often, and for as long.
        var start = JournalRig.At("2026-11-22T09:00:00Z");
        await rig.Moods.AddAsync("default", [.. Enumerable.Range(0, 360).Select(i => new MoodEntry(start.AddSeconds(5 * i), 0, -.7, null, .1, .1, MoodSource.Camera))]);
        var journal = await rig.ReadAsync("2026-11-22");
        Assert.Equal(.5, journal.Distribution["pleasant"], 9);
        Assert.Equal(.5, journal.Distribution["calm"], 9);
        Assert.Equal((13, 1.0), (journal.Distribution.Count, Math.Round(journal.Distribution.Values.Sum(), 9)));
    }

    [Fact]
    public async Task ReadAsync_Trend_NeedsAWeekAndFindsTheSlope()
    {
        using var rig = await JournalRig.StartAsync();
        for (var day = 0; day < 6; day++) await rig.Moods.AddAsync("default", [JournalRig.Reading($"2026-11-{17 + day}T10:00:00Z", .1 * day, .2)]);
        Assert.Null((await rig.ReadAsync("2026-11-22")).Trend);
        await rig.Moods.AddAsync("default", [JournalRig.Reading("2026-11-16T10:00:00Z", -.1, .2)]);
        var trend = (await rig.ReadAsync("2026-11-22")).Trend!;
        Assert.Equal(7, trend.Days);
        Assert.Equal(.7, trend.Valence.PerWeek, 6);
        Assert.Equal((.7, .7), (Math.Round(trend.Valence.Low, 6), Math.Round(trend.Valence.High, 6)));
        Assert.Equal(0, trend.Arousal.PerWeek, 6);
    }

    [Fact]
    public async Task ReadAsync_NoisyTrend_HasTheIntervalOfTheTextbook()
    {
        using var rig = await JournalRig.StartAsync();
        double[] values = [0, .2, -.1, .3, .1, 0, .2];
        for (var day = 0; day < values.Length; day++) await rig.Moods.AddAsync("default", [JournalRig.Reading($"2026-11-{16 + day}T10:00:00Z", values[day])]);
        var slope = (await rig.ReadAsync("2026-11-22")).Trend!.Valence;
        // By hand: slope 1/70 a day with a standard error of 1/35; t(5) = 2.571.
        Assert.Equal(.1, slope.PerWeek, 4);
        Assert.Equal(7 * 2.571 / 35, slope.High - slope.PerWeek, 9);
        Assert.Equal(slope.PerWeek - slope.Low, slope.High - slope.PerWeek, 9);
    }

    [Fact]
    public async Task ReadAsync_StripTooLongOrEmpty_Throws()
    {
        using var rig = await JournalRig.StartAsync();
        var (reader, now) = (rig.Library.Get<JournalReader>(), rig.Clock.Now);
        await Assert.ThrowsAsync<ArgumentException>(() => reader.ReadAsync("default", new(now, now, TimeZoneInfo.Utc)));
        await Assert.ThrowsAsync<ArgumentException>(() => reader.ReadAsync("default", new(now.AddDays(-40), now, TimeZoneInfo.Utc)));
    }

    [Fact]
    public async Task ReadAsync_AnotherListener_SeesNothing()
    {
        using var rig = await JournalRig.StartAsync();
        await rig.FeelAsync("2026-11-22T08:00:00Z", "2026-11-22T08:30:00Z", .7, 0);
        var ana = (await rig.Library.Get<IListenerStore>().AddAsync("Ana"))!;
        var journal = await rig.Library.Get<JournalReader>().ReadAsync(ana.Id, JournalRequest.Of(new(2026, 11, 22), TimeZoneInfo.Utc));
        Assert.Empty(journal.Readings);
    }
}
