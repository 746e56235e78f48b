using System.Buffers.Binary;
using MoodDeck.Audio.Encoding;

namespace MoodDeck.Audio.Tests.Encoding;

public sealed class WavWriterTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_Stereo_HasTheSizesAndSamplesItWasGiven()
    {
        WavWriter.Write(_folder.PathOf("a.wav"), [0, 0.5f, 2], [0, -0.5f, -2], 44_100);

        var bytes = File.ReadAllBytes(_folder.PathOf("a.wav"));
        short At(int i) => BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan(44 + (2 * i)));
        Assert.Equal(44 + 12, bytes.Length);
        Assert.Equal(bytes.Length - 8, BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4)));
        Assert.Equal(12, BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(40)));
        Assert.Equal((0, 0), (At(0), At(1)));
        Assert.InRange(At(2), 16_382, 16_385);
        Assert.InRange(At(3), -16_385, -16_382);
        Assert.Equal((short.MaxValue, short.MinValue), (At(4), At(5)));
    }

    [Fact]
    public void Write_QuietSound_DithersInsteadOfTruncating()
    {
        // A sine of half a step would round to silence without dither; with it the sine is still there on average.
        var sine = Sounds.Sine(441, 1, 0.5 / 32_767);
        WavWriter.Write(_folder.PathOf("a.wav"), sine, sine, Sounds.Rate);

        var bytes = File.ReadAllBytes(_folder.PathOf("a.wav"));
        var correlation = sine.Select((x, i) => (double)x * BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan(44 + (4 * i)))).Sum();
        var expected = sine.Sum(x => (double)x * x) * 32_767;
        Assert.InRange(correlation / expected, 0.9, 1.1);
    }

    [Fact]
    public void Write_ChannelsDiffer_Throws() =>
        Assert.Throws<ArgumentException>(() => WavWriter.Write(_folder.PathOf("a.wav"), new float[2], new float[3], 44_100));
}
