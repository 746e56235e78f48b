using MoodDeck.Vision.Imaging;
using static MoodDeck.Vision.Tests.Imaging.TestPictures;

namespace MoodDeck.Vision.Tests.Imaging;

public sealed class ImageDecoderBadInputTests
{
    private readonly ImageDecoder _decoder = new();

    [Fact]
    public void Decode_Empty_SaysTheFileIsEmpty() =>
        AssertProblem([], ImageStatus.NotAnImage, "The file is empty. Give a JPEG, PNG or WebP file.");

    [Fact]
    public void Decode_TextNamedJpg_SaysItIsNoImage() =>
        AssertProblem("Dear diary, today I was happy."u8.ToArray(), ImageStatus.NotAnImage, "This is not an image that can be read. Give a JPEG, PNG or WebP file.");

    [Fact]
    public void Decode_GiantPngHeader_IsRefusedBeforeMemoryIsTaken()
    {
        var header = TinyPng.HeaderOnly(30_000, 30_000);
        _ = _decoder.Decode(header);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = _decoder.Decode(header);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
        Assert.Equal(ImageStatus.TooLarge, result.Status);
        Assert.Equal("The picture is 30,000 x 30,000 pixels; at most 20,000 a side and 50 megapixels are read. Make it smaller.", result.Problem);
    }

    [Fact]
    public void Decode_PixelFloodJpeg_IsTooLarge()
    {
        var jpeg = JpegEncoder.Encode(Waves(64, 64));
        var frame = jpeg.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]);
        (jpeg[frame + 5], jpeg[frame + 6], jpeg[frame + 7], jpeg[frame + 8]) = (0xFF, 0x00, 0xFF, 0x00);
        Assert.Equal(ImageStatus.TooLarge, _decoder.Decode(jpeg).Status);
    }

    [Fact]
    public void Decode_MoreBytesThanAllowed_IsTooLarge()
    {
        var png = PngEncoder.Encode(Waves(64, 64));
        ImageDecoder strict = new(new ImageLimits { MaxBytes = png.Length - 1 });
        Assert.Equal(ImageStatus.TooLarge, strict.Decode(png).Status);
        Assert.True(new ImageDecoder(new ImageLimits { MaxBytes = png.Length }).Decode(png).IsOk);
    }

    [Theory]
    [InlineData(65, 64, 65 * 64, true)]
    [InlineData(65, 64, (65 * 64) - 1, false)]
    public void Decode_PixelLimit_IsInclusive(int width, int height, int maxPixels, bool ok)
    {
        ImageDecoder decoder = new(new ImageLimits { MaxPixels = maxPixels });
        Assert.Equal(ok, decoder.DecodeGrey(TestEncoders.LosslessWebP(Waves(width, height))).IsOk);
    }

    [Fact]
    public void Decode_CutAnywhere_IsAProblemAndNeverAPicture()
    {
        var waves = Waves(80, 60);
        foreach (var file in (byte[][])[JpegEncoder.Encode(waves), PngEncoder.Encode(waves), TestEncoders.LosslessWebP(waves), TestEncoders.LossyWebP(waves)])
        {
            // The last bytes of a JPEG and a PNG close the file and hold no pixels.
            for (var length = 1; length < file.Length - 16; length += Math.Max(1, file.Length / 60))
            {
                var result = _decoder.Decode(file.AsSpan(0, length));
                Assert.False(result.IsOk, $"{length} of {file.Length} bytes gave a picture.");
                Assert.Contains(result.Status, (ImageStatus[])[ImageStatus.NotAnImage, ImageStatus.Truncated]);
            }
        }
    }

    [Fact]
    public void Decode_HalfAJpeg_SaysItBreaksOff()
    {
        var jpeg = JpegEncoder.Encode(Waves(320, 240));
        AssertProblem(jpeg[..(jpeg.Length / 2)], ImageStatus.Truncated, "The JPEG breaks off or is damaged. Save or fetch it again.");
    }

    [Fact]
    public void Decode_DamagedBytes_NeverThrows()
    {
        Random random = new(1);
        var waves = Waves(48, 40);
        foreach (var file in (byte[][])[JpegEncoder.Encode(waves), PngEncoder.Encode(waves), TestEncoders.LosslessWebP(waves), TestEncoders.LossyWebP(waves)])
        {
            for (var round = 0; round < 200; round++)
            {
                var damaged = file.ToArray();
                for (var hits = random.Next(1, 6); hits > 0; hits--) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
                var result = _decoder.Decode(damaged);
                Assert.Equal(result.IsOk, result.Problem is null);
            }
        }
    }

    [Fact]
    public void Decode_StrayBytesBetweenMarkers_IsTolerated()
    {
        var jpeg = JpegEncoder.Encode(Waves(64, 64));
        var tables = jpeg.AsSpan().IndexOf([(byte)0xFF, (byte)0xDB]);
        byte[] padded = [.. jpeg.AsSpan(0, tables), 0, 0, 0, .. jpeg.AsSpan(tables)];
        Assert.True(_decoder.Decode(padded).IsOk);
    }

    [Theory]
    [InlineData("GIF89a..........", "A GIF picture cannot be read. Save it as an ordinary JPEG, PNG or WebP.")]
    [InlineData("\0\0\0\u0018ftypheic\0\0\0\0", "A HEIC picture cannot be read. Save it as an ordinary JPEG, PNG or WebP.")]
    [InlineData("\0\0\0\u0018ftypavif\0\0\0\0", "An AVIF picture cannot be read. Save it as an ordinary JPEG, PNG or WebP.")]
    [InlineData("II*\0............", "A TIFF picture cannot be read. Save it as an ordinary JPEG, PNG or WebP.")]
    public void Decode_OtherFormats_AreNamed(string start, string problem) =>
        AssertProblem(System.Text.Encoding.Latin1.GetBytes(start), ImageStatus.Unsupported, problem);

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 0)]
    public void Constructor_ImpossibleLimits_Throws(long bytes, long pixels, int side) => Assert.Throws<ArgumentOutOfRangeException>(
        () => new ImageDecoder(new ImageLimits { MaxBytes = bytes, MaxPixels = pixels, MaxSide = side }));

    [Fact]
    public async Task Decode_FromManyThreads_GivesEachItsOwnPicture()
    {
        var files = Enumerable.Range(1, 6).Select(i => (Picture: Waves(20 * i, 30), File: PngEncoder.Encode(Waves(20 * i, 30)))).ToArray();
        await Task.WhenAll(files.Select(f => Task.Run(() =>
        {
            for (var i = 0; i < 50; i++)
            {
                using var image = _decoder.Decode(f.File).Value!;
                Assert.True(f.Picture.Pixels.SequenceEqual(image.Pixels));
            }
        })));
    }

    private void AssertProblem(byte[] file, ImageStatus status, string problem)
    {
        var result = _decoder.Decode(file);
        Assert.Equal(status, result.Status);
        Assert.Equal(problem, result.Problem);
        Assert.Equal(status, _decoder.DecodeGrey(file).Status);
    }
}
