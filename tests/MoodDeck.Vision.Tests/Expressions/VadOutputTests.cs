using MoodDeck.Core.Mood;
using MoodDeck.Onnx.Tests;
using MoodDeck.Vision.Expressions;
using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Reading;
using MoodDeck.Vision.Tests.Models;

namespace MoodDeck.Vision.Tests.Expressions;

public sealed class VadOutputTests : IDisposable
{
    private const string Order = "dominance,valence,arousal";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Classify_AxesInAnotherOrder_AreMappedAndClamped()
    {
        using var classifier = EmotionClassifier.Open(Save(Both()));
        var prediction = Assert.Single(classifier.Classify(HalfClassifier.Crop(255, 255)));
        AssertNear(new Vad(0.6, -0.4, 1), prediction.Vad!.Value);
        AssertNear(new Vad(0, -0.4, 0), Assert.Single(classifier.Classify(HalfClassifier.Crop(0, 255))).Vad!.Value);
    }

    [Fact]
    public void FaceReading_ModelWithVad_TakesItAndKeepsTheSpreadOfTheExpressions()
    {
        using var classifier = EmotionClassifier.Open(Save(Both()));
        var prediction = Assert.Single(classifier.Classify(HalfClassifier.Crop(255, 0)));
        FaceReading face = new(new FaceBox(0, 0, 50, 50), 0.9, new FaceQuality(), prediction);
        AssertNear(new Vad(0.6, 0, 1), face.Vad.Mean);
        Assert.Equal(prediction.Scores.ToVad().Covariance, face.Vad.Covariance);
    }

    [Fact]
    public void FaceReading_ModelWithoutVad_TakesTheExpectation()
    {
        using var classifier = EmotionClassifier.Open(Save(HalfClassifier.Model()));
        var prediction = Assert.Single(classifier.Classify(HalfClassifier.Crop(255, 0)));
        Assert.Null(prediction.Vad);
        Assert.Equal(prediction.Scores.ToVad(), prediction.ToVad());
    }

    [Fact]
    public void Classify_Mirrored_AveragesTheAxesToo()
    {
        using var classifier = EmotionClassifier.Open(Save(Both().Metadata("mooddeck.flip", "true")));
        AssertNear(new Vad(0.3, -0.2, 1), Assert.Single(classifier.Classify(HalfClassifier.Crop(255, 0))).Vad!.Value);
    }

    [Fact]
    public void Open_OnlyVad_IsRefusedForThePlayerAndReadForEvaluation()
    {
        var path = Save(OnlyVad());
        var error = Assert.Throws<VisionModelException>(() => EmotionClassifier.Open(path));
        Assert.Contains("but no expression, and the player names expressions", error.Message, StringComparison.Ordinal);
        using var reader = VadReader.Open(path);
        var points = reader.Read([.. HalfClassifier.Crop(255, 0), .. HalfClassifier.Crop(0, 255)]);
        Assert.Equal(2, points.Count);
        AssertNear(new Vad(0.6, 0, 1), points[0]);
        AssertNear(new Vad(0, -0.4, 0), points[1]);
        Assert.Equal(("halves", 48, 48), (reader.Name, reader.CropWidth, reader.CropHeight));
    }

    [Fact]
    public void Open_VadReaderOnAModelWithoutVad_SaysWhatIsMissing()
    {
        var error = Assert.Throws<VisionModelException>(() => VadReader.Open(Save(HalfClassifier.Model())));
        Assert.Contains("it has no output \"vad\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NotANumber_IsRefused()
    {
        using var reader = VadReader.Open(Save(OnlyVad()));
        var error = Assert.Throws<VisionModelException>(() => reader.Read(HalfClassifier.Crop(float.NaN, 0)));
        Assert.Contains("not a number", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("valence,arousal")]
    [InlineData("valence,arousal,arousal")]
    [InlineData("valence,arousal,hunger")]
    public void Open_OtherAxes_SaysWhichAreExpected(string labels)
    {
        var error = Assert.Throws<VisionModelException>(() => VadReader.Open(Save(OnlyVad().Metadata("mooddeck.labels.vad", labels))));
        Assert.Contains("Expected these 3, in the model's order: valence,arousal,dominance", error.Message, StringComparison.Ordinal);
    }

    private static TinyOnnx Both() => WithVad(HalfClassifier.Model());

    private static TinyOnnx OnlyVad() => WithVad(HalfClassifier.Describe(new TinyOnnx().Input("image", [-1, 1, 48, 48]).Node("Flatten", ["image"], "flat")));

    // A white left half is valence 0.6 and dominance 3, a white right half arousal -0.4.
    private static TinyOnnx WithVad(TinyOnnx model)
    {
        var weights = new float[48 * 48 * 3];
        for (var i = 0; i < 48 * 48; i++)
        {
            const float each = 48 * 48 / 2f;
            if (i % 48 < 24) (weights[i * 3], weights[(i * 3) + 1]) = (3 / each, 0.6f / each);
            else weights[(i * 3) + 2] = -0.4f / each;
        }

        return model.Output("vad", [-1, 3]).Constant("w3", [48 * 48, 3], weights).Node("MatMul", ["flat", "w3"], "vad").Metadata("mooddeck.labels.vad", Order);
    }

    private static void AssertNear(Vad expected, Vad actual) => Assert.Equal(0, expected.DistanceTo(actual), 1e-4);

    private string Save(TinyOnnx model) => model.Save(_folder[Guid.NewGuid() + ".onnx"]);
}
