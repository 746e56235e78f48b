using MoodDeck.Core.Mood;
using MoodDeck.Vision.Personal;

namespace MoodDeck.Vision.Tests.Personal;

public sealed class PersonalFaceTests
{
    [Fact]
    public void Adjust_Nobody_IsThePredictionItself()
    {
        var face = TestFaces.Face(0, Emotion.Sadness, 0.7);
        Assert.Same(face, PersonalFace.None.Adjust(face, TestFaces.Rule));
    }

    [Fact]
    public void Adjust_CorrectedFaceAndItsLike_AreReadAsSaid()
    {
        var personal = TestFaces.Learned((TestFaces.Face(0, Emotion.Neutral, 0.9), Emotion.Sadness));
        Assert.Equal("sadness", personal.Adjust(TestFaces.Face(0, Emotion.Neutral, 0.9), TestFaces.Rule).Dominant);
        Assert.Equal("sadness", personal.Adjust(TestFaces.Face(0.2, Emotion.Neutral, 0.9), TestFaces.Rule).Dominant);
    }

    [Fact]
    public void Adjust_FaceUnlikeTheCorrected_HardlyMoves()
    {
        var other = TestFaces.Face(1.5, Emotion.Neutral, 0.9);
        var adjusted = TestFaces.Learned((TestFaces.Face(0, Emotion.Neutral, 0.9), Emotion.Sadness)).Adjust(other, TestFaces.Rule);
        Assert.Equal(other.Scores[Emotion.Neutral], adjusted.Scores[Emotion.Neutral], 3);
    }

    [Fact]
    public void Adjust_CorrectionOfWhatIsRightAnyway_MovesLittle()
    {
        var right = TestFaces.Face(0, Emotion.Sadness, 0.97);
        var adjusted = TestFaces.Learned((right, Emotion.Sadness)).Adjust(TestFaces.Face(0, Emotion.Neutral, 0.9), TestFaces.Rule);
        Assert.Equal("neutral", adjusted.Dominant);
    }

    [Fact]
    public void Adjust_SameFaceCorrectedTwice_TheSecondHolds()
    {
        var face = TestFaces.Face(0, Emotion.Neutral, 0.9);
        var personal = TestFaces.Learned((face, Emotion.Sadness), (TestFaces.Face(0.05, Emotion.Neutral, 0.9), Emotion.Anger));
        Assert.Equal("anger", personal.Adjust(face, TestFaces.Rule).Dominant);
    }

    [Fact]
    public void Adjust_ManyCorrections_EachHoldsOnItsFace()
    {
        Emotion[] labels = [Emotion.Sadness, Emotion.Anger, Emotion.Fear, Emotion.Surprise, Emotion.Disgust, Emotion.Contempt];
        var corrections = labels.Select((label, i) => (Face: TestFaces.Face(i, Emotion.Neutral, 0.8), Label: label)).ToArray();
        var personal = TestFaces.Learned(corrections);
        Assert.All(corrections, c => Assert.Equal(c.Label, personal.Adjust(c.Face, TestFaces.Rule).Scores.Top));
    }

    [Fact]
    public void Adjust_MoreCorrectionsThanCount_ForgetsTheOldest()
    {
        var first = TestFaces.Face(0, Emotion.Neutral, 0.9);
        FaceCorrection[] corrections = [TestFaces.Correction(first, Emotion.Sadness), TestFaces.Correction(TestFaces.Face(1.5, Emotion.Neutral, 0.9), Emotion.Anger)];
        Assert.Equal("sadness", new PersonalFace([], corrections).Adjust(first, TestFaces.Rule).Dominant);
        Assert.Equal("neutral", new PersonalFace([], corrections, new() { LargestCount = 1 }).Adjust(first, TestFaces.Rule).Dominant);
    }

    [Fact]
    public void Adjust_VectorsOfAnotherModel_AreInert()
    {
        var face = TestFaces.Face(0, Emotion.Neutral, 0.9, "other@2");
        var personal = TestFaces.Learned((TestFaces.Face(0, Emotion.Neutral, 0.9), Emotion.Sadness));
        Assert.Same(face, personal.Adjust(face, TestFaces.Rule));
        Assert.True(personal.Knows(TestFaces.Model));
        Assert.False(personal.Knows("other@2"));
    }

    [Fact]
    public void Adjust_Twice_IsAdjustedOnce()
    {
        var face = TestFaces.Face(0.1, Emotion.Neutral, 0.7);
        var personal = TestFaces.Learned((TestFaces.Face(0, Emotion.Neutral, 0.9), Emotion.Sadness));
        var once = personal.Adjust(face, TestFaces.Rule);
        Assert.Equal(once.Scores, personal.Adjust(once, TestFaces.Rule).Scores);
        Assert.Same(face, PersonalFace.None.Adjust(once, TestFaces.Rule));
    }

    [Fact]
    public void Adjust_RuleOfTheModel_DecidesWhetherItIsUnsure()
    {
        var face = TestFaces.Face(0, Emotion.Neutral, 0.9);
        var personal = TestFaces.Learned((face, Emotion.Anger));
        Assert.False(personal.Adjust(face, new(0.4)).IsUnsure);
        Assert.True(personal.Adjust(face, new(0.4, new Dictionary<Emotion, double> { [Emotion.Anger] = 0.999 })).IsUnsure);
    }

    [Fact]
    public void Adjust_EmbeddingOfZeros_LeavesTheGeneralModel()
    {
        var face = TestFaces.Face(0, Emotion.Neutral, 0.9) with { Embedding = new float[2] };
        var personal = TestFaces.Learned((face, Emotion.Anger), (TestFaces.Face(0, Emotion.Neutral, 0.9), Emotion.Sadness));
        Assert.Equal("neutral", personal.Adjust(face, TestFaces.Rule).Dominant);
    }

    [Fact]
    public void Create_SameCorrectionsTwice_GivesTheSameNumbers()
    {
        var corrections = Enumerable.Range(0, 60).Select(i => (TestFaces.Face(i * 0.1, Emotion.Neutral, 0.6), (Emotion)(i % 8))).ToArray();
        var face = TestFaces.Face(0.77, Emotion.Happiness, 0.5);
        Assert.Equal(TestFaces.Learned(corrections).Adjust(face, TestFaces.Rule).Scores, TestFaces.Learned(corrections).Adjust(face, TestFaces.Rule).Scores);
    }

    [Fact]
    public void Of_ModelWithoutEmbedding_GivesNoCorrection() =>
        Assert.Null(FaceCorrection.Of(TestFaces.Face(0, Emotion.Neutral, 0.9) with { Embedding = default }, Emotion.Anger));
}
