using MoodDeck.Core.Mood;
using MoodDeck.Vision.Expressions;
using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Reading;

namespace MoodDeck.Vision.Tests.Reading;

public sealed class FaceCrowdTests
{
    private static readonly FaceQuality s_good = new(1, 1, 1), s_unreadable = new(0, 0, 0);

    [Fact]
    public void MoodOf_NoFace_IsNull() => Assert.Null(FaceCrowd.MoodOf([]));

    [Fact]
    public void MoodOf_OneFace_IsItsOwnMood()
    {
        var face = Face(Emotion.Happiness, 50, s_good);
        AssertEqual(face.Vad, FaceCrowd.MoodOf([face]));
    }

    [Fact]
    public void MoodOf_TwoAlike_IsTheSameMood() =>
        AssertEqual(Face(Emotion.Sadness, 50, s_good).Vad, FaceCrowd.MoodOf([Face(Emotion.Sadness, 50, s_good), Face(Emotion.Sadness, 20, s_good)]));

    [Fact]
    public void MoodOf_PeopleWhoDisagree_IsWide()
    {
        var (happy, sad) = (Face(Emotion.Happiness, 50, s_good), Face(Emotion.Sadness, 50, s_good));
        var mood = FaceCrowd.MoodOf([happy, sad])!.Value;
        Assert.Equal((happy.Vad.Mean.Valence + sad.Vad.Mean.Valence) / 2, mood.Mean.Valence, 1e-12);
        Assert.True(mood.Covariance.VV > happy.Vad.Covariance.VV + 0.3);
        Assert.True(mood.Confidence < happy.Vad.Confidence);
    }

    [Fact]
    public void MoodOf_LargeFace_OutweighsASmallOneByArea()
    {
        var mood = FaceCrowd.MoodOf([Face(Emotion.Happiness, 90, s_good), Face(Emotion.Neutral, 30, s_good)])!.Value;
        Assert.Equal(0.9 * Emotions.AnchorOf(Emotion.Happiness).Valence, mood.Mean.Valence, 1e-9);
    }

    [Fact]
    public void MoodOf_UnreadableFaces_StillSaySomething()
    {
        var mood = FaceCrowd.MoodOf([Face(Emotion.Happiness, 50, s_unreadable)])!.Value;
        Assert.Equal(Emotions.AnchorOf(Emotion.Happiness).Valence, mood.Mean.Valence, 1e-9);
    }

    private static void AssertEqual(VadGaussian expected, VadGaussian? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(0, expected.Mean.DistanceTo(actual.Value.Mean), 1e-12);
        Assert.Equal(expected.Covariance.VV, actual.Value.Covariance.VV, 1e-12);
        Assert.Equal(expected.Covariance.VA, actual.Value.Covariance.VA, 1e-12);
    }

    private static FaceReading Face(Emotion emotion, double side, FaceQuality quality)
    {
        var weights = new double[Emotions.Count];
        weights[(int)emotion] = 1;
        return new(new(0, 0, side, side), 0.9, quality, new EmotionPrediction(EmotionScores.FromWeights(weights), null, false));
    }
}
