using MoodDeck.Vision.Imaging;
using static MoodDeck.Vision.Tests.Imaging.TestPictures;

namespace MoodDeck.Vision.Tests.Imaging;

public sealed class ImageDecoderOrientationTests
{
    private readonly ImageDecoder _decoder = new();

    // How red green / blue yellow looks after each orientation: top left, top right, bottom left, bottom right.
    private static readonly Rgb[][] s_shown =
    [
        [Red, Green, Blue, Yellow], [Green, Red, Yellow, Blue], [Yellow, Blue, Green, Red], [Blue, Yellow, Red, Green],
        [Red, Blue, Green, Yellow], [Blue, Red, Yellow, Green], [Yellow, Green, Blue, Red], [Green, Yellow, Red, Blue],
    ];

    public static TheoryData<int, bool> Orientations
    {
        get
        {
            TheoryData<int, bool> data = [];
            for (var o = 1; o <= 8; o++)
            {
                data.Add(o, true);
                data.Add(o, false);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Orientations))]
    public void Decode_JpegWithOrientation_IsTurnedAsDisplayed(int orientation, bool littleEndian)
    {
        var jpeg = JpegEncoder.Encode(Quarters(48, 32), 95);
        AssertTurned(TestEncoders.JpegWithExif(jpeg, TestEncoders.Exif(orientation, littleEndian)), orientation);
    }

    [Theory]
    [MemberData(nameof(Orientations))]
    public void Decode_PngWithOrientation_IsTurnedAsDisplayed(int orientation, bool littleEndian)
    {
        var png = PngEncoder.Encode(Quarters(48, 32));
        byte[] turned = [.. png.AsSpan(0, 33), .. TinyPng.Chunk("eXIf", TestEncoders.Exif(orientation, littleEndian)), .. png.AsSpan(33)];
        AssertTurned(turned, orientation);
    }

    [Theory]
    [MemberData(nameof(Orientations))]
    public void Decode_WebPWithOrientation_IsTurnedAsDisplayed(int orientation, bool littleEndian)
    {
        var webP = TestEncoders.LosslessWebP(Quarters(48, 32));
        AssertTurned(TestEncoders.WebPWithExif(webP, 48, 32, TestEncoders.Exif(orientation, littleEndian)), orientation);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(65535)]
    public void Decode_NonsenseOrientation_IsUpright(int orientation) =>
        AssertTurned(TestEncoders.JpegWithExif(JpegEncoder.Encode(Quarters(48, 32), 95), TestEncoders.Exif(orientation, true)), 1);

    [Fact]
    public void Decode_BrokenExif_IsUpright()
    {
        var exif = TestEncoders.Exif(6, littleEndian: true);
        for (var length = 0; length < 20; length++)
            AssertTurned(TestEncoders.JpegWithExif(JpegEncoder.Encode(Quarters(48, 32), 95), exif[..length]), 1);
        exif[7] = 0xFF; // the directory lies far outside
        AssertTurned(TestEncoders.JpegWithExif(JpegEncoder.Encode(Quarters(48, 32), 95), exif), 1);
    }

    private void AssertTurned(byte[] file, int orientation)
    {
        using var image = _decoder.Decode(file).Value!;
        using var grey = _decoder.DecodeGrey(file).Value!;
        var (width, height) = orientation >= 5 ? (32, 48) : (48, 32);
        Assert.Equal((width, height), (image.Width, image.Height));
        Assert.Equal((width, height), (grey.Width, grey.Height));
        for (var corner = 0; corner < 4; corner++)
        {
            int x = corner % 2 == 0 ? 4 : width - 5, y = corner < 2 ? 4 : height - 5;
            var expected = s_shown[orientation - 1][corner];
            AssertNear(expected, image[x, y], 12);
            Assert.InRange(grey.Row(y)[x], Luma.Of(expected.R, expected.G, expected.B) - 4, Luma.Of(expected.R, expected.G, expected.B) + 4);
        }
    }
}
