using MoodDeck.Library.Listeners;

namespace MoodDeck.Library.Tests.Journal;

public sealed class MovedTrackTests
{
    [Fact]
    public async Task ReadAsync_MoodRoseAfterASong_SaysByHowMuchAndWhere()
    {
        using var rig = await JournalRig.StartAsync();
        await rig.FeelAsync("2026-11-22T09:45:00Z", "2026-11-22T10:00:00Z", -.2, .5);
        await rig.PlayAsync("2026-11-22T10:00:00Z", "a", PlayEvent.Started);
        await rig.FeelAsync("2026-11-22T10:00:00Z", "2026-11-22T10:15:00Z", .3, 0);
        var moved = Assert.Single((await rig.ReadAsync("2026-11-22")).Moved);
        Assert.Equal(("a", 1, 1, .5, -.5), (moved.TrackId, moved.Plays, moved.Compared, Math.Round(moved.ValenceChange, 9), Math.Round(moved.ArousalChange, 9)));
        Assert.Equal((1, 0, 0, 1), (moved.ValenceRose, moved.ValenceFell, moved.ArousalRose, moved.ArousalFell));
        Assert.Contains(moved.Towards, (string[])["serene", "content"]);
    }

    [Fact]
    public async Task ReadAsync_SeveralPlays_AreAveragedAndCounted()
    {
        using var rig = await JournalRig.StartAsync();
        double[] after = [.4, .3, .2, -.1];
        for (var day = 0; day < after.Length; day++)
        {
            await rig.FeelAsync($"2026-11-{18 + day}T09:45:00Z", $"2026-11-{18 + day}T10:00:00Z", 0, 0);
            await rig.PlayAsync($"2026-11-{18 + day}T10:00:00Z", "a", PlayEvent.Started);
            await rig.FeelAsync($"2026-11-{18 + day}T10:00:00Z", $"2026-11-{18 + day}T10:15:00Z", after[day], 0);
        }

        // Nobody looked: counts as a play and is not compared.
        await rig.PlayAsync("2026-11-22T10:00:00Z", "a", PlayEvent.Started);
        var moved = Assert.Single((await rig.ReadAsync("2026-11-22")).Moved);
        Assert.Equal((5, 4, 3, 1), (moved.Plays, moved.Compared, moved.ValenceRose, moved.ValenceFell));
        Assert.Equal(.2, moved.ValenceChange, 9);
        Assert.Equal("pleasant", moved.Towards);
    }

    [Theory]
    [InlineData("2026-11-22T09:45:00Z", "2026-11-22T10:00:00Z")]
    [InlineData("2026-11-22T10:00:00Z", "2026-11-22T10:15:00Z")]
    [InlineData("2026-11-22T09:00:00Z", "2026-11-22T09:44:00Z")]
    public async Task ReadAsync_OneSideWithoutReadings_SaysNothing(string from, string to)
    {
        using var rig = await JournalRig.StartAsync();
        await rig.PlayAsync("2026-11-22T10:00:00Z", "a", PlayEvent.Started);
        await rig.FeelAsync(from, to, .5, 0);
        Assert.Empty((await rig.ReadAsync("2026-11-22")).Moved);
    }

    [Fact]
    public async Task ReadAsync_QuarterHourNotOver_Waits()
    {
        using var rig = await JournalRig.StartAsync("2026-11-22T10:14:00Z");
        await rig.PlayAsync("2026-11-22T10:00:00Z", "a", PlayEvent.Started);
        await rig.FeelAsync("2026-11-22T09:45:00Z", "2026-11-22T10:14:00Z", .5, 0);
        Assert.Empty((await rig.ReadAsync("2026-11-22")).Moved);
        rig.Clock.Now = JournalRig.At("2026-11-22T10:15:00Z");
        var moved = Assert.Single((await rig.ReadAsync("2026-11-22")).Moved);
        Assert.Equal((0, 0, null), (moved.ValenceRose, moved.ValenceFell, moved.Towards));
    }
}
