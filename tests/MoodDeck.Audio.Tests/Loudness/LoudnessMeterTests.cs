using MoodDeck.Audio.Loudness;

namespace MoodDeck.Audio.Tests.Loudness;

public sealed class LoudnessMeterTests
{
    [Theory]
    [InlineData(44_100)]
    [InlineData(48_000)]
    [InlineData(22_050)]
    public void Measure_ReferenceToneInBothChannels_IsItsLevel(int rate)
    {
        var tone = Tone(997, rate, (20, -23));
        Assert.Equal(-23, LoudnessMeter.Measure(tone, tone, rate), 0.1);
    }

    // BS.1770-4, section 2: one channel at full scale reads -3.01.
    [Fact]
    public void Measure_FullScaleInOneChannel_ReadsAsTheStandardSays()
    {
        var tone = Tone(997, 48_000, (5, 0));
        Assert.Equal(-3.01, LoudnessMeter.Measure(tone, new float[tone.Length], 48_000), 0.05);
    }

    // EBU Tech 3341, cases 1 to 5 (case 6 has five channels): how long in seconds, how high in dBFS; each reads -23 or its level.
    public static TheoryData<double, double[]> Tech3341 => new()
    {
        { -23, [20, -23] },
        { -33, [20, -33] },
        { -23, [10, -36, 60, -23, 10, -36] },
        { -23, [10, -72, 10, -36, 60, -23, 10, -36, 10, -72] },
        { -23, [20, -26, 20.1, -20, 20, -26] },
    };

    [Theory]
    [MemberData(nameof(Tech3341))]
    public void Measure_Tech3341_ReadsWithinATenth(double lufs, double[] stretches)
    {
        var tone = Tone(1000, 48_000, [.. stretches.Chunk(2).Select(s => (s[0], s[1]))]);
        Assert.Equal(lufs, LoudnessMeter.Measure(tone, tone, 48_000), 0.1);
    }

    // EBU Tech 3342, cases 1 to 4: how long in seconds, how high in dBFS; each reads within 1 LU.
    public static TheoryData<double, double[]> Tech3342 => new()
    {
        { 10, [20, -20, 20, -30] },
        { 5, [20, -20, 20, -15] },
        { 20, [20, -40, 20, -20] },
        { 15, [20, -50, 20, -35, 20, -20, 20, -35, 20, -50] },
    };

    [Theory]
    [MemberData(nameof(Tech3342))]
    public void RangeLu_Tech3342_ReadsWithinOne(double range, double[] stretches)
    {
        var tone = Tone(1000, 48_000, [.. stretches.Chunk(2).Select(s => (s[0], s[1]))]);
        LoudnessMeter meter = new(48_000);
        meter.Add(tone, tone);
        Assert.Equal(range, meter.RangeLu()!.Value, 1.0);
    }

    [Fact]
    public void Add_InPieces_ReadsAsInOne()
    {
        var tone = Tone(997, 44_100, (3, -30), (7, -12), (2, -60));
        LoudnessMeter whole = new(44_100), parts = new(44_100);
        whole.Add(tone, tone);
        for (int at = 0, n = 1; at < tone.Length; at += n, n = (n * 7 % 5003) + 1)
        {
            var part = tone.AsSpan(at, Math.Min(n, tone.Length - at));
            parts.Add(part, part);
        }

        Assert.Equal((whole.IntegratedLufs(), whole.RangeLu()), (parts.IntegratedLufs(), parts.RangeLu()));
        Assert.Equal(whole.Curve(600).Lufs, parts.Curve(600).Lufs);
    }

    [Fact]
    public void RangeLu_UnderThreeSeconds_IsNotKnown()
    {
        LoudnessMeter meter = new(48_000);
        var tone = Tone(997, 48_000, (2.9, -20));
        meter.Add(tone, tone);
        Assert.Null(meter.RangeLu());
    }

    [Fact]
    public void Measure_SilenceOrTooShort_IsSilence()
    {
        Assert.Equal(LoudnessMeter.Silence, LoudnessMeter.Measure(new float[48_000], new float[48_000], 48_000));
        var blip = Tone(997, 48_000, (0.3, -6));
        Assert.Equal(LoudnessMeter.Silence, LoudnessMeter.Measure(blip, blip, 48_000));
    }

    private static float[] Tone(double hertz, int rate, params (double Seconds, double Db)[] stretches)
    {
        var levels = stretches.SelectMany(s => Enumerable.Repeat(Math.Pow(10, s.Db / 20), (int)(s.Seconds * rate)));
        return [.. levels.Select((level, i) => (float)(level * Math.Sin(2 * Math.PI * hertz * i / rate)))];
    }
}
