using MoodDeck.Core.Mood;
using MoodDeck.Onnx.Tests;
using MoodDeck.Vision.Expressions;
using MoodDeck.Vision.Tests.Models;

namespace MoodDeck.Vision.Tests.Expressions;

public sealed class EmotionModelTests : IDisposable
{
    private const string Fer2013Labels = "angry,disgust,fear,happy,sad,surprise,neutral";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_Missing_NamesTheFileAndTheCommand()
    {
        var error = Assert.Throws<VisionModelException>(() => EmotionClassifier.Open(_folder["emotion.onnx"]));
        Assert.Equal($"The model {_folder["emotion.onnx"]} is missing. Make it with: ./mooddeck train emotion", error.Message);
    }

    [Fact]
    public void Open_NotOnnx_SaysSo()
    {
        var error = Assert.Throws<VisionModelException>(() => EmotionClassifier.Open(_folder.Write("emotion.onnx", "no model")));
        Assert.Contains("is not an ONNX model", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_AFaceModel_SaysWhatIsMissing() => AssertRefused(SpotDetector.Model(), "order of its labels is unknown");

    [Fact]
    public void Open_NoLabels_SaysTheirOrderIsUnknown() => AssertRefused(
        HalfClassifier.Model().WithoutMetadata("mooddeck.labels.ferplus").WithoutMetadata("mooddeck.labels.fer2013"), "order of its labels is unknown");

    [Theory]
    [InlineData("mooddeck.labels.ferplus", "neutral,happiness", "Expected these 8, in the model's order: neutral,happiness,surprise")]
    [InlineData("mooddeck.labels.ferplus", "neutral,happiness,surprise,sadness,anger,disgust,fear,boredom", "boredom")]
    [InlineData("mooddeck.labels.fer2013", "angry,angry,fear,happy,sad,surprise,neutral", "Expected these 7")]
    [InlineData("mooddeck.width", "64", "its input is 48 pixels where its metadata \"mooddeck.width\" says 64.")]
    [InlineData("mooddeck.height", "4.5", "Expected 16 to 512 pixels.")]
    [InlineData("mooddeck.channels", "3", "Expected 1 (grey), or 3 with the grey repeated.")]
    [InlineData("mooddeck.std", "-1", "Expected more than 0.")]
    [InlineData("mooddeck.temperature", "0", "Expected more than 0.")]
    [InlineData("mooddeck.preprocess", "sharpen", "\"sharpen\", which is not known here. Expected one of: none, equalise, clahe.")]
    [InlineData("mooddeck.flip", "maybe", "Expected true or false.")]
    [InlineData("mooddeck.unsure", "?", "Expected a number.")]
    public void Open_ImpossibleMetadata_SaysWhich(string key, string value, string reason) => AssertRefused(HalfClassifier.Model().Metadata(key, value), reason);

    [Fact]
    public void Open_OutputOfAnotherWidth_SaysWhich()
    {
        var model = HalfClassifier.Describe(new TinyOnnx().Input("image", [-1, 1, 48, 48]).Output("ferplus", [-1, 5])
            .Constant("w", [48 * 48, 5], new float[48 * 48 * 5]).Node("Flatten", ["image"], "flat").Node("MatMul", ["flat", "w"], "ferplus"));
        AssertRefused(model.Metadata("mooddeck.labels.ferplus", string.Join(',', Emotions.Names)), "its output \"ferplus\" is Float32 [?, 5]. Expected float32 [N, 8].");
    }

    [Fact]
    public void Open_FixedBatchOfFour_IsRefused() => AssertRefused(HalfClassifier.Model(batch: 4), "an emotion model has one float32 input [N, C, H, W]");

    [Fact]
    public void Open_OwnModelWithSideCar_ReadsItsDescription()
    {
        var path = OwnModel().Save(_folder["mine.onnx"]);
        AssertRefused(path, "order of its labels is unknown");
        _folder.Write("mine.onnx.json", $$"""
            {"mooddeck.labels.fer2013": ["{{Fer2013Labels.Replace(",", "\",\"", StringComparison.Ordinal)}}"], "mooddeck.mean": 0, "mooddeck.std": 255, "mooddeck.unsure": "0.3"}
            """);
        using var classifier = EmotionClassifier.Open(path);
        var prediction = Assert.Single(classifier.Classify(HalfClassifier.Crop(255, 0)));
        Assert.Equal("happiness", prediction.Dominant);
        Assert.Equal(0, prediction.Scores[Emotion.Contempt]);
        Assert.Equal(prediction.Fer2013![3], prediction.Scores[Emotion.Happiness], 1e-9);
        Assert.Equal("mine", classifier.Name);
    }

    [Fact]
    public void Name_NoneGiven_IsTheArchitecture()
    {
        var model = HalfClassifier.Model().WithoutMetadata("mooddeck.name").Metadata("mooddeck.arch", "moodnet");
        using var classifier = EmotionClassifier.Open(model.Save(_folder["emotion.onnx"]));
        Assert.Equal("moodnet", classifier.Name);
    }

    [Fact]
    public void Open_SideCar_OverridesTheModel()
    {
        var path = HalfClassifier.Model().Save(_folder["emotion.onnx"]);
        _folder.Write("emotion.onnx.json", """{"mooddeck.temperature": 4}""");
        using var classifier = EmotionClassifier.Open(path);
        Assert.Equal(Math.Exp(2) / (Math.Exp(2) + 7), Assert.Single(classifier.Classify(HalfClassifier.Crop(255, 0))).Confidence, 1e-5);
    }

    [Fact]
    public void Open_SideCarWithTruth_IsRead()
    {
        var path = HalfClassifier.Model().Save(_folder["emotion.onnx"]);
        _folder.Write("emotion.onnx.json", """{"mooddeck.flip": true}""");
        using var classifier = EmotionClassifier.Open(path);
        var scores = Assert.Single(classifier.Classify(HalfClassifier.Crop(255, 0))).Scores;
        Assert.Equal(scores[Emotion.Happiness], scores[Emotion.Sadness], 1e-6);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[1, 2]")]
    [InlineData("""{"mooddeck.mean": {"value": 0}}""")]
    public void Open_BrokenSideCar_SaysSo(string text)
    {
        var path = HalfClassifier.Model().Save(_folder["emotion.onnx"]);
        _folder.Write("emotion.onnx.json", text);
        AssertRefused(path, "its side-car");
    }

    // As somebody else might export it: one input and one output under names of their own, three channels.
    private static TinyOnnx OwnModel() => new TinyOnnx().Input("input.1", [-1, 3, 48, 48]).Output("logits", [-1, 7])
        .Constant("third", [1, 3, 1, 1], 1 / 3f, 1 / 3f, 1 / 3f).Constant("w", [48 * 48, 7], HalfClassifier.Weights(7, 3, 4))
        .Node("Conv", ["input.1", "third"], "grey").Node("Flatten", ["grey"], "flat").Node("MatMul", ["flat", "w"], "logits");

    private void AssertRefused(TinyOnnx model, string reason) => AssertRefused(model.Save(_folder["wrong.onnx"]), reason);

    private static void AssertRefused(string path, string reason)
    {
        var error = Assert.Throws<VisionModelException>(() => EmotionClassifier.Open(path));
        Assert.StartsWith($"The model {path} cannot be used: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }
}
