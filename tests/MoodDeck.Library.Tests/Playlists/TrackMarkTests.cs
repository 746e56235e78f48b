using MoodDeck.Library.Playlists;

namespace MoodDeck.Library.Tests.Playlists;

public sealed class TrackMarkTests
{
    [Fact]
    public async Task SetAsync_LikeThenBan_TheLatestWordCounts()
    {
        using var library = new TestLibrary();
        var (marks, track) = (library.Get<ITrackMarks>(), (await library.Catalogue.SearchAsync(new() { Limit = 1 })).Tracks[0]);
        Assert.True(await marks.SetAsync("default", track.Id, TrackMark.Like));
        Assert.True(await marks.SetAsync("default", track.Id, TrackMark.Ban));
        await marks.RemoveAsync("default", track.Id, TrackMark.Like);
        var marked = Assert.Single((await marks.ListAsync("default"))!);
        Assert.Equal((track.Id, track.Title, TrackMark.Ban, true), (marked.TrackId, marked.Title, marked.Mark, marked.InCatalogue));
        await marks.RemoveAsync("default", track.Id, TrackMark.Ban);
        Assert.Empty((await marks.ListAsync("default"))!);
    }

    [Fact]
    public async Task SetAsync_WhatIsNotThere_IsFalse()
    {
        using var library = new TestLibrary();
        var marks = library.Get<ITrackMarks>();
        Assert.False(await marks.SetAsync("default", "nothing", TrackMark.Like));
        Assert.False(await marks.SetAsync("nobody", (await library.Catalogue.SearchAsync(new() { Limit = 1 })).Tracks[0].Id, TrackMark.Like));
        Assert.Null(await marks.ListAsync("nobody"));
    }

    [Fact]
    public async Task PlanForAsync_BannedTracks_NeverAppear()
    {
        using var library = new TestLibrary();
        var (planner, marks) = (library.Get<QueuePlanner>(), library.Get<ITrackMarks>());
        var before = (await planner.PlanForAsync("default", new() { Languages = ["es"], Limit = 10 }))!;
        foreach (var track in before.Tracks) await marks.SetAsync("default", track.Id, TrackMark.Ban);
        var after = (await planner.PlanForAsync("default", new() { Languages = ["es"], Limit = 10 }))!;
        Assert.Equal(10, after.Tracks.Count);
        Assert.Empty(after.Tracks.Select(t => t.Id).Intersect(before.Tracks.Select(t => t.Id)));
        Assert.Equal(before.Tracks.Select(t => t.Id), (await planner.PlanAsync(new() { Languages = ["es"], Limit = 10 })).Tracks.Select(t => t.Id));
        Assert.Null(await planner.PlanForAsync("nobody", new()));
    }
}
