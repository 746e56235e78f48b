using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;

namespace MoodDeck.Recommend.Tests;

public sealed class RecommenderTests
{
    [Fact]
    public void Recommend_SameSeed_GivesTheSameQueue()
    {
        var tracks = Tracks.Many(1, 500, 100);
        var request = Tracks.Request(0.3, 0.3, seed: 7);
        Assert.Equal(Ids(tracks.Recommend(request)), Ids(tracks.Recommend(request)));
    }

    [Fact]
    public void Recommend_AnotherSeed_GivesAnotherQueue()
    {
        var tracks = Tracks.Many(1, 500, 100);
        Assert.NotEqual(Ids(tracks.Recommend(Tracks.Request(0.3, 0.3, seed: 7))), Ids(tracks.Recommend(Tracks.Request(0.3, 0.3, seed: 8))));
    }

    [Fact]
    public void Recommend_OtherOrderOfTheSameTracks_GivesTheSameQueue()
    {
        var tracks = Tracks.Many(2, 400, 80);
        Assert.Equal(Ids(tracks.Recommend(Tracks.Request(0, 0.5))), Ids(tracks.AsEnumerable().Reverse().Recommend(Tracks.Request(0, 0.5))));
    }

    [Fact]
    public void Recommend_Match_ChoosesTheNearTracks()
    {
        var result = Tracks.Many(3, 1000, 300).Recommend(Tracks.Request(-0.5, 0.5));
        Assert.Equal(20, result.Tracks.Count);
        Assert.All(result.Tracks, t => Assert.InRange(t.Score, 0.5, 1));
        Assert.Equal(-0.5, result.Target.Valence, 6);
    }

    [Fact]
    public void Recommend_NoMood_PutsWhatPlaysHereFirst()
    {
        List<Track> tracks = [.. Enumerable.Range(0, 40).Select(i => Tracks.At(0, 0, $"near{i}")), Tracks.At(0.9, 0.9, "here", playable: true)];
        Assert.Equal("here", tracks.Recommend(new()).Tracks[0].Id);
        Assert.NotEqual("here", tracks.Recommend(Tracks.Request(0, 0)).Tracks[0].Id);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Recommend_AnyFilters_AreNeverBroken(int seed)
    {
        var tracks = Tracks.Many(seed, 600, 40);
        var byId = tracks.ToDictionary(t => t.Id);
        var request = Tracks.Request(0.2, -0.2) with
        {
            Languages = ["ES", "zxx"], Artists = ["ARTIST 1", "artist 2", "Artist 3"], Genres = ["Pop", "jazz"],
            Sources = [TrackSource.Starter, TrackSource.Demo],
        };
        foreach (var strategy in Enum.GetValues<Strategy>())
        {
            Assert.All(tracks.Recommend(request with { Strategy = strategy }).Tracks, chosen =>
            {
                var track = byId[chosen.Id];
                Assert.Contains(track.Language, (string[])["es", "zxx"]);
                Assert.Contains(track.Artist, (string[])["Artist 1", "Artist 2", "Artist 3"]);
                Assert.Contains(track.Genre, (string[])["pop", "jazz"]);
                Assert.Contains(track.Source, (TrackSource[])[TrackSource.Starter, TrackSource.Demo]);
            });
        }
    }

    [Fact]
    public void Recommend_ArtistWithAccentsAndArticle_IsFoundWithout()
    {
        Track[] tracks = [Tracks.At(0, 0, "a", "Beyoncé"), Tracks.At(0, 0, "b", "The Beatles"), Tracks.At(0, 0, "c", "Queen")];
        var result = tracks.Recommend(Tracks.Request(0, 0) with { Artists = ["BEYONCE", "beatles"] });
        Assert.Equal(["a", "b"], Ids(result).Order());
    }

    [Fact]
    public void Recommend_UnknownLanguage_PassesNoLanguageFilter()
    {
        Track[] tracks = [Tracks.At(0, 0, "a", language: null), Tracks.At(0, 0, "b", language: "es")];
        Assert.Equal(["b"], Ids(tracks.Recommend(Tracks.Request(0, 0) with { Languages = ["es"] })));
        Assert.Empty(tracks.Recommend(Tracks.Request(0, 0) with { Languages = ["cy"] }).Tracks);
    }

    [Fact]
    public void Recommend_ExcludedIds_DoNotAppear()
    {
        var tracks = Tracks.Many(5, 100, 30);
        var first = Ids(tracks.Recommend(Tracks.Request(0, 0)));
        var second = Ids(tracks.Recommend(Tracks.Request(0, 0) with { ExcludedIds = first }));
        Assert.Empty(first.Intersect(second));
        Assert.Equal(20, second.Count);
    }

    [Fact]
    public void Recommend_WithoutArtists_IsStillAQueue()
    {
        var tracks = Enumerable.Range(0, 50).Select(i => Tracks.At(0.4, 0.4, $"t{i}")).ToList();
        Assert.Equal(20, tracks.Recommend(Tracks.Request(0.4, 0.4)).Tracks.Count);
    }

    [Fact]
    public void Recommend_SameSongFromTwoSources_ComesOnceAndPlayable()
    {
        var starter = Tracks.At(0.5, 0.5, "s", "Queen") with { Title = "Under Pressure" };
        var file = Tracks.At(0.3, 0.5, "f", "QUEEN", source: TrackSource.Library, playable: true) with { Title = "under pressure" };
        Assert.Equal(["f"], Ids(new[] { starter, file }.Recommend(Tracks.Request(0.5, 0.5))));
    }

    [Fact]
    public void Recommend_PlayableTrackThatFitsAsWell_ComesFirst()
    {
        var tracks = Enumerable.Range(0, 30).Select(i => Tracks.At(0.5, 0.5, $"t{i}", $"A{i}")).ToList();
        tracks.Add(Tracks.At(0.4, 0.45, "here", "B", playable: true));
        var result = tracks.Recommend(Tracks.Request(0.5, 0.5));
        Assert.Equal("here", result.Tracks[0].Id);
        Assert.Contains("You can hear it here and now", result.Tracks[0].Reasons);
        Assert.Equal(1, result.Playable);
    }

    [Fact]
    public void Recommend_PlayableTrackFarFromTheMood_DoesNotComeFirst()
    {
        var tracks = Enumerable.Range(0, 30).Select(i => Tracks.At(0.5, 0.5, $"t{i}", $"A{i}")).ToList();
        tracks.Add(Tracks.At(-0.5, -0.5, "here", "B", playable: true));
        Assert.DoesNotContain("here", Ids(tracks.Recommend(Tracks.Request(0.5, 0.5))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public void Recommend_LimitOutOfRange_SaysTheRange(int limit)
    {
        var error = Assert.Throws<ArgumentException>(() => Tracks.Many(1, 10, 5).Recommend(Tracks.Request(0, 0, limit)));
        Assert.Contains("between 1 and 200", error.Message);
    }

    [Fact]
    public void Recommend_LimitOf200_FillsIt() => Assert.Equal(200, Tracks.Many(6, 3000, 500).Recommend(Tracks.Request(0, 0, 200)).Tracks.Count);

    [Fact]
    public void Recommend_NoMoodAtAll_StartsFromNeutral()
    {
        var result = Tracks.Many(7, 300, 60).Recommend(new());
        Assert.Equal(20, result.Tracks.Count);
        Assert.Equal(Vad.Neutral, result.Target);
    }

    private static List<string> Ids(RecommendationResult result) => [.. result.Tracks.Select(t => t.Id)];
}
