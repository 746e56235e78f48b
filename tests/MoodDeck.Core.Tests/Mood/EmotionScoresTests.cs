using FsCheck.Fluent;
using MoodDeck.Core.Mood;

namespace MoodDeck.Core.Tests.Mood;

public sealed class EmotionScoresTests
{
    [Fact]
    public void FromWeights_Any_SumToOne() => Moods.ForAll(Moods.Scores, s =>
    {
        Assert.Equal(1, s.Sum(), 1e-9);
        Assert.All(s, p => Assert.InRange(p, 0, 1));
        Assert.Equal(s.Max(), s[s.Top]);
    });

    [Fact]
    public void FromLogits_Any_SumToOneAndKeepTheirOrder()
    {
        var logits = Moods.Between(-80, 80).Select(x => (float)x).ArrayOf(Emotions.Count);
        Moods.ForAll(logits, l =>
        {
            var scores = EmotionScores.FromLogits(l);
            Assert.Equal(1, scores.Sum(), 1e-9);
            Assert.Equal(l.Max(), l[(int)scores.Top]);
        });
    }

    [Fact]
    public void FromLogits_HigherTemperature_IsLessSure()
    {
        float[] logits = [0, 3, 1, 0, 0, 0, 0, 0];
        Assert.True(EmotionScores.FromLogits(logits, 2)[Emotion.Happiness] < EmotionScores.FromLogits(logits)[Emotion.Happiness]);
    }

    [Fact]
    public void ToVad_Any_LiesWithinTheHullOfTheAnchors() => Moods.ForAll(Moods.Scores.Zip(Moods.Vads), pair =>
    {
        // A point is in a convex hull when no direction tells it apart from all corners.
        var (mean, direction) = (pair.Item1.ToVad().Mean, pair.Item2);
        double Along(Vad v) => (v.Valence * direction.Valence) + (v.Arousal * direction.Arousal) + (v.Dominance * direction.Dominance);
        var corners = Emotions.All.Select(e => Along(Emotions.AnchorOf(e))).ToList();
        Assert.InRange(Along(mean), corners.Min() - 1e-9, corners.Max() + 1e-9);
    });

    [Fact]
    public void ToVad_Any_IsAtLeastAsWideAsOneExpression() => Moods.ForAll(Moods.Scores, s =>
    {
        var sigma = s.ToVad().Covariance.Sigma;
        Assert.True(Math.Min(sigma.Valence, Math.Min(sigma.Arousal, sigma.Dominance)) >= EmotionScores.AnchorSigma - 1e-9);
    });

    [Fact]
    public void ToVad_OneExpression_IsItsAnchor()
    {
        foreach (var emotion in Emotions.All)
        {
            var weights = new double[Emotions.Count];
            weights[(int)emotion] = 3;
            Moods.AssertClose(Emotions.AnchorOf(emotion), EmotionScores.FromWeights(weights).ToVad().Mean);
        }
    }

    [Fact]
    public void ToVad_TornBetweenTwo_IsWiderThanSureOfOne()
    {
        var torn = EmotionScores.FromWeights([0, 1, 0, 1, 0, 0, 0, 0]).ToVad();
        var sure = EmotionScores.FromWeights([0, 1, 0, 0, 0, 0, 0, 0]).ToVad();
        Assert.True(torn.Covariance.Sigma.Valence > 2 * sure.Covariance.Sigma.Valence);
        Assert.True(torn.Confidence < sure.Confidence);
    }

    [Theory]
    [InlineData(new double[] { 1, 2 })]
    [InlineData(new double[] { 0, 0, 0, 0, 0, 0, 0, 0 })]
    [InlineData(new double[] { 1, -1, 0, 0, 0, 0, 0, 0 })]
    [InlineData(new double[] { 1, double.NaN, 0, 0, 0, 0, 0, 0 })]
    public void FromWeights_NoProbabilities_Throws(double[] weights) =>
        Assert.Throws<ArgumentException>(() => EmotionScores.FromWeights(weights));

    [Fact]
    public void Names_AreInTheContractsOrder() => Assert.Equal(
        "neutral, happiness, surprise, sadness, anger, disgust, fear, contempt", string.Join(", ", Emotions.Names));
}
