using MoodDeck.Core.Music;

namespace MoodDeck.Recommend.Tests;

public sealed class VarietyTests
{
    [Theory]
    [InlineData(1, 500, 100, 20)]
    [InlineData(2, 500, 10, 50)]
    [InlineData(3, 3000, 200, 200)]
    [InlineData(4, 5000, 7, 200)]
    public void Recommend_EnoughArtists_NoneTwiceWithinFive(int seed, int tracks, int artists, int limit)
    {
        foreach (var strategy in Enum.GetValues<Strategy>())
        {
            var catalogue = Tracks.Many(seed, tracks, artists);
            AssertSpaced(catalogue, catalogue.Recommend(Tracks.Request(0.4, 0.1, limit) with { Strategy = strategy }), limit);
        }
    }

    [Fact]
    public void Recommend_FiveArtistsWithJustEnoughSongs_AreHeardInTurn()
    {
        var catalogue = Enumerable.Range(0, 15).Select(i => Tracks.At(0.01 * i, 0, $"t{i}", $"A{i % 5}")).ToList();
        AssertSpaced(catalogue, catalogue.Recommend(Tracks.Request(0, 0, 15)), 15);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Recommend_FewSongsThatCanJustBeSpaced_AreSpaced(int seed)
    {
        // Drawn from an order that is spaced, so that one exists; moods are unlike it on purpose.
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var order = new List<int>();
            var length = random.Next(5, 24);
            var artists = random.Next(5, 10);
            while (order.Count < length)
            {
                var artist = random.Next(artists);
                if (!order.TakeLast(4).Contains(artist)) order.Add(artist);
            }

            var catalogue = order.Select((a, i) => Tracks.At((random.NextDouble() * 2) - 1, 0, $"r{round}t{i}", $"A{a}")).ToList();
            AssertSpaced(catalogue, catalogue.Recommend(Tracks.Request(0.5, 0, 30)), length);
        }
    }

    [Fact]
    public void Recommend_BestTracksAllByOneArtist_TakesOthersInBetween()
    {
        var catalogue = Enumerable.Range(0, 3000).Select(i => Tracks.At(0.5, 0.5, $"x{i}", "X")).ToList();
        catalogue.AddRange(Enumerable.Range(0, 50).Select(i => Tracks.At(-0.5, -0.5, $"y{i}", $"Y{i % 10}")));
        AssertSpaced(catalogue, catalogue.Recommend(Tracks.Request(0.5, 0.5)), 20);
    }

    [Fact]
    public void Recommend_FewerThanFiveArtists_StillFillsTheQueue()
    {
        var catalogue = Enumerable.Range(0, 30).Select(i => Tracks.At(0, 0, $"t{i}", $"A{i % 2}")).ToList();
        var result = catalogue.Recommend(Tracks.Request(0, 0));
        Assert.Equal(20, result.Tracks.Count);
        var artists = result.Tracks.Select(t => catalogue.Single(c => c.Id == t.Id).Artist).ToList();
        Assert.All(artists.Zip(artists.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
    }

    [Fact]
    public void Recommend_ExcludedSong_StaysOutWhateverItsSource()
    {
        var starter = Tracks.At(0.5, 0.5, "s", "Queen") with { Title = "Under Pressure" };
        var file = Tracks.At(0.5, 0.5, "f", "Queen", source: TrackSource.Library, playable: true) with { Title = "Under pressure" };
        var result = new[] { starter, file, Tracks.At(0.5, 0.5, "other", "Queen") }.Recommend(Tracks.Request(0.5, 0.5) with { ExcludedIds = ["f", "nobody"] });
        Assert.Equal(["other"], result.Tracks.Select(t => t.Id));
    }

    [Fact]
    public void Recommend_AfterWhatWasHeard_LetsItsArtistsRest()
    {
        var catalogue = Enumerable.Range(0, 60).Select(i => Tracks.At(0.5, 0.5, $"t{i}", $"A{i % 10}")).ToList();
        string[] heard = ["t50", "t41", "t32", "t23", "t14", "t5"]; // of A0 to A5, the latest last
        var queue = catalogue.Recommend(Tracks.Request(0.5, 0.5) with { ExcludedIds = heard }).Tracks.Select(t => catalogue.Single(c => c.Id == t.Id).Artist!).ToList();
        var all = heard.Select(id => catalogue.Single(c => c.Id == id).Artist!).Concat(queue).ToList();
        for (var i = 0; i < all.Count; i++) Assert.DoesNotContain(all[i], all.Skip(i + 1).Take(RankingRules.ArtistGap - 1));
    }

    private static void AssertSpaced(List<Track> catalogue, RecommendationResult result, int expected)
    {
        Assert.Equal(expected, result.Tracks.Count);
        Assert.Equal(expected, result.Tracks.Select(t => t.Id).Distinct().Count());
        var byId = catalogue.ToDictionary(t => t.Id);
        var artists = result.Tracks.Select(t => byId[t.Id].Artist).ToList();
        for (var i = 0; i < artists.Count; i++)
            Assert.DoesNotContain(artists[i], artists.Skip(i + 1).Take(4));
    }
}
