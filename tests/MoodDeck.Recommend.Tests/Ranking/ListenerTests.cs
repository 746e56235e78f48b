using MoodDeck.Core.Music;
using MoodDeck.Recommend.Ranking;
using MoodDeck.Recommend.Taste;

namespace MoodDeck.Recommend.Tests.Ranking;

/// <summary>What was learnt of a listener changes what they get.</summary>
public sealed class ListenerTests
{
    private static readonly List<Track> Catalogue = Tracks.Many(31, 3000, 40);
    private static readonly Dictionary<string, Track> ById = Catalogue.ToDictionary(t => t.Id);
    private static readonly ListenerTaste Led = Taught.By(1, led: true);

    [Fact]
    public void Recommend_ForWhoLikesJazz_HasMoreOfIt()
    {
        Assert.True(Share(For(Led), t => t.Genre == "jazz") > Share(For(null), t => t.Genre == "jazz") + 0.2);
        Assert.True(Share(For(Led), t => t.Genre == "rock") < 0.15);
    }

    [Fact]
    public void Recommend_MatchForWhoWantsToBeLed_LeansThereAndSaysSo()
    {
        var result = For(Led);
        Assert.True(result.Target.Valence > 0.1, $"led from -0.5 to {result.Target.Valence}");
        Assert.Contains(result.Tracks.SelectMany(t => t.Why), r => r.Code.EndsWith(".led", StringComparison.Ordinal));
    }

    [Fact]
    public void Recommend_HoldForWhoWantsToBeLed_StaysWhereTheHandIs() => Assert.Equal(
        -0.5, new Recommender(TrackIndex.Of(Catalogue)).Recommend(Tracks.Request(-0.5, -0.2) with { Strategy = Strategy.Hold, Listener = Led }).Target.Valence, 6);

    [Fact]
    public void Recommend_SongHeardJustNow_LosesByItAndSaysSo()
    {
        var first = For(Led).Tracks[0].Id;
        var taste = Led with { Plays = Led.Plays.After(first, "artist 1") };
        var again = For(taste).Tracks.FirstOrDefault(t => t.Id == first);
        Assert.True(again is null || again.Terms.Any(t => t.Kind == TermKind.Freshness && t.Value < -0.05));
    }

    [Fact]
    public void Recommend_Curiosity_IsBounded() => Assert.All(
        For(Led).Tracks.SelectMany(t => t.Terms).Where(t => t.Kind == TermKind.Curiosity), t => Assert.InRange(t.Value, 0, 0.0801));

    [Fact]
    public void Recommend_ForWhoTaughtNothing_IsAsForAnybody()
    {
        var nobody = new ListenerTaste(new TasteModel().Snapshot(), PlayMemory.Empty);
        Assert.Equal(For(null).Tracks.Select(t => (t.Id, t.Score)), For(nobody).Tracks.Select(t => (t.Id, t.Score)));
    }

    [Fact]
    public void FatigueOf_PlaysLately_WearsOffPlayByPlay()
    {
        var plays = PlayMemory.Empty.After("a", "x");
        Assert.Equal(1, plays.FatigueOf("a", "x"), 6);
        Assert.Equal(PlayMemory.SameArtist, plays.FatigueOf("b", "x"), 6);
        Assert.Equal(0, plays.FatigueOf("b", "y"), 6);
        for (var i = 0; i < 10; i++) plays = plays.After($"other {i}", $"other {i}");
        Assert.Equal(Math.Pow(PlayMemory.Decay, 10), plays.FatigueOf("a", "x"), 6);
        for (var i = 0; i < 30; i++) plays = plays.After($"more {i}", $"more {i}");
        Assert.Equal(0, plays.FatigueOf("a", "x"), 6);
        Assert.Contains("x", plays.HeardArtists);
    }

    private static RecommendationResult For(ListenerTaste? listener) =>
        new Recommender(TrackIndex.Of(Catalogue)).Recommend(Tracks.Request(-0.5, -0.2) with { Listener = listener });

    private static double Share(RecommendationResult result, Func<Track, bool> of) => result.Tracks.Average(t => of(ById[t.Id]) ? 1.0 : 0);
}
