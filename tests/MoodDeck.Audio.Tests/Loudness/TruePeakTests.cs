using MoodDeck.Audio.Loudness;

namespace MoodDeck.Audio.Tests.Loudness;

public sealed class TruePeakTests
{
    // EBU Tech 3341, cases 15 to 19: sines whose samples miss the peak; read within +0.2 and -0.4 dB.
    [Theory]
    [InlineData(4, 0, -6)]
    [InlineData(4, 45, -6)]
    [InlineData(6, 60, -6)]
    [InlineData(8, 67.5, -6)]
    [InlineData(4, 45, 3)]
    public void Of_Tech3341_IsThePeakBetweenTheSamples(double samplesPerTurn, double degrees, double db)
    {
        var sine = Sine(samplesPerTurn, degrees, Math.Pow(10, db / 20));
        Assert.InRange(20 * Math.Log10(TruePeak.Of(sine)), db - 0.4, db + 0.2);
    }

    [Fact]
    public void Of_LoneBurstAmongQuietSamples_IsFound()
    {
        var sound = Sine(50, 0, 0.1);
        Sine(4, 45, 0.9).AsSpan(0, 40).CopyTo(sound.AsSpan(2000));
        Assert.InRange(TruePeak.Of(sound), 0.86f, 1.05f);
    }

    // The burst's highest point lies between two samples that come in different pieces.
    [Fact]
    public void Add_InPieces_FindsWhatLiesBetweenThem()
    {
        var sound = Sine(50, 0, 0.1);
        Sine(4, 45, 0.9).AsSpan(0, 3).CopyTo(sound.AsSpan(2000));
        for (var cut = 1990; cut < 2012; cut++)
        {
            TruePeak peak = new();
            peak.Add(sound.AsSpan(0, cut));
            peak.Add(sound.AsSpan(cut));
            Assert.Equal(TruePeak.Of(sound), peak.Peak);
        }
    }

    [Fact]
    public void Of_Nothing_IsZero() => Assert.Equal((0f, 0f), (TruePeak.Of([]), TruePeak.Of(new float[100])));

    private static float[] Sine(double samplesPerTurn, double degrees, double level) =>
        [.. Enumerable.Range(0, 4800).Select(i => (float)(level * Math.Sin((2 * Math.PI * i / samplesPerTurn) + (degrees * Math.PI / 180))))];
}
