using MoodDeck.Core.Mood;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Vision.Tests.Expressions;

public sealed class ExpressionLabelsTests
{
    [Theory]
    [InlineData("happy", Emotion.Happiness)]
    [InlineData(" Happiness ", Emotion.Happiness)]
    [InlineData("ANGRY", Emotion.Anger)]
    [InlineData("contempt", Emotion.Contempt)]
    public void Parse_EitherVocabulary_IsUnderstood(string label, Emotion emotion) => Assert.Equal(emotion, ExpressionLabels.Parse(label));

    [Fact]
    public void Parse_Unknown_IsNull() => Assert.Null(ExpressionLabels.Parse("bored"));

    [Fact]
    public void Fer2013Emotions_EachLabel_MeansItself()
    {
        for (var i = 0; i < 7; i++) Assert.Equal(ExpressionLabels.Fer2013Emotions[i], ExpressionLabels.Parse(ExpressionLabels.Fer2013[i]));
    }
}
