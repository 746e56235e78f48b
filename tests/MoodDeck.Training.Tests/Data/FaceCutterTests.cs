using MoodDeck.Training.Data;
using MoodDeck.Vision;
using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Training.Tests.Data;

public sealed class FaceCutterTests
{
    private readonly byte[] _face = new byte[FaceImageSet.ImageLength];

    [Fact]
    public void Cut_PictureOfTheRightSize_KeepsEveryPixel()
    {
        Assert.Null(Cut(DrawnPictures.Png(48, 48, (x, y) => x + (3 * y))).Problem);

        for (var i = 0; i < _face.Length; i++) Assert.Equal((i % 48) + (3 * (i / 48)), _face[i]);
    }

    [Fact]
    public void Cut_WidePicture_TakesTheSquareInTheMiddleAndAverages()
    {
        // 96 rows; the middle 96 of 160 columns are stripes of 2 pixels that average to 50, the ends are white.
        Cut(DrawnPictures.Png(160, 96, (x, _) => x is < 32 or >= 128 ? 255 : 100 * (x % 2)));

        Assert.All(_face, p => Assert.Equal(50, p));
    }

    [Fact]
    public void Cut_PersonAtTheEdge_TakesASquareAroundTheBox()
    {
        // The box is 20 wide and 48 high; the square around it reaches 14 pixels to each side.
        using var cutter = new FaceCutter(FaceCropKind.Whole, "");
        var outcome = cutter.Cut(DrawnPictures.Png(100, 48, (x, _) => x), new FaceBox(40, 0, 20, 48), _face);

        Assert.Null(outcome.Problem);
        Assert.Equal([26, 73], [_face[0], _face[47]]);
    }

    [Theory]
    [InlineData(200, 0)]
    [InlineData(0, -500)]
    public void Cut_PersonOutsideThePicture_IsDamage(double x, double y)
    {
        using var cutter = new FaceCutter(FaceCropKind.Whole, "");

        var outcome = cutter.Cut(DrawnPictures.Png(1), new FaceBox(x, y, 20, 20), _face);

        Assert.Equal(CutOutcome.Damaged("the box lies outside the picture"), outcome);
    }

    [Fact]
    public void Cut_FaceInAPhoto_FindsIt()
    {
        using var cutter = new FaceCutter(FaceCropKind.Find, FaceModel());
        var photo = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "assets", "astronaut.png"));
        using var picture = new ImageDecoder().DecodeGrey(photo).Value!;

        Assert.Null(cutter.Cut(photo, _face).Problem);

        // Her face by hand: 92 x 112 pixels from (176, 76), give or take how much forehead counts as face.
        var best = (from side in (int[])[104, 112, 120] from shift in Enumerable.Range(-5, 11) select Likeness(side, 4 * shift)).Max();
        Assert.InRange(best, 0.9, 1);

        double Likeness(int side, int shift)
        {
            var expected = new float[FaceImageSet.ImageLength];
            Resampler.Sample(picture, SampleWindow.Square(222, 132 + shift, side), 48, 48, expected);
            return Correlation(expected, _face);
        }
    }

    [Fact]
    public void Cut_NoFace_SaysSoAndIsNoDamage()
    {
        using var cutter = new FaceCutter(FaceCropKind.Find, FaceModel());

        Assert.Equal(CutOutcome.NoFace, cutter.Cut(DrawnPictures.Png(120, 90, (x, y) => 100 + ((x + y) / 4)), _face));
    }

    private CutOutcome Cut(byte[] file)
    {
        using var cutter = new FaceCutter(FaceCropKind.Whole, "");
        return cutter.Cut(file, _face);
    }

    private static string FaceModel()
    {
        var path = new VisionOptions().FaceModelPath;
        Assert.SkipUnless(File.Exists(path), "needs the face model in models/");
        return path;
    }

    private static double Correlation(float[] a, byte[] b)
    {
        double ma = a.Average(v => (double)v), mb = b.Average(v => (double)v), ab = 0, aa = 0, bb = 0;
        for (var i = 0; i < a.Length; i++) (ab, aa, bb) = (ab + ((a[i] - ma) * (b[i] - mb)), aa + ((a[i] - ma) * (a[i] - ma)), bb + ((b[i] - mb) * (b[i] - mb)));
        return ab / Math.Sqrt(aa * bb);
    }
}
