using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Imaging;
using MoodDeck.Vision.Tests.Models;
using static MoodDeck.Vision.Tests.Models.SpotDetector;

namespace MoodDeck.Vision.Tests.Faces;

public sealed class FaceDetectorTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Detect_OneSpot_BoxesItInPicturePixels()
    {
        using var detector = Open();
        var face = Assert.Single(detector.Detect(Grey(Picture(320, 240, (5, 6)))));
        Assert.Equal(88, face.Box.CentreX, 1e-3);
        Assert.Equal(104, face.Box.CentreY, 1e-3);
        Assert.Equal(FaceWidth, face.Box.Width, 1e-3);
        Assert.Equal(FaceHeight, face.Box.Height, 1e-3);
        Assert.InRange(face.Score, 0.99, 1);
        Assert.Equal("spots", detector.Name);
    }

    [Fact]
    public void Detect_FiveSpots_FindsFive()
    {
        using var detector = Open();
        Assert.Equal(5, detector.Detect(Grey(Picture(320, 240, (2, 3), (8, 3), (14, 3), (4, 10), (12, 10)))).Count);
    }

    [Fact]
    public void Detect_NoSpot_FindsNothing()
    {
        using var detector = Open();
        Assert.Empty(detector.Detect(Grey(Picture(333, 217))));
    }

    [Theory]
    [InlineData(640, 480)]
    [InlineData(480, 640)]
    [InlineData(1280, 720)]
    [InlineData(900, 70)]
    public void Detect_LargerPicture_ScalesBoxesBack(int width, int height)
    {
        using var detector = Open();
        // A spot that covers one cell of the shrunk copy, left of the middle of the picture.
        var factor = (double)Math.Max(width, height) / new FaceDetectorOptions().QuickLongSide;
        Image image = new(width, height);
        FaceBox spot = new(4 * Cell * factor, 0, Cell * factor, Cell * factor);
        for (var y = 0; y < Math.Min(height, spot.Bottom); y++)
            for (var x = (int)spot.X; x < (int)spot.Right; x++) image[x, y] = Rgb.White;
        var face = Assert.Single(detector.Detect(Grey(image)));
        Assert.Equal(spot.CentreX, face.Box.CentreX, factor);
        Assert.Equal(FaceWidth * factor, face.Box.Width, factor);
        Assert.True(face.Box.Y >= 0 && face.Box.Bottom <= height);
    }

    [Fact]
    public void Detect_SmallPicture_IsEnlargedTwice()
    {
        using var detector = Open();
        // 8 x 8 pixels become one cell of 16 x 16.
        Image image = new(96, 96);
        for (var y = 0; y < 8; y++) for (var x = 0; x < 8; x++) image[40 + x, 40 + y] = Rgb.White;
        var face = Assert.Single(detector.Detect(Grey(image)));
        Assert.Equal(44, face.Box.CentreX, 0.5);
        Assert.Equal(FaceWidth / 2, face.Box.Width, 0.5);
    }

    [Fact]
    public void Detect_Thorough_FindsWhatTheQuickLookMisses()
    {
        using var detector = Open();
        var picture = Grey(Picture(640, 480, (10, 12))); // half a cell in the quick look
        Assert.Empty(detector.Detect(picture));
        var face = Assert.Single(detector.Detect(picture, FaceSearch.Thorough));
        Assert.Equal((10.5 * Cell, 12.5 * Cell), (face.Box.CentreX, face.Box.CentreY));
    }

    [Fact]
    public void Detect_BothLooks_MakeOneFace()
    {
        using var detector = Open();
        Image image = new(640, 480);
        for (var y = 0; y < 32; y++) for (var x = 0; x < 32; x++) image[320 + x, 256 + y] = Rgb.White;
        Assert.NotEmpty(detector.Detect(Grey(image)));
        Assert.All(detector.Detect(Grey(image), FaceSearch.Thorough), f => Assert.InRange(f.Box.CentreX, 310, 362));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 500)]
    [InlineData(31, 33)]
    public void Detect_OddSizes_AreRead(int width, int height)
    {
        using var detector = Open();
        Assert.Empty(detector.Detect(new GreyImage(width, height)));
    }

    [Fact]
    public void Detect_HigherThreshold_FindsLess()
    {
        // A grey spot: 40 * 0.82 - 32 = a logit of about 0.9.
        Image image = Picture(320, 320);
        for (var y = 0; y < Cell; y++) for (var x = 0; x < Cell; x++) image[160 + x, 160 + y] = new(210, 210, 210);
        using var usual = Open();
        using var strict = Open(new FaceDetectorOptions { Threshold = 0.9 });
        Assert.InRange(Assert.Single(usual.Detect(Grey(image))).Score, 0.6, 0.8);
        Assert.Empty(strict.Detect(Grey(image)));
    }

    [Fact]
    public async Task Detect_FromManyThreads_GivesEachItsOwnFaces()
    {
        using var detector = Open();
        await Task.WhenAll(Enumerable.Range(2, 6).Select(column => Task.Run(() =>
        {
            var picture = Grey(Picture(320, 240, (column, 5)));
            for (var i = 0; i < 30; i++) Assert.Equal((column + 0.5) * Cell, Assert.Single(detector.Detect(picture)).Box.CentreX, 1e-3);
        })));
    }

    private FaceDetector Open(FaceDetectorOptions? options = null) => FaceDetector.Open(Model().Save(_folder[Guid.NewGuid() + ".onnx"]), options);

    private static GreyImage Grey(Image image) => image.ToGrey();
}
