using MoodDeck.Library.Feelings;
using MoodDeck.Library.Groups;
using MoodDeck.Library.Radio;
using MoodDeck.Recommend;

namespace MoodDeck.Library.Tests.Radio;

public sealed class RadioStationTests
{
    [Fact]
    public async Task TuneAsync_TrackArtistAndGroup_GiveQueuesNearTheSeed()
    {
        using var library = new TestLibrary();
        var radio = library.Get<RadioStation>();
        var track = (await library.Catalogue.SearchAsync(new() { Artists = ["Nick Drake"], Limit = 1 })).Tracks[0];
        foreach (var wish in (RadioWish[])[new(Track: track.Id), new(Artist: "nick drake"), new(Group: 2)])
        {
            var request = (await radio.TuneAsync(wish, new() { Limit = 30 }, null))!;
            var queue = await library.Get<QueuePlanner>().PlanAsync(request);
            Assert.Equal(30, queue.Tracks.Count);
            Assert.All(queue.Tracks, t => Assert.InRange(t.Mood.Mean.DistanceTo(request.Target!.Value.Mean), 0, 0.8));
            Assert.All(queue.Tracks.Select((t, i) => (t.Artist, i)), t => Assert.DoesNotContain(t.Artist, queue.Tracks.Skip(t.i + 1).Take(RankingRules.ArtistGap - 1).Select(o => o.Artist)));
            Assert.DoesNotContain(track.Id, wish.Track is null ? [] : queue.Tracks.Select(t => t.Id));
        }
    }

    [Fact]
    public async Task TuneAsync_WhatIsNotThere_IsNull()
    {
        using var library = new TestLibrary();
        var radio = library.Get<RadioStation>();
        var groups = (await library.Get<ILibraryMoods>().FindAsync()).Moods.Groups.Count;
        foreach (var wish in (RadioWish[])[new(Track: "nothing"), new(Artist: "nobody at all"), new(Group: 0), new(Group: groups + 1), new()])
            Assert.Null(await radio.TuneAsync(wish, new(), null));
    }

    [Fact]
    public async Task TuneAsync_Listener_HasTheTrackWhereTheListenerSays()
    {
        using var library = new TestLibrary();
        var track = (await library.Catalogue.SearchAsync(new() { Limit = 1 })).Tracks[0];
        await library.Get<ITrackFeelings>().SetAsync("default", track.Id, -0.9, 0.9);
        var mine = (await library.Get<RadioStation>().TuneAsync(new(Track: track.Id), new(), "default"))!;
        Assert.Equal(-0.9, mine.Target!.Value.Mean.Valence, 5);
    }
}
