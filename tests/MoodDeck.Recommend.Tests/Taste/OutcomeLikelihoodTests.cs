using MoodDeck.Recommend.Taste;

namespace MoodDeck.Recommend.Tests.Taste;

public sealed class OutcomeLikelihoodTests
{
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.85)]
    public void Log_AllThatCanHappenToATrack_IsCertain(double satisfaction)
    {
        var sum = 0.0;
        foreach (var verdict in (TrackVerdict[])[TrackVerdict.None, TrackVerdict.Like])
        {
            sum += Math.Exp(new OutcomeLikelihood(new(false, null, verdict)).Log(satisfaction));
            for (var share = 0.0025; share < 1; share += 0.005)
                sum += 0.005 * Math.Exp(new OutcomeLikelihood(new(true, share, verdict)).Log(satisfaction));
        }

        Assert.InRange(sum, 0.98, 1.02);
    }

    [Fact]
    public void Log_Outcomes_SpeakForTheSatisfactionTheyShould()
    {
        Assert.True(Best(new(true, 0.05)) < Best(new(true, 0.6)));
        Assert.True(Best(new(true, 0.6)) < Best(new(false)));
        Assert.True(Best(new(false)) < Best(new(false, null, TrackVerdict.Like)));
        Assert.True(Best(new(null, null, TrackVerdict.Dislike)) < Best(new(null, null, TrackVerdict.Like)));
        Assert.True(Best(new(false, null, TrackVerdict.None, Progress: -0.5)) < Best(new(false, null, TrackVerdict.None, Progress: 0.5)));
    }

    private static double Best(TrackOutcome outcome)
    {
        var likelihood = new OutcomeLikelihood(outcome);
        // The mean under a wide prior, for a likelihood may be flat at one end.
        var points = Enumerable.Range(0, 150).Select(i => -0.4 + (i * 0.01)).ToList();
        var weights = points.Select(s => Math.Exp(likelihood.Log(s))).ToList();
        return points.Zip(weights, (s, w) => s * w).Sum() / weights.Sum();
    }
}
