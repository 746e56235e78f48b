using MoodDeck.Core.Mood;
using MoodDeck.Vision.Personal;

namespace MoodDeck.Vision.Tests.Personal;

public sealed class RestingFaceTests
{
    [Fact]
    public void Adjust_RestingFaceReadAsAnger_ReadsAsNeutral()
    {
        var rest = TestFaces.Face(0, Emotion.Anger, 0.7);
        var adjusted = TestFaces.Resting(rest, TestFaces.Face(0.05, Emotion.Anger, 0.65)).Adjust(rest, TestFaces.Rule);
        Assert.Equal("neutral", adjusted.Dominant);
        Assert.Equal(1, adjusted.Scores.Sum(), 9);
        Assert.Same(rest, adjusted.BeforeListener);
    }

    [Fact]
    public void Adjust_AngerFarFromTheRestingFace_StaysAnger()
    {
        var anger = TestFaces.Face(1.2, Emotion.Anger, 0.8);
        var adjusted = TestFaces.Resting(TestFaces.Face(0, Emotion.Anger, 0.7)).Adjust(anger, TestFaces.Rule);
        Assert.Equal("anger", adjusted.Dominant);
        Assert.InRange(adjusted.Confidence, 0.75, 0.8);
    }

    [Fact]
    public void Adjust_RestingFaceReadAsNeutralAnyway_ChangesNothing()
    {
        var personal = TestFaces.Resting(TestFaces.Face(0, Emotion.Neutral, 0.9));
        foreach (var face in new[] { TestFaces.Face(0, Emotion.Sadness, 0.6), TestFaces.Face(0.3, Emotion.Neutral, 0.5) })
        {
            var adjusted = personal.Adjust(face, TestFaces.Rule);
            for (var k = 0; k < Emotions.Count; k++) Assert.Equal(face.Scores[k], adjusted.Scores[k], 9);
        }
    }

    [Fact]
    public void Adjust_CertainOfAngerAtRest_IsHeldBackByNoMoreThanTheBound()
    {
        var rest = TestFaces.Face(0, Emotion.Anger, 0.999);
        var adjusted = TestFaces.Resting(rest).Adjust(rest, TestFaces.Rule);
        Assert.Equal(-3, Math.Log(adjusted.Scores[Emotion.Anger] / adjusted.Scores[Emotion.Neutral]) - Math.Log(rest.Scores[Emotion.Anger] / rest.Scores[Emotion.Neutral]), 6);
    }

    [Fact]
    public void Adjust_ModelWithoutEmbedding_TakesHalfOfIt()
    {
        var rest = TestFaces.Face(0, Emotion.Sadness, 0.5) with { Embedding = default };
        var personal = TestFaces.Resting(rest);
        var adjusted = personal.Adjust(rest, TestFaces.Rule);
        var margin = Math.Log(rest.Scores[Emotion.Sadness] / rest.Scores[Emotion.Neutral]);
        Assert.Equal(margin - ((margin + 1.5) / 2), Math.Log(adjusted.Scores[Emotion.Sadness] / adjusted.Scores[Emotion.Neutral]), 6);
    }

    [Fact]
    public void Adjust_ModelTellsVad_MovesItAsFarAsTheExpressions()
    {
        var rest = TestFaces.Face(0, Emotion.Anger, 0.8) with { Vad = new(-0.4, 0.5, 0.2) };
        var adjusted = TestFaces.Resting(rest).Adjust(rest, TestFaces.Rule);
        var moved = adjusted.Scores.ToVad().Mean - rest.Scores.ToVad().Mean;
        Assert.Equal(-0.4 + moved.Valence, adjusted.Vad!.Value.Valence, 9);
        Assert.True(adjusted.Vad!.Value.Valence > -0.3);
    }

    [Fact]
    public void Of_ReadingsOfTwoModels_TakesThoseOfTheLast()
    {
        var rest = RestingFace.Of([TestFaces.Face(0, Emotion.Anger, 0.7, "old@1"), TestFaces.Face(1, Emotion.Sadness, 0.6), TestFaces.Face(1, Emotion.Sadness, 0.6)])!;
        Assert.Equal((TestFaces.Model, 2), (rest.ModelId, rest.Readings));
        Assert.Equal(Math.Cos(1), rest.Embedding.Span[0], 5);
        Assert.Null(RestingFace.Of([]));
    }

    [Fact]
    public void Of_AdjustedReadings_TakesWhatTheModelItselfSaid()
    {
        var raw = TestFaces.Face(0, Emotion.Anger, 0.7);
        var adjusted = TestFaces.Resting(raw).Adjust(raw, TestFaces.Rule);
        Assert.Equal(RestingFace.Of([raw])!.LogScores, RestingFace.Of([adjusted])!.LogScores);
    }
}
