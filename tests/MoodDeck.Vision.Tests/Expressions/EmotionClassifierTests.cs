using MoodDeck.Core.Mood;
using MoodDeck.Onnx.Tests;
using MoodDeck.Vision.Expressions;
using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Tests.Models;

namespace MoodDeck.Vision.Tests.Expressions;

public sealed class EmotionClassifierTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Classify_BrightLeft_IsHappinessInBothVocabularies()
    {
        using var classifier = Open(HalfClassifier.Model());
        var prediction = Assert.Single(classifier.Classify(HalfClassifier.Crop(255, 0)));
        Assert.Equal("happiness", prediction.Dominant);
        Assert.Equal(Math.Exp(8) / (Math.Exp(8) + 7), prediction.Confidence, 1e-5);
        Assert.Equal(1, prediction.Scores.Sum(), 1e-9);
        Assert.Equal(7, prediction.Fer2013!.Count);
        Assert.Equal(Math.Exp(8) / (Math.Exp(8) + 6), prediction.Fer2013[3], 1e-5);
        Assert.Equal("halves", classifier.Name);
    }

    [Fact]
    public void Classify_Nothing_GivesNothing()
    {
        using var classifier = Open(HalfClassifier.Model());
        Assert.Empty(classifier.Classify([]));
    }

    [Theory]
    [InlineData(-1, 32)]
    [InlineData(-1, 3)]
    [InlineData(1, 32)]
    public void Classify_SeveralFaces_KeepsTheirOrder(int modelBatch, int batchSize)
    {
        using var classifier = Open(HalfClassifier.Model(modelBatch), new EmotionClassifierOptions { BatchSize = batchSize });
        float[][] crops = [.. Enumerable.Range(0, 7).Select(i => HalfClassifier.Crop(i % 2 == 0 ? 255 : 0, i % 2 == 0 ? 0 : 255))];
        var names = classifier.Classify(crops.SelectMany(c => c).ToArray()).Select(p => p.Dominant);
        Assert.Equal(["happiness", "sadness", "happiness", "sadness", "happiness", "sadness", "happiness"], names);
    }

    [Fact]
    public void Classify_EvenFace_IsUnsure()
    {
        using var classifier = Open(HalfClassifier.Model());
        var prediction = Assert.Single(classifier.Classify(HalfClassifier.Crop(20, 20)));
        Assert.True(prediction.IsUnsure);
        Assert.Equal("unsure", prediction.Dominant);
        using var bold = Open(HalfClassifier.Model(), new EmotionClassifierOptions { UnsureBelow = 0 });
        Assert.NotEqual("unsure", Assert.Single(bold.Classify(HalfClassifier.Crop(20, 20))).Dominant);
    }

    [Fact]
    public void Classify_Temperature_SoftensTheProbabilities()
    {
        using var classifier = Open(HalfClassifier.Model().Metadata("mooddeck.temperature", "4"));
        Assert.Equal(Math.Exp(2) / (Math.Exp(2) + 7), Assert.Single(classifier.Classify(HalfClassifier.Crop(255, 0))).Confidence, 1e-5);
    }

    [Fact]
    public void Classify_LabelsInAnotherOrder_AreMapped()
    {
        using var classifier = Open(HalfClassifier.Model(labels: ["contempt", "sadness", "fear", "anger", "happiness", "disgust", "surprise", "neutral"]));
        Assert.Equal("happiness", Assert.Single(classifier.Classify(HalfClassifier.Crop(255, 0))).Dominant);
        Assert.Equal("sadness", Assert.Single(classifier.Classify(HalfClassifier.Crop(0, 255))).Dominant);
    }

    [Fact]
    public void Classify_AveragedWithItsMirror_IsSymmetric()
    {
        using var classifier = Open(HalfClassifier.Model(), new EmotionClassifierOptions { AverageMirrored = true });
        var scores = Assert.Single(classifier.Classify(HalfClassifier.Crop(255, 0))).Scores;
        Assert.Equal(scores[Emotion.Happiness], scores[Emotion.Sadness], 1e-6);
    }

    [Theory]
    [InlineData("true", null, true)]
    [InlineData("true", false, false)]
    [InlineData("false", null, false)]
    [InlineData("false", true, true)]
    public void Classify_ModelThatAsksForItsMirror_IsObeyedUnlessTheOptionsSay(string said, bool? chosen, bool averaged)
    {
        using var classifier = Open(HalfClassifier.Model().Metadata("mooddeck.flip", said), new EmotionClassifierOptions { AverageMirrored = chosen });
        var scores = Assert.Single(classifier.Classify(HalfClassifier.Crop(255, 0))).Scores;
        Assert.Equal(averaged, Math.Abs(scores[Emotion.Happiness] - scores[Emotion.Sadness]) < 1e-6);
    }

    [Fact]
    public void Classify_ModelThatWantsEqualisedFaces_GetsThem()
    {
        using var classifier = Open(HalfClassifier.Model().Metadata("mooddeck.preprocess", "equalise"));
        Assert.Equal(Math.Exp(8) / (Math.Exp(8) + 7), Assert.Single(classifier.Classify(HalfClassifier.Crop(60, 20))).Confidence, 1e-5);
    }

    [Fact]
    public void Classify_ModelThatWantsClahe_SeesWhatItMakes()
    {
        float[] crop = [.. HalfClassifier.Crop(60, 20).Select((p, i) => p + (i % 7))], changed = [.. crop];
        FacePreprocessing.Clahe.Apply(changed, HalfClassifier.Side, HalfClassifier.Side);
        using var classifier = Open(HalfClassifier.Model().Metadata("mooddeck.preprocess", "clahe"));
        using var plain = Open(HalfClassifier.Model());
        Assert.Equal(Assert.Single(plain.Classify(changed)).Scores, Assert.Single(classifier.Classify(crop)).Scores);
        Assert.NotEqual(Assert.Single(plain.Classify(crop)).Scores, Assert.Single(classifier.Classify(crop)).Scores);
    }

    [Fact]
    public void Classify_NotAMultipleOfACrop_Throws()
    {
        using var classifier = Open(HalfClassifier.Model());
        Assert.Throws<ArgumentException>(() => classifier.Classify(new float[100]));
    }

    [Fact]
    public void Classify_ModelThatGivesNoNumbers_SaysSo()
    {
        using var classifier = Open(HalfClassifier.Model());
        var error = Assert.Throws<VisionModelException>(() => classifier.Classify(HalfClassifier.Crop(float.NaN, 0)));
        Assert.Contains("not a number", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WindowOf_Face_IsTheScaledAndShiftedSquare()
    {
        using var classifier = Open(HalfClassifier.Model().Metadata("mooddeck.crop.scale", "1.5").Metadata("mooddeck.crop.shiftY", "-0.1"));
        var window = classifier.WindowOf(new FaceBox(100, 100, 40, 60));
        Assert.Equal(90, window.Width, 1e-9);
        Assert.Equal(90, window.Height, 1e-9);
        Assert.Equal(120 - 45, window.X, 1e-9);
        Assert.Equal(130 - 6 - 45, window.Y, 1e-9);
    }

    private EmotionClassifier Open(TinyOnnx model, EmotionClassifierOptions? options = null) =>
        EmotionClassifier.Open(model.Save(_folder[Guid.NewGuid() + ".onnx"]), options);
}
