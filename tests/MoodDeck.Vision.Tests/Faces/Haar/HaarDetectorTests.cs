using MoodDeck.Vision.Tests.Models;
using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Faces.Haar;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Vision.Tests.Faces.Haar;

public sealed class HaarDetectorTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Detect_BrightAboveDark_FindsTheEdge()
    {
        using var detector = Open(TinyCascade.Xml("0 -1 0 0.9"));
        using var picture = Edge(64, 64, 32, 32, 16);

        var face = Assert.Single(detector.Detect(picture));

        Assert.Equal(32, face.Box.CentreX, 4.0);
        Assert.Equal(32, face.Box.CentreY, 4.0);
        Assert.InRange(face.Score, 0.5, 1);
    }

    [Fact]
    public void Detect_DarkAboveBright_FindsNothing()
    {
        using var detector = Open(TinyCascade.Xml("0 -1 0 0.9"));
        using var picture = Edge(64, 64, 32, 32, 16);
        foreach (ref var p in picture.Pixels) p = (byte)(255 - p);

        Assert.DoesNotContain(detector.Detect(picture), f => Math.Abs(f.Box.CentreY - 32) < 4);
    }

    [Fact]
    public void Detect_EvenPicture_FindsNothing()
    {
        using var detector = Open(TinyCascade.Xml("0 -1 0 -9"));
        using GreyImage picture = new(40, 40);
        picture.Pixels.Fill(90);

        Assert.Empty(detector.Detect(picture));
    }

    [Fact]
    public void Detect_TreeOfTwoQuestions_AsksTheSecondOnTheLeft()
    {
        // Above dark goes left to the second question, which asks for bright to the right: leaf 2 is the hit.
        var right = TinyCascade.Feature(false, [0, 0, 8, 8, -1], [4, 0, 4, 8, 2]);
        var xml = TinyCascade.Xml("1 0 0 0.3 -1 -2 1 0.3", "0 0 1", features: TinyCascade.UpperLessLower + right);
        using var detector = Open(xml);
        using var toTheRight = Edge(64, 64, 32, 32, 16, vertical: true);
        using var above = Edge(64, 64, 32, 32, 16);

        Assert.Contains(detector.Detect(toTheRight), f => Math.Abs(f.Box.CentreX - 32) < 4 && Math.Abs(f.Box.CentreY - 32) < 4);
        Assert.DoesNotContain(detector.Detect(above), f => Math.Abs(f.Box.CentreX - 32) < 4 && Math.Abs(f.Box.CentreY - 32) < 4);
    }

    [Fact]
    public void Detect_TiltedFeature_AnswersToATurnedSquareAlone()
    {
        // The tilted square of side 4 within the window: its sum less half the sum of the window.
        var tilted = TinyCascade.Feature(true, [4, 0, 4, 4, 1]);
        using var detector = Open(TinyCascade.Xml("0 -1 0 1.1", features: tilted));
        using GreyImage diamond = new(40, 40), corners = new(40, 40);
        for (var y = 0; y < 40; y++)
        {
            for (var x = 0; x < 40; x++)
            {
                var inside = Math.Abs(x - 19.5) + Math.Abs(y - 19.5) <= 8;
                (diamond.Row(y)[x], corners.Row(y)[x]) = (inside ? (byte)60 : (byte)0, inside ? (byte)0 : (byte)60);
            }
        }

        Assert.Contains(detector.Detect(diamond), f => Math.Abs(f.Box.CentreX - 20) < 3 && Math.Abs(f.Box.CentreY - 20) < 3);
        Assert.DoesNotContain(detector.Detect(corners), f => Math.Abs(f.Box.CentreX - 20) < 3 && Math.Abs(f.Box.CentreY - 20) < 3 && f.Box.Width < 18);
    }

    [Fact]
    public void Detect_PictureSmallerThanTheWindow_FindsNothing()
    {
        using var detector = Open(TinyCascade.Xml("0 -1 0 -9"));
        using GreyImage picture = new(7, 30);

        Assert.Empty(detector.Detect(picture));
    }

    [Fact]
    public void Detect_LargePicture_AnswersInItsPixels()
    {
        using var detector = HaarDetector.Open(_folder.Write("tiny.xml", TinyCascade.Xml("0 -1 0 0.9")), new() { LargestSide = 64 });
        using var picture = Edge(256, 256, 128, 128, 64);

        var face = Assert.Single(detector.Detect(picture));

        Assert.Equal(128, face.Box.CentreX, 16.0);
        Assert.True(face.Box.Width > 24);
    }

    [Fact]
    public void Open_LowerThreshold_AlsoGivesWeakGroups()
    {
        var path = _folder.Write("tiny.xml", TinyCascade.Xml("0 -1 0 0.9"));
        using var strict = HaarDetector.Open(path, new() { MinNeighbours = 200 });
        using var open = FaceDetectors.Open(path, new() { Threshold = 0.02 });
        using var picture = Edge(64, 64, 32, 32, 16);

        Assert.Empty(strict.Detect(picture));
        Assert.NotEmpty(open.Detect(picture));
        Assert.Equal("tiny", open.Name);
    }

    [Fact]
    public void Options_OutOfRange_NamesIt()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => HaarDetector.Open("tiny.xml", new() { ScaleFactor = 1 }));

        Assert.StartsWith("Expected more than 1.001 and at most 4.", error.Message, StringComparison.Ordinal);
    }

    private HaarDetector Open(string xml) => HaarDetector.Open(_folder.Write("tiny.xml", xml));

    // Grey, with a square whose upper (or right) half is bright and the other dark.
    private static GreyImage Edge(int width, int height, int x, int y, int side, bool vertical = false)
    {
        GreyImage picture = new(width, height);
        picture.Pixels.Fill(128);
        for (var v = y - (side / 2); v < y + (side / 2); v++)
            for (var u = x - (side / 2); u < x + (side / 2); u++)
                picture.Row(v)[u] = (vertical ? u >= x : v < y) ? (byte)230 : (byte)20;
        return picture;
    }
}
