using MoodDeck.Demo.Mixing;
using MoodDeck.Demo.Synthesis;

namespace MoodDeck.Demo.Tests.Mixing;

public sealed class LoudnessMeterTests
{
    // EBU Tech 3341, case 1: a 1 kHz sine of -23 dBFS in both channels measures -23 LUFS.
    [Theory]
    [InlineData(-23)]
    [InlineData(-33)]
    public void Measure_SineInBothChannels_IsItsLevel(double db) => Assert.Equal(db, LoudnessMeter.Measure(Sine(20, _ => db)), 0.1);

    // EBU Tech 3341, case 3: what is far quieter than the rest does not count.
    [Fact]
    public void Measure_QuietEnds_AreGatedOut() =>
        Assert.Equal(-23, LoudnessMeter.Measure(Sine(40, seconds => seconds is < 10 or > 30 ? -36 : -23)), 0.1);

    [Fact]
    public void Measure_Silence_IsSilence() => Assert.Equal(LoudnessMeter.Silence, LoudnessMeter.Measure(new StereoBuffer(StereoBuffer.SampleRate)));

    private static StereoBuffer Sine(double seconds, Func<double, double> dbAt)
    {
        var buffer = new StereoBuffer((int)(seconds * StereoBuffer.SampleRate));
        for (var i = 0; i < buffer.Length; i++)
        {
            var t = (double)i / StereoBuffer.SampleRate;
            buffer.Left[i] = buffer.Right[i] = (float)(Math.Pow(10, dbAt(t) / 20) * Math.Sin(2 * Math.PI * 1000 * t));
        }

        return buffer;
    }
}
