using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;
using MoodDeck.Recommend.Groups;
using MoodDeck.Recommend.Radio;

namespace MoodDeck.Recommend.Tests.Radio;

public sealed class RadioSeedTests
{
    private static readonly TrackIndex Index = TrackIndex.Of(
    [
        Tracks.At(.4, .2, "seed", "Ana", genre: "Folk", sigma: .3), Tracks.At(.6, .4, "ana2", "Ana", genre: "folk", sigma: .3), Tracks.At(.5, .3, "ana3", "Ana", genre: "Pop"),
        Tracks.At(.5, .35, "near", "Ben", genre: "folk"), Tracks.At(-.5, -.3, "far", "Cleo", genre: "folk"), Tracks.At(.5, .3, "other", "Dov", genre: "metal"),
        Tracks.At(0, 0, "dark", "Eve") with { Mood = TrackMood.Unknown },
    ]);

    [Fact]
    public void OfTrack_KnownMood_IsItsTargetAsWideAsItIsKnown()
    {
        var seed = RadioSeeds.OfTrack(Index, "seed")!;
        Assert.Equal((.4, .2), (Math.Round(seed.Target!.Value.Mean.Valence, 3), Math.Round(seed.Target.Value.Mean.Arousal, 3)));
        Assert.Equal(.3, seed.Target.Value.Covariance.Sigma.Valence, 3);
        Assert.Equal(["Folk"], seed.Genres.Keys);
        Assert.Equal(["seed"], seed.ExcludedIds);
        Assert.Null(RadioSeeds.OfTrack(Index, "nothing"));
    }

    [Fact]
    public void OfTrack_Artists_AreItsOwnThenTheNearestOfItsGenre()
    {
        var artists = RadioSeeds.OfTrack(Index, "seed")!.Artists;
        Assert.Equal(["Ana", "Ben", "Cleo"], artists.OrderByDescending(a => a.Value).Select(a => a.Key));
        Assert.All(artists.Values, value => Assert.InRange(value, 0.01f, RecommendationRequest.MostLeaning));
    }

    [Fact]
    public void OfTrack_UnknownMood_HasNoTargetAndLeansOnly()
    {
        var seed = RadioSeeds.OfTrack(Index, "dark")!;
        Assert.Null(seed.Target);
        Assert.Equal(["Eve"], seed.Artists.Keys);
        Assert.Empty(seed.Genres);
    }

    [Fact]
    public void OfTrack_WhereTheListenerSaysItBelongs_IsTheTarget()
    {
        var felt = Index.WithPlaces(new Dictionary<string, Vad> { ["seed"] = new(-.5, .5, 0) }, .15);
        Assert.Equal(-.5, RadioSeeds.OfTrack(felt, "seed")!.Target!.Value.Mean.Valence, 5);
    }

    [Fact]
    public void OfArtist_SeveralTracks_IsTheirMeanAndTheirGenres()
    {
        var seed = RadioSeeds.OfArtist(Index, "ANA")!;
        Assert.Equal(.5, seed.Target!.Value.Mean.Valence, 5);
        Assert.True(seed.Target.Value.Covariance.VA > 0);
        Assert.Equal(["Folk", "Pop"], seed.Genres.OrderByDescending(g => g.Value).Select(g => g.Key));
        Assert.Empty(seed.ExcludedIds);
        Assert.Null(RadioSeeds.OfArtist(Index, "nobody"));
        Assert.Null(RadioSeeds.OfArtist(Index, " "));
        Assert.Null(RadioSeeds.OfArtist(Index, "Eve")!.Target);
    }

    [Fact]
    public void OfGroup_Centre_IsTheTargetAsWideAsTheGroup()
    {
        var index = TrackIndex.Of(Tracks.Many(2, 600, 30));
        foreach (var group in new MoodGrouping(index).Find(_ => null, 5).Groups)
        {
            var seed = RadioSeeds.OfGroup(group);
            Assert.Equal((group.Centre, group.Spread), (seed.Target!.Value.Mean, seed.Target.Value.Covariance));
            Assert.InRange(seed.Genres.Values.Sum(), .01f, RecommendationRequest.MostLeaning);
        }
    }

    [Fact]
    public void In_Request_KeepsEverythingElse()
    {
        var request = new RecommendationRequest { Languages = ["es"], Limit = 7, ExcludedIds = ["heard"], Strategy = Strategy.Hold };
        var tuned = RadioSeeds.OfTrack(Index, "seed")!.In(request);
        Assert.Equal((7, Strategy.Hold, "es"), (tuned.Limit, tuned.Strategy, tuned.Languages.Single()));
        Assert.Equal(["seed", "heard"], tuned.ExcludedIds); // what was heard is later than what it began with
        Assert.DoesNotContain("seed", new Recommender(Index).Recommend(tuned with { Languages = [] }).Tracks.Select(t => t.Id));
    }
}
