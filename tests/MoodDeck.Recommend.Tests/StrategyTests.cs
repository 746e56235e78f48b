using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;

namespace MoodDeck.Recommend.Tests;

public sealed class StrategyTests
{
    private static readonly List<Track> Catalogue = Tracks.Many(11, 3000, 900);
    private static readonly Dictionary<string, Track> ById = Catalogue.ToDictionary(t => t.Id);

    [Theory]
    [InlineData(Strategy.Match)]
    [InlineData(Strategy.Hold)]
    public void Recommend_MatchAndHold_StayAtTheTarget(Strategy strategy)
    {
        var result = Catalogue.Recommend(Tracks.Request(-0.6, -0.4) with { Strategy = strategy, From = new Vad(0.9, 0.9, 0) });
        Assert.Equal(new Vad(-0.6, -0.4, 0), result.Target);
        Assert.InRange(Mean(result, 0, 20).DistanceTo(new(-0.6, -0.4, 0)), 0, 0.2);
    }

    [Fact]
    public void Recommend_Lift_WalksFromTheMoodToABrighterPlace()
    {
        var result = Catalogue.Recommend(Tracks.Request(-0.7, -0.4) with { Strategy = Strategy.Lift });
        Assert.True(result.Target.Valence > 0.2);
        Assert.InRange(Mean(result, 0, 4).Valence, -1, -0.3);
        Assert.InRange(Mean(result, 8, 4).Valence, -0.45, 0.2);
        Assert.InRange(Mean(result, 16, 4).Valence, 0.05, 1);
        Assert.StartsWith("Starts where you are", result.Tracks[0].Reasons[0]);
    }

    [Fact]
    public void Recommend_LiftFromOnePlaceToAnother_EndsThere()
    {
        var request = Tracks.Request(0.6, 0.6) with { Strategy = Strategy.Lift, From = new Vad(-0.6, -0.6, 0) };
        var result = Catalogue.Recommend(request);
        Assert.Equal(new Vad(0.6, 0.6, 0), result.Target);
        Assert.True(Mean(result, 0, 4).Arousal < -0.2);
        Assert.True(Mean(result, 16, 4).Arousal > 0.2);
    }

    [Theory]
    [InlineData(0.9, 0.9)]
    [InlineData(-0.9, -0.9)]
    public void Recommend_Lift_NeverLeadsToADarkerPlace(double valence, double arousal) =>
        Assert.True(Catalogue.Recommend(Tracks.Request(valence, arousal) with { Strategy = Strategy.Lift }).Target.Valence >= valence);

    [Theory]
    [InlineData(-0.6, 0.6)]
    [InlineData(0.1, -0.95)]
    public void Recommend_Calm_IsCalmerThanTheMoodAndNeverWakes(double valence, double arousal)
    {
        var target = Catalogue.Recommend(Tracks.Request(valence, arousal) with { Strategy = Strategy.Calm }).Target;
        Assert.True(target.Arousal <= arousal);
        Assert.InRange(target.Arousal, -1, -0.2);
    }

    [Theory]
    [InlineData(-0.6, -0.6)]
    [InlineData(0.1, 0.95)]
    public void Recommend_Energise_IsMoreEnergeticAndNeverSlowsDown(double valence, double arousal)
    {
        var target = Catalogue.Recommend(Tracks.Request(valence, arousal) with { Strategy = Strategy.Energise }).Target;
        Assert.True(target.Arousal >= arousal);
        Assert.InRange(target.Arousal, 0.2, 1);
    }

    [Fact]
    public void Recommend_CalmFromAnAngryPlace_WalksDown()
    {
        var result = Catalogue.Recommend(new() { Strategy = Strategy.Calm, From = new Vad(-0.6, 0.7, 0) });
        Assert.True(Mean(result, 0, 4).Arousal > 0.3);
        Assert.True(Mean(result, 16, 4).Arousal < 0);
    }

    [Fact]
    public void Recommend_Focus_PrefersMusicWithoutWordsAndLittleArousal()
    {
        var result = Catalogue.Recommend(Tracks.Request(0.9, 0.9) with { Strategy = Strategy.Focus });
        Assert.InRange(result.Target.Arousal, -0.3, 0.2);
        var without = result.Tracks.Count(t => ById[t.Id].Language == "zxx");
        Assert.True(without >= 10, $"{without} of 20 without words, where a quarter of the catalogue has none");
    }

    [Fact]
    public void Recommend_FromWithMatch_SaysThatItIsNotUsed()
    {
        var result = Catalogue.Recommend(Tracks.Request(0, 0) with { From = new Vad(0.5, 0, 0) });
        Assert.Contains(result.Notes, n => n.Contains("lift, calm and energise", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(-0.7, -0.5, 20)]
    [InlineData(-0.5, 0.6, 12)]
    [InlineData(-0.8, 0, 40)]
    public void Recommend_LiftThroughADenseCatalogue_GoesInEvenStepsAndNeverBack(double valence, double arousal, int length)
    {
        var tracks = Tracks.Many(21, 60_000, 20_000);
        var byId = tracks.ToDictionary(t => t.Id);
        var request = Tracks.Request(valence, arousal, length) with { Strategy = Strategy.Lift };
        var result = tracks.Recommend(request);
        var path = MoodPath.Of(request);
        var shares = result.Tracks.Select(t => path.ShareOf(byId[t.Id].Mood.Mean)).ToList();
        Assert.InRange(shares[0], -0.1, 0.1);
        Assert.InRange(shares[^1], 0.9, 1.1);
        var steps = shares.Zip(shares.Skip(1), (from, to) => to - from).ToList();
        Assert.All(steps, step => Assert.InRange(step, 0, 2.5 / (length - 1)));
        Assert.All(shares.Select((share, i) => share - (i / (length - 1.0))), off => Assert.InRange(off, -0.06, 0.06));
    }

    [Fact]
    public void Recommend_LengthShorterThanTheQueue_ArrivesThereAndStays()
    {
        var request = Tracks.Request(-0.7, -0.4) with { Strategy = Strategy.Lift, Length = 8 };
        var result = Catalogue.Recommend(request);
        Assert.InRange(Mean(result, 0, 3).Valence, -1, -0.35);
        Assert.InRange(Mean(result, 8, 6).DistanceTo(result.Target with { Dominance = 0 }), 0, 0.15);
        Assert.InRange(Mean(result, 14, 6).DistanceTo(result.Target with { Dominance = 0 }), 0, 0.15);
    }

    [Fact]
    public void Recommend_WithPartOfTheWayDone_TakesItUpThere()
    {
        var request = Tracks.Request(-0.7, -0.4) with { Strategy = Strategy.Lift, Length = 20, Done = 10, Limit = 10 };
        var path = MoodPath.Of(request);
        var result = Catalogue.Recommend(request);
        Assert.InRange(path.ShareOf(Mean(result, 0, 2)), 0.4, 0.7);
        Assert.InRange(path.ShareOf(Mean(result, 8, 2)), 0.85, 1.15);
    }

    [Theory]
    [InlineData(0, 0, "length")]
    [InlineData(201, 0, "length")]
    [InlineData(5, -1, "heard")]
    public void Recommend_LengthOutOfRange_IsRefused(int length, int done, string word) => Assert.Contains(word, Assert.Throws<ArgumentException>(
        () => Catalogue.Recommend(Tracks.Request(0, 0) with { Strategy = Strategy.Lift, Length = length, Done = done })).Message, StringComparison.Ordinal);

    private static Vad Mean(RecommendationResult result, int from, int count)
    {
        var sum = Vad.Neutral;
        foreach (var track in result.Tracks.Skip(from).Take(count)) sum += ById[track.Id].Mood.Mean with { Dominance = 0 };
        return 1.0 / count * sum;
    }
}
