using MoodDeck.Onnx.Tests;
using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Tests.Models;

namespace MoodDeck.Vision.Tests.Faces;

public sealed class FaceModelTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_Missing_NamesTheFileAndTheCommand()
    {
        var error = Assert.Throws<VisionModelException>(() => FaceDetector.Open(_folder["faces.onnx"]));
        Assert.Equal($"The model {_folder["faces.onnx"]} is missing. Make it with: ./mooddeck train faces", error.Message);
    }

    [Fact]
    public void Open_NotOnnx_SaysSo()
    {
        var error = Assert.Throws<VisionModelException>(() => FaceDetector.Open(_folder.Write("faces.onnx", "no model")));
        Assert.Contains("is not an ONNX model", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_AnEmotionModel_SaysWhatAFaceModelTakes() =>
        AssertRefused(HalfClassifier.Model(), "a face model has one input \"image\" [1, 1, ?, ?], this one has \"image\" [?, 1, 48, 48].");

    [Fact]
    public void Open_OutputsMissing_ListsThem() =>
        AssertRefused(SpotDetector.Model().Metadata("mooddeck.strides", "4,16"), "has the outputs score4, box4, score16, box16, this one has \"score8\"");

    [Theory]
    [InlineData("mooddeck.mean", "bright", "is \"bright\". Expected a number.")]
    [InlineData("mooddeck.std", "0", "\"mooddeck.std\" is 0. Expected more than 0.")]
    [InlineData("mooddeck.threshold", "1.5", "Expected less than 1.")]
    [InlineData("mooddeck.strides", "8,x", "Expected divisors of 32, such as 8,16,32.")]
    [InlineData("mooddeck.strides", "12", "Expected divisors of 32, such as 8,16,32.")]
    public void Open_ImpossibleMetadata_SaysWhich(string key, string value, string reason) => AssertRefused(SpotDetector.Model().Metadata(key, value), reason);

    [Fact]
    public void Open_NoNormalisation_AsksForIt() =>
        AssertRefused(SpotDetector.Model().WithoutMetadata("mooddeck.mean"), "its metadata lacks \"mooddeck.mean\".");

    [Fact]
    public void Open_DefaultsLeftOut_AreFilledIn()
    {
        var model = SpotDetector.Model().WithoutMetadata("mooddeck.strides").WithoutMetadata("mooddeck.boxBase").WithoutMetadata("mooddeck.threshold").WithoutMetadata("mooddeck.name");
        using var detector = FaceDetector.Open(model.Save(_folder["plain.onnx"]));
        Assert.Equal("plain", detector.Name);
        var face = Assert.Single(detector.Detect(SpotDetector.Picture(320, 240, (5, 6)).ToGrey()));
        Assert.Equal(4 * SpotDetector.Cell, face.Box.Width, 1e-3);
    }

    [Theory]
    [InlineData(31, 640, 0.4)]
    [InlineData(320, 5000, 0.4)]
    [InlineData(320, 640, 0)]
    [InlineData(320, 640, double.NaN)]
    public void Validate_ImpossibleOptions_Throws(int side, int thorough, double overlap) => Assert.Throws<ArgumentOutOfRangeException>(
        new FaceDetectorOptions { QuickLongSide = side, LargeLongSide = thorough, OverlapLimit = overlap }.Validate);

    private void AssertRefused(TinyOnnx model, string reason)
    {
        var path = model.Save(_folder["wrong.onnx"]);
        var error = Assert.Throws<VisionModelException>(() => FaceDetector.Open(path));
        Assert.StartsWith($"The model {path} cannot be used: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }
}
