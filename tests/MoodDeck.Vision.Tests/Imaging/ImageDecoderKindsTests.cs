using MoodDeck.Vision.Imaging;
using MoodDeck.Vision.Imaging.Codecs;
using static MoodDeck.Vision.Tests.Imaging.TestPictures;

namespace MoodDeck.Vision.Tests.Imaging;

public sealed class ImageDecoderKindsTests
{
    private readonly ImageDecoder _decoder = new();

    [Fact]
    public void Decode_Png_IsExact()
    {
        var waves = Waves(67, 41);
        Assert.Equal(waves.Pixels.ToArray(), Read(PngEncoder.Encode(waves)).Pixels.ToArray());
    }

    [Theory]
    [InlineData(60, 5)]
    [InlineData(95, 1.5)]
    public void Decode_Jpeg_IsClose(int quality, double tolerance)
    {
        var waves = Waves(160, 90);
        Assert.InRange(MeanDifference(waves, Read(JpegEncoder.Encode(waves, quality))), 0, tolerance);
    }

    [Fact]
    public void Decode_ProgressiveJpeg_IsClose()
    {
        var waves = Waves(160, 90);
        var jpeg = TestEncoders.Jpeg(waves.Pixels.ToArray(), 160, 90, TurboJpeg.PixelRgb, TurboJpeg.Subsampling444, TestEncoders.Progressive);
        Assert.InRange(MeanDifference(waves, Read(jpeg)), 0, 2);
    }

    [Fact]
    public void Decode_GreyJpeg_HasEqualChannels()
    {
        const int greySubsampling = 3;
        var jpeg = TestEncoders.Jpeg([.. Enumerable.Repeat((byte)90, 64)], 8, 8, TurboJpeg.PixelGrey, greySubsampling);
        AssertNear(new(90, 90, 90), Read(jpeg)[4, 4], 1);
    }

    [Fact]
    public void Decode_CmykJpeg_ShowsTheInks()
    {
        // Inverted, as Adobe writes them: no cyan, full magenta and yellow, a fifth of black.
        var inks = Enumerable.Repeat((byte[])[255, 0, 0, 204], 256).SelectMany(b => b).ToArray();
        var jpeg = TestEncoders.Jpeg(inks, 16, 16, TurboJpeg.PixelCmyk, TurboJpeg.Subsampling444);
        AssertNear(new(204, 0, 0), Read(jpeg)[8, 8], 3);
        Assert.InRange(_decoder.DecodeGrey(jpeg).Value!.Row(8)[8], 58, 64);
    }

    [Fact]
    public void Decode_PalettePng_LooksColoursUp()
    {
        byte[] rows = [0, 0b0001_1011]; // one row: filter 0, four pixels of 2 bits
        var png = TinyPng.Write(4, 1, 2, TinyPng.Palette, rows, false, ("PLTE", [1, 2, 3, 10, 20, 30, 100, 110, 120, 250, 251, 252]));
        var image = Read(png);
        Assert.Equal(new Rgb(1, 2, 3), image[0, 0]);
        Assert.Equal(new Rgb(10, 20, 30), image[1, 0]);
        Assert.Equal(new Rgb(250, 251, 252), image[3, 0]);
    }

    [Fact]
    public void Decode_SixteenBitPng_KeepsTheHighByte()
    {
        byte[] rows = [0, 200, 200, 100, 100, 50, 50];
        AssertNear(new(200, 100, 50), Read(TinyPng.Write(1, 1, 16, TinyPng.Colour, rows))[0, 0], 1);
    }

    [Fact]
    public void Decode_TransparentPng_LiesOverWhite()
    {
        byte[] rows = [0, 10, 20, 30, 0, 10, 20, 30, 255];
        var image = Read(TinyPng.Write(2, 1, 8, TinyPng.ColourAlpha, rows));
        Assert.Equal(Rgb.White, image[0, 0]);
        AssertNear(new(10, 20, 30), image[1, 0], 1);
    }

    [Fact]
    public void Decode_InterlacedPng_PutsEveryPixelInItsPlace()
    {
        // Adam7 of a 3 x 2 grey picture with the values 0 10 20 / 30 40 50: passes 1, 4 (x=2), 6 (x=1) and 7 hold pixels.
        byte[] rows = [0, 0, 0, 20, 0, 10, 0, 30, 40, 50];
        var image = Read(TinyPng.Write(3, 2, 8, TinyPng.Grey, rows, interlaced: true));
        for (var i = 0; i < 6; i++) Assert.Equal(10 * i, image[i % 3, i / 3].R);
    }

    [Fact]
    public void Decode_LosslessWebP_IsExact()
    {
        var waves = Waves(53, 37);
        Assert.Equal(waves.Pixels.ToArray(), Read(TestEncoders.LosslessWebP(waves)).Pixels.ToArray());
    }

    [Fact]
    public void Decode_LossyWebP_IsClose()
    {
        var waves = Waves(96, 64);
        Assert.InRange(MeanDifference(waves, Read(TestEncoders.LossyWebP(waves))), 0, 8);
    }

    [Fact]
    public void Decode_TransparentWebP_LiesOverWhite()
    {
        byte[] rgba = [10, 20, 30, 0, 10, 20, 30, 255, 0, 0, 0, 128, 200, 100, 50, 255];
        var image = Read(TestEncoders.LosslessWebP(rgba, 2, 2));
        Assert.Equal(Rgb.White, image[0, 0]);
        Assert.Equal(new Rgb(10, 20, 30), image[1, 0]);
        Assert.Equal(new Rgb(127, 127, 127), image[0, 1]);
    }

    [Fact]
    public void DecodeGrey_EveryFormat_IsTheLumaOfTheColours()
    {
        var waves = Waves(96, 64);
        foreach (var file in (byte[][])[PngEncoder.Encode(waves), JpegEncoder.Encode(waves), TestEncoders.LosslessWebP(waves)])
        {
            using var luma = Read(file).ToGrey();
            using var grey = _decoder.DecodeGrey(file).Value!;
            Assert.InRange(MeanDifference(luma.Pixels, grey.Pixels), 0, 0.6);
        }
    }

    private Image Read(byte[] file)
    {
        var result = _decoder.Decode(file);
        Assert.True(result.IsOk, result.Problem);
        return result.Value;
    }
}
