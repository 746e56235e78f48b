using MoodDeck.Vision.Imaging;
using static MoodDeck.Vision.Tests.Imaging.TestPictures;

namespace MoodDeck.Vision.Tests.Imaging;

public sealed class EncoderTests
{
    [Fact]
    public void Encode_SamePicture_GivesTheSameBytes()
    {
        Assert.Equal(PngEncoder.Encode(Waves(40, 30)), PngEncoder.Encode(Waves(40, 30)));
        Assert.Equal(JpegEncoder.Encode(Waves(40, 30)), JpegEncoder.Encode(Waves(40, 30)));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 300)]
    [InlineData(640, 480)]
    public void Encode_Noise_FitsTheBuffer(int width, int height)
    {
        Image noise = new(width, height);
        new Random(3).NextBytes(noise.Pixels);
        Assert.Equal(noise.Pixels.ToArray(), new ImageDecoder().Decode(PngEncoder.Encode(noise)).Value!.Pixels.ToArray());
    }

    [Fact]
    public void Encode_LowerQuality_GivesFewerBytes() =>
        Assert.True(JpegEncoder.Encode(Waves(200, 200), 40).Length < JpegEncoder.Encode(Waves(200, 200), 95).Length);

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void Encode_ImpossibleQuality_Throws(int quality) => Assert.Throws<ArgumentOutOfRangeException>(() => JpegEncoder.Encode(Waves(8, 8), quality));

    [Fact]
    public void Encode_TooWideForJpeg_SaysSo()
    {
        var error = Assert.Throws<ImageEncodingException>(() => JpegEncoder.Encode(new Image(70_000, 1)));
        Assert.StartsWith("A picture of 70000 x 1 pixels could not be written as JPEG", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pixels_AfterDispose_Throws()
    {
        var image = Waves(4, 4);
        image.Dispose();
        image.Dispose();
        Assert.Throws<ObjectDisposedException>(() => image.Pixels.Length);
    }
}
