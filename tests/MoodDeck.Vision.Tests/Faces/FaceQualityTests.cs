using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Imaging;
using MoodDeck.Vision.Tests.Imaging;

namespace MoodDeck.Vision.Tests.Faces;

public sealed class FaceQualityTests
{
    private static readonly FaceBox s_face = new(170, 60, 110, 130);

    [Fact]
    public void Of_SharpFace_IsHigh() => Assert.InRange(Judge(s_face).Overall, 0.7, 1);

    [Fact]
    public void Of_BlurredFace_IsLessSharp()
    {
        using var astronaut = Astronaut();
        var sharp = Judge(s_face);
        // As if the whole picture had been taken at a twelfth of the size.
        var blurred = Resampler.Resize(Resampler.Resize(astronaut, 42, 42), 512, 512);
        Assert.True(Judge(s_face, blurred).Sharpness < sharp.Sharpness / 2);
    }

    [Theory]
    [InlineData(0.15, 0)]
    [InlineData(1, 200)]
    public void Of_DarkOrOverexposedFace_IsWorseExposed(double gain, double offset)
    {
        using var astronaut = Astronaut();
        var pixels = astronaut.Pixels;
        for (var i = 0; i < pixels.Length; i++) pixels[i] = (byte)Math.Clamp((gain * pixels[i]) + offset, 0, 255);
        Assert.True(Judge(s_face, astronaut).Exposure < 0.75 * Judge(s_face).Exposure);
    }

    [Fact]
    public void Of_DimButSharpFace_StaysSharp()
    {
        using var astronaut = Astronaut();
        var pixels = astronaut.Pixels;
        for (var i = 0; i < pixels.Length; i++) pixels[i] = (byte)(pixels[i] / 2);
        Assert.Equal(Judge(s_face).Sharpness, Judge(s_face, astronaut).Sharpness, 0.1);
    }

    [Theory]
    [InlineData(12, 0)]
    [InlineData(38, 0.5)]
    [InlineData(64, 1)]
    [InlineData(500, 1)]
    public void Of_Side_GivesTheSizePart(double side, double expected) =>
        Assert.Equal(expected, FaceQuality.Of(new(0, 0, side, side * 2), new float[9], 3).Size, 1e-9);

    [Fact]
    public void Of_OneColour_IsZero() => Assert.Equal(0, FaceQuality.Of(s_face, [.. Enumerable.Repeat(128f, 48 * 48)], 48).Overall);

    [Fact]
    public void Of_NotRectangular_Throws() => Assert.Throws<ArgumentException>(() => FaceQuality.Of(s_face, new float[10], 3));

    private static GreyImage Astronaut() => new ImageDecoder().DecodeGrey(File.ReadAllBytes(TestPictures.Astronaut)).Value!;

    private static FaceQuality Judge(FaceBox face, GreyImage? picture = null)
    {
        var crop = new float[48 * 48];
        Resampler.Sample(picture ?? Astronaut(), SampleWindow.Square(face.CentreX, face.CentreY, face.Height), 48, 48, crop);
        return FaceQuality.Of(face, crop, 48);
    }
}
