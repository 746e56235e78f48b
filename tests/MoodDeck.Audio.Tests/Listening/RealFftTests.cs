using MoodDeck.Audio.Listening;

namespace MoodDeck.Audio.Tests.Listening;

public sealed class RealFftTests
{
    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(64)]
    [InlineData(1024)]
    public void Power_RandomSamples_AgreesWithTheDefinition(int length)
    {
        var random = new Random(7);
        var samples = Enumerable.Range(0, length).Select(_ => (float)(random.NextDouble() - 0.5)).ToArray();
        var fft = new RealFft(length);
        var power = new float[fft.BinCount];

        fft.Power(samples, power);

        for (var k = 0; k < power.Length; k++)
        {
            double re = 0, im = 0;
            for (var n = 0; n < length; n++)
            {
                var (sin, cos) = Math.SinCos(-2 * Math.PI * k * n / length);
                re += samples[n] * cos;
                im += samples[n] * sin;
            }

            Assert.Equal((re * re) + (im * im), power[k], 1e-4 * length);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(12)]
    public void New_LengthNotAPowerOfTwo_Throws(int length) => Assert.Throws<ArgumentOutOfRangeException>(() => new RealFft(length));

    [Fact]
    public void Power_WrongLengths_Throws()
    {
        var fft = new RealFft(8);

        Assert.Throws<ArgumentException>(() => fft.Power(new float[7], new float[5]));
        Assert.Throws<ArgumentException>(() => fft.Power(new float[8], new float[8]));
    }
}
