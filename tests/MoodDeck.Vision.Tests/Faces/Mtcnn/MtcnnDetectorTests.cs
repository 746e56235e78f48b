using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Faces.Mtcnn;
using MoodDeck.Vision.Imaging;
using MoodDeck.Vision.Tests.Imaging;
using MoodDeck.Vision.Tests.Models;

namespace MoodDeck.Vision.Tests.Faces.Mtcnn;

public sealed class MtcnnDetectorTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(0.4)]
    public void Detect_Astronaut_FindsHer(double scale)
    {
        using var detector = Trained();
        using var picture = new ImageDecoder().DecodeGrey(File.ReadAllBytes(TestPictures.Astronaut)).Value!;
        using var smaller = Resampler.Resize(picture, (int)(picture.Width * scale), (int)(picture.Height * scale));

        var faces = detector.Detect(smaller);

        Assert.Contains(faces, f => FaceBox.IntersectionOverUnion(f.Box, new FaceBox(176, 76, 92, 112).ScaledBy(scale)) > 0.5);
        Assert.All(faces, f => Assert.InRange(f.Score, detector.Threshold, 1));
    }

    [Theory]
    [InlineData(11, 40)]
    [InlineData(12, 12)]
    [InlineData(1, 1)]
    public void Detect_TinyPicture_FindsNothing(int width, int height)
    {
        using var detector = Trained();
        using GreyImage picture = new(width, height);

        Assert.Empty(detector.Detect(picture));
    }

    [Fact]
    public void Open_EmptyFolder_NamesTheFileAndTheCommand()
    {
        var error = Assert.Throws<VisionModelException>(() => MtcnnDetector.Open(_folder["."]));

        Assert.Contains("pnet.onnx is missing. Make it with: ./mooddeck train mtcnn", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_AnotherModel_SaysWhatItExpected()
    {
        SpotDetector.Model().Save(_folder["pnet.onnx"]);

        var error = Assert.Throws<VisionModelException>(() => MtcnnDetector.Open(_folder["."]));

        Assert.Contains("expected one input \"image\" [?, 1, 12, 12] and the outputs \"score\" and \"box\".", error.Message, StringComparison.Ordinal);
    }

    private static IFaceDetector Trained()
    {
        Assert.SkipUnless(Directory.Exists(FaceDetectors.MtcnnFolder), "needs models/mtcnn");
        return FaceDetectors.Open(FaceDetectors.Mtcnn);
    }
}
