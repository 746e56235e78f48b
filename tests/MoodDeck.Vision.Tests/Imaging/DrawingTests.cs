using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Imaging;
using MoodDeck.Vision.Imaging.Drawing;

namespace MoodDeck.Vision.Tests.Imaging;

public sealed class DrawingTests
{
    private static readonly Rgb s_ink = new(255, 0, 0);

    [Fact]
    public void DrawRectangle_Inside_PaintsTheOutlineOnly()
    {
        Image image = new(20, 20);
        image.DrawRectangle(new FaceBox(4.6, 5.4, 10, 8), 2, s_ink);
        Assert.Equal(s_ink, image[5, 5]);
        Assert.Equal(s_ink, image[14, 12]);
        Assert.Equal(s_ink, image[6, 9]);
        Assert.Equal(Rgb.Black, image[7, 7]);
        Assert.Equal(Rgb.Black, image[4, 5]);
        Assert.Equal(Rgb.Black, image[15, 12]);
        Assert.Equal((10 * 8) - (6 * 4), Count(image));
    }

    [Fact]
    public void DrawRectangle_ReachingOutside_IsCutOff()
    {
        Image image = new(10, 10);
        image.DrawRectangle(new FaceBox(-5, -5, 10, 10), 1, s_ink);
        Assert.Equal(s_ink, image[4, 0]);
        Assert.Equal(9, Count(image)); // columns and rows up to the corner at (4, 4)
        image.DrawRectangle(new FaceBox(-100, 500, 10, 10), 3, s_ink);
        Assert.Equal(9, Count(image));
    }

    [Fact]
    public void DrawLabel_LettersAndGround_FillTheMeasuredSize()
    {
        var (width, height) = ImageDrawing.MeasureLabel("happy 82%", 2);
        Image image = new(width + 10, height + 10);
        image.DrawLabel("happy 82%", 5, 5, 2, s_ink, Rgb.White);
        var white = 0;
        for (var i = 0; i < image.Width * image.Height; i++) if (image[i % image.Width, i / image.Width] == Rgb.White) white++;
        Assert.Equal(width * height, white + Count(image));
        Assert.InRange(Count(image), width * height / 8, width * height / 2);
    }

    [Fact]
    public void GlyphOf_EveryLetterOfALabel_HasItsOwnShape()
    {
        var shapes = "abcdefghijklmnopqrstuvwxyz0123456789.,%:-+/()?".Select(LabelFont.GlyphOf).ToList();
        Assert.DoesNotContain(0ul, shapes);
        Assert.Equal(shapes.Count, shapes.Distinct().Count());
        Assert.Equal(LabelFont.GlyphOf('a'), LabelFont.GlyphOf('A'));
        Assert.Equal(LabelFont.GlyphOf('?'), LabelFont.GlyphOf('é'));
    }

    private static int Count(Image image)
    {
        var count = 0;
        for (var i = 0; i < image.Width * image.Height; i++) if (image[i % image.Width, i / image.Width] == s_ink) count++;
        return count;
    }
}
