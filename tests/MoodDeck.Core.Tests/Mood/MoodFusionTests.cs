using FsCheck.Fluent;
using MoodDeck.Core.Mood;

namespace MoodDeck.Core.Tests.Mood;

public sealed class MoodFusionTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void At_AsTimePasses_WidensAndNeverBeyondKnowingNothing() => Moods.ForAll(
        Moods.Scores.Zip(Gen.Choose(1, 100).ArrayOf(10)), drawn =>
        {
            var fusion = new MoodFusion();
            fusion.Add(MoodReading.OfFace(drawn.Item1, Start));
            var (at, before) = (Start, fusion.At(Start).Vad.Covariance.Sigma);
            foreach (var seconds in drawn.Item2)
            {
                at = at.AddSeconds(seconds);
                var sigma = fusion.At(at).Vad.Covariance.Sigma;
                Assert.True(sigma.Valence >= before.Valence - 1e-9);
                Assert.True(sigma.Arousal >= before.Arousal - 1e-9);
                Assert.True(sigma.Dominance >= before.Dominance - 1e-9);
                Assert.True(Math.Max(sigma.Valence, Math.Max(sigma.Arousal, sigma.Dominance)) <= VadCovariance.WidestSigma + 1e-9);
                before = sigma;
            }
        });

    [Fact]
    public void Add_Readings_StayInTheSpaceAndAreNeverLessSureThanNothing() => Moods.ForAll(Moods.Scores.NonEmptyListOf(), faces =>
    {
        var fusion = new MoodFusion();
        var at = Start;
        foreach (var face in faces)
        {
            at = at.AddMilliseconds(100);
            var estimate = fusion.Add(MoodReading.OfFace(face, at));
            Assert.True(estimate.Vad.Mean.IsInRange);
            Assert.InRange(estimate.Confidence, 0, 1);
            Assert.Equal(NamedMoods.Nearest(estimate.Vad.Mean).Name, estimate.Label);
        }
    });

    [Fact]
    public void Add_SteadyFace_ConvergesToIt()
    {
        var fusion = new MoodFusion();
        var happy = EmotionScores.FromWeights([0, 1, 0, 0, 0, 0, 0, 0]);
        MoodEstimate estimate = fusion.At(Start);
        for (var i = 0; i < 50; i++) estimate = fusion.Add(MoodReading.OfFace(happy, Start.AddMilliseconds(100 * i)));
        Assert.InRange(estimate.Vad.Mean.DistanceTo(Emotions.AnchorOf(Emotion.Happiness)), 0, 0.12);
        Assert.Equal("happy", estimate.Label);
    }

    [Fact]
    public void Add_SingleGrimace_DoesNotChangeTheLabel()
    {
        var fusion = new MoodFusion();
        var happy = EmotionScores.FromWeights([0, 1, 0, 0, 0, 0, 0, 0]);
        for (var i = 0; i < 50; i++) fusion.Add(MoodReading.OfFace(happy, Start.AddMilliseconds(100 * i)));
        var angry = EmotionScores.FromWeights([0, 0, 0, 0, 1, 0, 0, 0]);
        Assert.Equal("happy", fusion.Add(MoodReading.OfFace(angry, Start.AddMilliseconds(5000))).Label);
    }

    [Fact]
    public void Add_Dial_OutweighsAFace()
    {
        var fusion = new MoodFusion();
        for (var i = 0; i < 20; i++)
            fusion.Add(MoodReading.OfFace(EmotionScores.FromWeights([0, 0, 0, 1, 0, 0, 0, 0]), Start.AddMilliseconds(100 * i)));
        var estimate = fusion.Add(MoodReading.OfDial(new(0.6, 0.5, 0.2), Start.AddSeconds(2)));
        Assert.InRange(estimate.Vad.Mean.DistanceTo(new(0.6, 0.5, 0.2)), 0, 0.25);
    }

    [Fact]
    public void Add_ReadingFromThePast_CountsAsNow()
    {
        var fusion = new MoodFusion();
        fusion.Add(MoodReading.OfDial(new(0.5, 0, 0), Start));
        var estimate = fusion.Add(MoodReading.OfDial(new(0.5, 0, 0), Start.AddSeconds(-10)));
        Assert.Equal(Start, estimate.At);
    }

    [Fact]
    public void Reset_AfterReadings_ForgetsThem()
    {
        var fusion = new MoodFusion();
        fusion.Add(MoodReading.OfDial(new(0.5, 0.5, 0), Start));
        fusion.Reset();
        Assert.Equal(VadGaussian.Unknown, fusion.At(Start).Vad);
    }
}
