using MoodDeck.Audio.Listening;
using MoodDeck.Demo.Synthesis;
using MoodDeck.Demo.Synthesis.Sounds;

namespace MoodDeck.Demo.Tests.Synthesis;

public sealed class InstrumentTests
{
    private const int FrameLength = 32_768;

    public static TheoryData<string, int> Pitched => new()
    {
        { nameof(Pianos.Grand), 60 }, { nameof(Pianos.Felt), 48 }, { nameof(Pianos.Electric), 67 }, { nameof(Pianos.Clavinet), 60 }, { nameof(Mallets.Marimba), 64 },
        { nameof(Mallets.Vibraphone), 69 }, { nameof(Mallets.Kalimba), 72 }, { nameof(Mallets.Glockenspiel), 79 }, { nameof(Strings.NylonGuitar), 52 },
        { nameof(Strings.SteelGuitar), 64 }, { nameof(Strings.Harp), 76 }, { nameof(Strings.Koto), 69 }, { nameof(Strings.Ukulele), 72 }, { nameof(Strings.Pizzicato), 55 },
        { nameof(Strings.Ensemble), 60 }, { nameof(Strings.Cello), 45 }, { nameof(Winds.Flute), 76 }, { nameof(Winds.Clarinet), 62 }, { nameof(Winds.Brass), 58 },
        { nameof(Winds.ChoirAh), 64 }, { nameof(Pads.Warm), 57 }, { nameof(Pads.SoftLead), 74 }, { nameof(Basses.Upright), 40 }, { nameof(Basses.Finger), 36 },
        { nameof(Basses.Round), 36 }, { nameof(Basses.Acid), 43 },
    };

    [Theory]
    [MemberData(nameof(Pitched))]
    public void Play_ANote_SoundsAtItsPitchAndEnds(string name, int pitch)
    {
        var buffer = new StereoBuffer(8 * StereoBuffer.SampleRate);

        Make(name).Play(new Strike(0.1, 2, pitch, 0.8f, 12_345), buffer);

        Assert.All(buffer.Left.ToArray(), x => Assert.True(float.IsFinite(x)));
        Assert.True(Peak(buffer, 0.1, 2) is > 0.02f and < 2f, $"peak {Peak(buffer, 0.1, 2)}");
        Assert.Equal(0, Peak(buffer, 0, 0.09));
        Assert.True(Peak(buffer, 7.5, 8) < 0.1 * Peak(buffer, 0.1, 2));
        Assert.InRange(CentsOff(buffer, pitch), -12, 12);
    }

    [Fact]
    public void Play_BeyondTheEnd_IsCutThere()
    {
        var buffer = new StereoBuffer(1000);
        foreach (var make in (ReadOnlySpan<Func<IInstrument>>)[Pianos.Grand, Pianos.Electric, Strings.Harp, Pads.Warm, Basses.Round, Kits.Acoustic, () => new Weather(Surroundings.Rain)])
        {
            make().Play(new Strike(0.01, 5, 20, 1, 1), buffer);
            make().Play(new Strike(0.5, 5, 20, 1, 1), buffer);
        }

        Assert.All(buffer.Right.ToArray(), x => Assert.True(float.IsFinite(x)));
    }

    [Fact]
    public void Play_EveryDrumOfEveryKit_IsHeardAndEnds()
    {
        foreach (var kit in (ReadOnlySpan<Func<IInstrument>>)[Kits.Acoustic, Kits.Soft, Kits.Electronic, Kits.Dusty, Kits.Heavy])
        {
            foreach (var drum in Enum.GetValues<Drum>())
            {
                var buffer = new StereoBuffer(3 * StereoBuffer.SampleRate);
                kit().Play(new Strike(0, 0.1, (int)drum, 0.9f, 5), buffer);

                Assert.True(Peak(buffer, 0, 2) is > 0.02f and < 2f, $"{drum}: {Peak(buffer, 0, 2)}");
                Assert.True(Peak(buffer, 2.9, 3) < 0.003, $"{drum} does not end");
            }
        }
    }

    [Fact]
    public void Play_HarderStrike_IsLouderAndBrighter()
    {
        var (soft, hard) = (new StereoBuffer(StereoBuffer.SampleRate), new StereoBuffer(StereoBuffer.SampleRate));
        Pianos.Grand().Play(new Strike(0, 1, 60, 0.3f, 1), soft);
        Pianos.Grand().Play(new Strike(0, 1, 60, 0.9f, 1), hard);

        Assert.True(Peak(hard, 0, 1) > 2 * Peak(soft, 0, 1));
        Assert.True(Brightness(hard) > 2 * Brightness(soft), $"{Brightness(hard)} and {Brightness(soft)}");
    }

    private static IInstrument Make(string name)
    {
        var factories = new[] { typeof(Pianos), typeof(Mallets), typeof(Strings), typeof(Winds), typeof(Pads), typeof(Basses) };
        return (IInstrument)factories.Select(f => f.GetMethod(name)).Single(m => m is not null)!.Invoke(null, null)!;
    }

    private static float Peak(StereoBuffer buffer, double from, double to)
    {
        var peak = 0f;
        foreach (var x in buffer.Left[(int)(from * StereoBuffer.SampleRate)..(int)(to * StereoBuffer.SampleRate)]) peak = Math.Max(peak, Math.Abs(x));
        return peak;
    }

    // The strongest bin near each of the first harmonics says how far the note is off; low basses are clearer at the second.
    private static double CentsOff(StereoBuffer buffer, int pitch)
    {
        var power = Spectrum(buffer);
        var hertz = 440 * Math.Pow(2, (pitch - 69) / 12.0);
        var harmonic = hertz < 100 ? 2 : 1;
        var expected = harmonic * hertz * FrameLength / StereoBuffer.SampleRate;
        var (from, to) = ((int)(expected * 0.97), (int)Math.Ceiling(expected * 1.03));
        double weighted = 0, total = 0;
        for (var k = from; k <= to; k++)
        {
            weighted += k * (double)power[k];
            total += power[k];
        }

        return 1200 * Math.Log2(weighted / total / expected);
    }

    // The share of the energy above 1.5 kHz.
    private static double Brightness(StereoBuffer buffer)
    {
        var power = Spectrum(buffer);
        return power[(1500 * FrameLength / StereoBuffer.SampleRate)..].Sum(p => (double)p) / power.Sum(p => (double)p);
    }

    private static float[] Spectrum(StereoBuffer buffer)
    {
        var fft = new RealFft(FrameLength);
        var (frame, power) = (new float[FrameLength], new float[fft.BinCount]);
        var offset = Math.Min(buffer.Length - FrameLength, (int)(0.3 * StereoBuffer.SampleRate));
        for (var i = 0; i < FrameLength; i++) frame[i] = (buffer.Left[offset + i] + buffer.Right[offset + i]) * (float)(0.5 - (0.5 * Math.Cos(2 * Math.PI * i / FrameLength)));
        fft.Power(frame, power);
        return power;
    }
}
