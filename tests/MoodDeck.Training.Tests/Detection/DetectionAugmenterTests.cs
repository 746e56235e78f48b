using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Detection;
using MoodDeck.Vision.Faces;

namespace MoodDeck.Training.Tests.Detection;

public sealed class DetectionAugmenterTests
{
    private const int Side = 192;
    private static readonly PixelNormalisation Plain = new(0, 1);

    [Fact]
    public void Augment_OneFace_PutsTheBoxWhereTheFaceIs()
    {
        // From 60 px up the drawn picture covers the canvas, so that only the face is bright.
        var augmenter = new DetectionAugmenter(Scenes.Set(Scenes.Face()), Scenes.GeometryOnly with { MinFaceHeightPixels = 60 }, Plain, 1);

        for (var epoch = 0; epoch < 60; epoch++)
        {
            var (canvas, faces) = Run(augmenter, epoch, 0);
            var bright = BrightBox(canvas);
            var face = Assert.Single(faces);

            Assert.False(face.Ignore);
            Assert.Equal(bright.X, face.Box.X, 1.5);
            Assert.Equal(bright.Y, face.Box.Y, 1.5);
            Assert.Equal(bright.Right, face.Box.Right, 1.5);
            Assert.Equal(bright.Bottom, face.Box.Bottom, 1.5);
        }
    }

    [Fact]
    public void Augment_ManyEpochs_SpreadsHeightsOverTheOctaves()
    {
        var augmenter = new DetectionAugmenter(Scenes.Set(Scenes.Face()), Scenes.GeometryOnly with { RotationDegrees = 0 }, Plain, 1);

        var heights = Enumerable.Range(0, 400).Select(epoch => Assert.Single(Run(augmenter, epoch, 0).Faces).Box.Height).ToList();

        Assert.InRange(heights.Min(), 13.9, 17);
        Assert.InRange(heights.Max(), 125, 150.1);
        Assert.InRange(heights.Count(h => h < Math.Sqrt(14 * 150)), 160, 240);
    }

    [Fact]
    public void Augment_ManyThreads_GivesWhatOneThreadGives()
    {
        var augmenter = new DetectionAugmenter(Scenes.Set(Scenes.Face(), Scenes.Empty(), Scenes.Face(300)), new DetectionAugmentationOptions(), PixelNormalisation.Faces, 1);
        var one = Enumerable.Range(0, 60).Select(i => Run(augmenter, i, i % 3)).ToArray();
        var many = new (float[] Canvas, List<CanvasFace> Faces)[one.Length];
        Parallel.For(0, many.Length, i => many[i] = Run(augmenter, i, i % 3));

        for (var i = 0; i < one.Length; i++)
        {
            Assert.Equal(one[i].Canvas, many[i].Canvas);
            Assert.Equal(one[i].Faces, many[i].Faces);
        }
    }

    [Fact]
    public void Augment_Anything_KeepsBoxesInsideAndMarksWhatIsTooSmallOrCutOff()
    {
        var options = new DetectionAugmentationOptions { CutChance = 1, MosaicChance = 0.5f, MinFaceHeightPixels = 9 };
        var augmenter = new DetectionAugmenter(Scenes.Set(Scenes.Face(), Scenes.Empty(), Scenes.Face(300)), options, Plain, 1);
        var faces = Enumerable.Range(0, 300).SelectMany(i => Run(augmenter, i, i % 3).Faces).ToList();

        Assert.Contains(faces, f => f.Ignore);
        Assert.Contains(faces, f => !f.Ignore);
        Assert.All(faces, f => Assert.True(f.Box is { X: >= 0, Y: >= 0, Right: <= Side + 0.001, Bottom: <= Side + 0.001, Area: > 0 }, f.ToString()));
        Assert.All(faces.Where(f => !f.Ignore && f.Box is { X: > 0, Y: > 0, Right: < Side, Bottom: < Side }), f => Assert.True(f.Box.Height > 4));
        Assert.All(faces.Where(f => f.Box.Height < options.IgnoreBelowPixels * options.LeastVisibleShare), f => Assert.True(f.Ignore));
    }

    [Fact]
    public void Augment_MosaicAlways_ShowsFourFaces()
    {
        var augmenter = new DetectionAugmenter(Scenes.Set(Scenes.Face()), Scenes.GeometryOnly with { MosaicChance = 1 }, Plain, 1);

        for (var epoch = 0; epoch < 50; epoch++) Assert.Equal(4, Run(augmenter, epoch, 0).Faces.Count(f => !f.Ignore));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void Augment_FaceFreePicture_HasAFaceOnlyWhenOneIsPasted(float pasteChance, int expected)
    {
        var augmenter = new DetectionAugmenter(Scenes.Set(Scenes.Face(), Scenes.Empty()), Scenes.GeometryOnly with { PasteChance = pasteChance, RotationDegrees = 0, StretchShare = 0 }, Plain, 1);

        for (var epoch = 0; epoch < 50; epoch++)
        {
            var (canvas, faces) = Run(augmenter, epoch, 1);
            Assert.Equal(expected, faces.Count);
            Assert.Equal(expected == 1, canvas.Max() > 130);
        }
    }

    [Fact]
    public void Augment_SideLight_DarkensOneSide()
    {
        var augmenter = new DetectionAugmenter(Scenes.Set(Scenes.Face(), Scenes.Empty()), Scenes.GeometryOnly with { SideLightChance = 1, PasteChance = 0 }, Plain, 1);

        var (canvas, _) = Run(augmenter, 0, 1);

        Assert.InRange(canvas.Max(), 0.9 * Scenes.Dark, Scenes.Dark);
        Assert.True(canvas.Min() < 0.95 * canvas.Max());
    }

    [Fact]
    public void Augment_SquaresAlways_PutsTheBoxWhereTheSquaresFaceIs()
    {
        var set = Scenes.Set(Scenes.Face(), Scenes.Empty()) with { Squares = [Scenes.Square()] };
        var augmenter = new DetectionAugmenter(set, Scenes.GeometryOnly with { SquareChance = 1, DecoyChance = 0, PasteChance = 0, IgnoreBelowPixels = 0 }, Plain, 1);

        for (var epoch = 0; epoch < 60; epoch++)
        {
            var (canvas, faces) = Run(augmenter, epoch, 1);
            Assert.InRange(faces.Count, 1, 3);
            var top = faces[^1].Box; // the one laid last, over the others
            Assert.InRange(Mean(canvas, top), 0.9 * Scenes.Bright, Scenes.Bright);
        }
    }

    [Fact]
    public void Augment_DecoyAlways_IsNoFace()
    {
        var set = Scenes.Set(Scenes.Face(), Scenes.Empty(Scenes.Bright)) with { Squares = [Scenes.Square()] };
        var augmenter = new DetectionAugmenter(set, Scenes.GeometryOnly with { SquareChance = 0, DecoyChance = 1, PasteChance = 0 }, Plain, 1);

        for (var epoch = 0; epoch < 30; epoch++) Assert.Empty(Run(augmenter, epoch, 1).Faces);
    }

    [Fact]
    public void Augment_CoverAlways_HidesPartOfTheFaceAndKeepsItsBox()
    {
        var still = Scenes.GeometryOnly with { RotationDegrees = 0, StretchShare = 0, MinFaceHeightPixels = 100, MaxFaceHeightPixels = 100 };
        var set = Scenes.Set(Scenes.Face());
        var hidden = 0;
        for (var epoch = 0; epoch < 40; epoch++)
        {
            var face = Assert.Single(Run(new(set, still with { CoverChance = 1, CoverShare = 0.4f }, Plain, 1), epoch, 0).Faces);
            var (canvas, _) = Run(new(set, still with { CoverChance = 1, CoverShare = 0.4f }, Plain, 1), epoch, 0);
            Assert.Equal(100, face.Box.Height, 1e-3);
            Assert.Contains(canvas, p => p == Scenes.Bright);
            if (canvas.Any(p => p is > Scenes.Bright + 1 or < Scenes.Dark - 1)) hidden++;
        }

        Assert.InRange(hidden, 5, 40);
    }

    [Fact]
    public void Augment_CrowdAlways_ShowsThePictureAsAScene()
    {
        var crowd = Scenes.Crowd();
        var augmenter = new DetectionAugmenter(Scenes.Set(crowd), Scenes.GeometryOnly with { CrowdChance = 1, RotationDegrees = 0, StretchShare = 0, MaxEnlargement = 1, IgnoreBelowPixels = 0 }, Plain, 1);

        var shown = Enumerable.Range(0, 40).Select(epoch => Run(augmenter, epoch, 0).Faces).ToList();

        // A picture of the canvas's size at its own scale: all of it is seen.
        Assert.All(shown, faces => Assert.Equal(crowd.Faces.Length, faces.Count));
        Assert.All(shown.SelectMany(f => f), f => Assert.Equal(24, f.Box.Height, 1e-3));
    }

    [Fact]
    public void Constructor_CanvasNoMultipleOf32_NamesIt()
    {
        var e = Assert.Throws<ArgumentException>(() => new DetectionAugmenter(Scenes.Set(Scenes.Face()), new DetectionAugmentationOptions { CanvasPixels = 200 }, Plain, 1));

        Assert.Equal("CanvasPixels is 200; expected a multiple of 32 from 64 to 1024.", e.Message);
    }

    [Fact]
    public void Constructor_NoFaceAnywhere_Throws() =>
        Assert.Throws<ArgumentException>(() => new DetectionAugmenter(Scenes.Set(Scenes.Empty()), new DetectionAugmentationOptions(), Plain, 1));

    private static (float[] Canvas, List<CanvasFace> Faces) Run(DetectionAugmenter augmenter, int epoch, int index)
    {
        var canvas = new float[augmenter.OutputLength];
        List<CanvasFace> faces = [];
        augmenter.Augment(epoch, index, canvas, faces);
        return (canvas, faces);
    }

    private static double Mean(float[] canvas, FaceBox box)
    {
        var (x, y) = ((int)box.CentreX, (int)box.CentreY);
        return Enumerable.Range(-2, 5).SelectMany(dy => Enumerable.Range(-2, 5).Select(dx => canvas[((y + dy) * Side) + x + dx])).Average();
    }

    private static FaceBox BrightBox(float[] canvas)
    {
        var bright = Enumerable.Range(0, canvas.Length).Where(i => canvas[i] > (Scenes.Dark + Scenes.Bright) / 2).ToList();
        var (left, right) = (bright.Min(i => i % Side), bright.Max(i => i % Side) + 1);
        var (top, bottom) = (bright.Min() / Side, (bright.Max() / Side) + 1);
        return new FaceBox(left, top, right - left, bottom - top);
    }
}
