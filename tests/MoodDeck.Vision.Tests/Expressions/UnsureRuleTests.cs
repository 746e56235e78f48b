using MoodDeck.Core.Mood;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Vision.Tests.Expressions;

public sealed class UnsureRuleTests
{
    [Theory]
    [InlineData(Emotion.Anger, 0.65, true)]
    [InlineData(Emotion.Anger, 0.75, false)]
    [InlineData(Emotion.Happiness, 0.65, false)]
    [InlineData(Emotion.Happiness, 0.45, true)]
    public void Holds_ExpressionWithItsOwnThreshold_IsJudgedByIt(Emotion top, double probability, bool expected)
    {
        UnsureRule rule = new(0.5, new Dictionary<Emotion, double> { [Emotion.Anger] = 0.7 });
        var weights = new double[Emotions.Count];
        Array.Fill(weights, (1 - probability) / (Emotions.Count - 1));
        weights[(int)top] = probability;

        Assert.Equal(expected, rule.Holds(EmotionScores.FromWeights(weights)));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void New_NoProbability_IsRefused(double least) => Assert.Throws<ArgumentOutOfRangeException>(() => new UnsureRule(least));
}
