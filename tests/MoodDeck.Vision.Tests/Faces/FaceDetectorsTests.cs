using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Tests.Faces.Haar;
using MoodDeck.Vision.Tests.Models;

namespace MoodDeck.Vision.Tests.Faces;

public sealed class FaceDetectorsTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_OnnxFile_GivesTheNetwork()
    {
        using var detector = FaceDetectors.Open(SpotDetector.Model().Save(_folder["spot.onnx"]), new() { Threshold = 0.25 });

        Assert.IsType<FaceDetector>(detector);
        Assert.Equal(0.25, detector.Threshold);
    }

    [Fact]
    public void Open_XmlFile_GivesTheCascade()
    {
        using var detector = FaceDetectors.Open(_folder.Write("tiny.XML", TinyCascade.Xml()));

        Assert.Equal("tiny", detector.Name);
        Assert.Equal(0.5, detector.Threshold);
    }

    [Theory]
    [InlineData("retina")]
    [InlineData("faces.pt")]
    public void Open_Unknown_SaysWhatThereIs(string name)
    {
        var error = Assert.Throws<VisionModelException>(() => FaceDetectors.Open(name));

        Assert.Equal($"There is no detector {name}. Give {FaceDetectors.Expected}.", error.Message);
    }
}
