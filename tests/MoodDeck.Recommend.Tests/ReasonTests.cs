using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;
using MoodDeck.Recommend.Ranking;

namespace MoodDeck.Recommend.Tests;

public sealed class ReasonTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Recommend_AnyStrategy_GivesEveryTrackItsReasonsAndTheSumTheyAreOf(int seed)
    {
        var catalogue = Tracks.Many(seed, 800, 200);
        foreach (var strategy in Enum.GetValues<Strategy>())
        {
            Assert.All(catalogue.Recommend(Tracks.Request(-0.3, 0.4) with { Strategy = strategy }).Tracks, t =>
            {
                Assert.InRange(t.Reasons.Count, 1, 6);
                Assert.InRange(Math.Clamp(t.Terms.Sum(term => term.Value), 0, 1) - t.Score, -1e-5, 1e-5);
                Assert.Equal(TermKind.Mood, t.Terms[0].Kind);
                Assert.All(t.Terms, term => Assert.True(term.Why is null ? Math.Abs(term.Value) < 0.07 : t.Why.Contains(term.Why)));
                Assert.All(t.Reasons, r => Assert.InRange(r.Length, 10, 90));
            });
        }
    }

    [Fact]
    public void Recommend_Lift_SaysBrighterOnlyWhereItIs()
    {
        var catalogue = Tracks.Many(3, 2000, 500);
        var byId = catalogue.ToDictionary(t => t.Id);
        var queue = catalogue.Recommend(Tracks.Request(-0.7, -0.3) with { Strategy = Strategy.Lift }).Tracks;
        var said = 0;
        for (var i = 1; i < queue.Count; i++)
        {
            if (!queue[i].Reasons.Any(r => r.Contains("brighter", StringComparison.Ordinal))) continue;
            said++;
            Assert.True(byId[queue[i].Id].Mood.Mean.Valence > byId[queue[i - 1].Id].Mood.Mean.Valence);
        }

        Assert.True(said > 3);
    }

    [Fact]
    public void Recommend_LanguageFilter_IsNamed()
    {
        var catalogue = Enumerable.Range(0, 5).Select(i => Tracks.At(0, -0.7, $"t{i}", $"A{i}", "es"));
        var track = catalogue.Recommend(new() { Target = MoodTarget.Of(NamedMoods.Find("calm")!), Languages = ["es"], Limit = 1 }).Tracks[0];
        Assert.Equal(["Calm like the mood asked for", "Sung in Spanish, as you asked", "It only opens on the web"], track.Reasons);
    }

    [Theory]
    [InlineData(Strategy.Match)]
    [InlineData(Strategy.Hold)]
    [InlineData(Strategy.Lift)]
    public void Recommend_NoMoodAskedFor_DoesNotClaimOne(Strategy strategy)
    {
        var queue = Tracks.Many(4, 300, 60).Recommend(new() { Strategy = strategy }).Tracks;
        Assert.DoesNotContain(queue.SelectMany(t => t.Reasons), r =>
            r.Contains("mood asked for", StringComparison.Ordinal) || r.Contains("you hold", StringComparison.Ordinal) || r.Contains("where you are", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Strategy.Calm, "calmer")]
    [InlineData(Strategy.Energise, "more energy")]
    public void Recommend_Step_IsCalledByItsSize(Strategy strategy, string word)
    {
        var sign = strategy == Strategy.Calm ? 1 : -1;
        Track[] tracks = [Tracks.At(0.3, 0.7 * sign, "start"), Tracks.At(0.25, -0.3 * sign, "end")];
        var queue = tracks.Recommend(Tracks.Request(0.3, 0.1 * sign) with { From = new(0.3, 0.7 * sign, 0), Strategy = strategy, Limit = 2 }).Tracks;
        Assert.StartsWith($"Much {word}", queue[1].Reasons[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Recommend_UnknownMood_SaysSo()
    {
        var track = Tracks.At(0, 0, "a") with { Mood = TrackMood.Unknown };
        Assert.Equal("Its mood is not known yet", new[] { track }.Recommend(Tracks.Request(0, 0)).Tracks[0].Reasons[0]);
    }

    [Fact]
    public void Recommend_TrackFarFromTheMood_DoesNotClaimToBeNear()
    {
        var track = new[] { Tracks.At(-0.7, -0.35, "a") }.Recommend(Tracks.Request(0.7, 0.4)).Tracks[0];
        Assert.Equal("Sad, some way from the happy mood asked for", track.Reasons[0]);
    }

    [Fact]
    public void Recommend_Focus_SaysWhetherATrackIsTooLively()
    {
        Track[] tracks = [Tracks.At(0.3, -0.1, "quiet", language: "zxx"), Tracks.At(0.3, 0.9, "loud", language: "en")];
        var queue = tracks.Recommend(Tracks.Request(0.2, 0) with { Strategy = Strategy.Focus }).Tracks;
        Assert.Equal(["Content and not too lively to focus by", "No words to distract you", "It only opens on the web"], queue[0].Reasons);
        Assert.Equal(["Excited, livelier than focus likes", "It only opens on the web"], queue[1].Reasons);
    }
}
