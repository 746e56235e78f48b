using MoodDeck.Core.Music;
using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Listeners;

namespace MoodDeck.Library.Tests.Journal;

public sealed class PlaySpanTests
{
    [Fact]
    public async Task ReadAsync_StartAndEnd_AreOneSong()
    {
        using var rig = await JournalRig.StartAsync();
        await rig.PlayAsync("2026-11-22T10:00:00Z", "a", PlayEvent.Started, 0);
        await rig.PlayAsync("2026-11-22T10:03:00Z", "a", PlayEvent.Finished, 180);
        await rig.PlayAsync("2026-11-22T10:03:00Z", "b", PlayEvent.Started, 0);
        await rig.PlayAsync("2026-11-22T10:04:00Z", "b", PlayEvent.Skipped, 60);
        Assert.Equal(
            [("a", "10:00", "10:03", PlayEvent.Finished), ("b", "10:03", "10:04", PlayEvent.Skipped)], await SpansAsync(rig));
    }

    [Fact]
    public async Task ReadAsync_NeverFinished_EndsWithTheNextOrItsLengthOrNotYet()
    {
        using var rig = await JournalRig.StartAsync("2026-11-22T12:01:00Z");
        await rig.Library.ImportAsync("t.csv", "title,artist,duration\nLong,X,240\n");
        var known = Assert.Single(await rig.Library.TracksAsync(TrackSource.Import)).Id;
        await rig.PlayAsync("2026-11-22T10:00:00Z", "a", PlayEvent.Started);
        await rig.PlayAsync("2026-11-22T10:02:00Z", known, PlayEvent.Started);
        await rig.PlayAsync("2026-11-22T11:00:00Z", "gone", PlayEvent.Started);
        await rig.PlayAsync("2026-11-22T12:00:00Z", known, PlayEvent.Started);
        Assert.Equal(
            [("a", "10:00", "10:02", PlayEvent.Started), (known, "10:02", "10:06", PlayEvent.Started), ("gone", "11:00", "12:00", PlayEvent.Started), (known, "12:00", null, PlayEvent.Started)],
            await SpansAsync(rig));
    }

    [Fact]
    public async Task ReadAsync_EndWithoutStart_BeganAsLongBeforeAsItHadPlayed()
    {
        using var rig = await JournalRig.StartAsync();
        await rig.PlayAsync("2026-11-22T10:04:00Z", "a", PlayEvent.Skipped, 60);
        await rig.PlayAsync("2026-11-22T10:30:00Z", "b", PlayEvent.Finished);
        Assert.Equal([("a", "10:03", "10:04", PlayEvent.Skipped), ("b", "10:30", "10:30", PlayEvent.Finished)], await SpansAsync(rig));
    }

    [Fact]
    public async Task ReadAsync_TwoDevicesAtOnce_KeepTheirSongsApart()
    {
        using var rig = await JournalRig.StartAsync();
        await rig.PlayAsync("2026-11-22T10:00:00Z", "a", PlayEvent.Started);
        await rig.PlayAsync("2026-11-22T10:01:00Z", "b", PlayEvent.Started);
        await rig.PlayAsync("2026-11-22T10:03:00Z", "a", PlayEvent.Finished);
        await rig.PlayAsync("2026-11-22T10:05:00Z", "b", PlayEvent.Skipped);
        Assert.Equal([("a", "10:00", "10:03", PlayEvent.Finished), ("b", "10:01", "10:05", PlayEvent.Skipped)], await SpansAsync(rig));
    }

    [Fact]
    public async Task ReadAsync_OverMidnight_IsInBothDays()
    {
        using var rig = await JournalRig.StartAsync();
        await rig.PlayAsync("2026-11-20T23:58:00Z", "a", PlayEvent.Started);
        await rig.PlayAsync("2026-11-21T00:02:00Z", "a", PlayEvent.Finished);
        Assert.Single((await rig.ReadAsync("2026-11-20")).Plays);
        Assert.Single((await rig.ReadAsync("2026-11-21")).Plays);
        Assert.Empty((await rig.ReadAsync("2026-11-22")).Plays);
    }

    [Fact]
    public async Task ReadAsync_TrackThatLeft_KeepsItsName()
    {
        using var rig = await JournalRig.StartAsync();
        await rig.Library.ImportAsync("t.csv", "title,artist\nGone Song,Ghost\n");
        var track = Assert.Single(await rig.Library.TracksAsync(TrackSource.Import));
        await rig.PlayAsync("2026-11-22T10:00:00Z", track.Id, PlayEvent.Started);
        await rig.Library.Database.WriteAsync(
            (connection, transaction) =>
            {
                using var writer = new TrackWriter(connection, transaction, rig.Clock);
                return writer.Remove(track.Id);
            },
            CancellationToken.None);
        var play = Assert.Single((await rig.ReadAsync("2026-11-22")).Plays);
        Assert.Equal(("Gone Song", "Ghost"), (play.Title, play.Artist));
    }

    private static async Task<IEnumerable<(string, string, string?, PlayEvent)>> SpansAsync(JournalRig rig) =>
        (await rig.ReadAsync("2026-11-22")).Plays.Select(p => (p.TrackId, $"{p.StartedAt:HH:mm}", p.EndedAt is { } end ? $"{end:HH:mm}" : null, p.Event));
}
