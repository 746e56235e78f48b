using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MoodDeck.Audio.Decoding;
using MoodDeck.Audio.Listening;
using MoodDeck.Audio.Loudness;
using MoodDeck.Demo.Composition;
using MoodDeck.Demo.Mixing;
using MoodDeck.Demo.Pieces;
using MoodDeck.Demo.Synthesis;

namespace MoodDeck.Demo.Tests;

public sealed class RenderingTests
{
    private const int Rate = StereoBuffer.SampleRate;

    [Fact]
    public void Render_TheSamePieceTwice_GivesTheSameSamples()
    {
        var studio = new Studio();
        var first = Hash(studio.Render(Score.Compose(UnpleasantPieces.SourWeather)));
        studio.Render(Score.Compose(TiredPieces.HeavyEyelids));

        Assert.Equal(first, Hash(studio.Render(Score.Compose(UnpleasantPieces.SourWeather))));
    }

    [Fact]
    public void Render_EnergeticPiece_IsCleanLoudAndWide() => AssertMastered(ExcitedPieces.Confetti);

    [Fact]
    public void Render_CalmPiece_IsCleanQuietAndWide() => AssertMastered(CalmPieces.Harbour);

    [Fact]
    public void Render_EnergeticAndCalm_DifferToTheEar()
    {
        var (energetic, calm) = (Listen(EnergeticPieces.NightTrain), Listen(CalmPieces.Snow));

        Assert.True(energetic.OnsetsPerSecond > 3 * calm.OnsetsPerSecond, $"{energetic.OnsetsPerSecond:0.0} and {calm.OnsetsPerSecond:0.0} onsets a second");
        Assert.True(energetic.LoudnessDb > calm.LoudnessDb + 2);
        Assert.True(energetic.Flux > calm.Flux);
    }

    private static void AssertMastered(PieceSpec spec)
    {
        var sound = new Studio().Render(Score.Compose(spec));
        var (left, right) = (sound.Left.ToArray(), sound.Right.ToArray());

        Assert.DoesNotContain(left, x => !float.IsFinite(x));
        Assert.True(20 * Math.Log10(Math.Max(TruePeak.Of(left), TruePeak.Of(right))) <= Master.CeilingDb + 0.1);
        Assert.Equal(Master.TargetLufs(spec.Mood.Arousal), sound.LoudnessLufs(), 0.5);
        Assert.InRange(left.Average(), -0.001, 0.001);
        Assert.True(left[..(Rate / 20)].Max(Math.Abs) < 0.01 && left[^(Rate / 20)..].Max(Math.Abs) < 0.003, "the ends are not silent");
        Assert.True(LongestSilence(left) < 2.5 * Rate, "there is a hole in it");
        var width = Rms(left.Zip(right, (l, r) => l - r)) / Rms(left.Zip(right, (l, r) => l + r));
        Assert.InRange(width, 0.1, 1);
        Assert.InRange(Rms(left) / Rms(right), 0.7, 1.4);
    }

    private static TrackFeatures Listen(PieceSpec spec)
    {
        var sound = new Studio().Render(Score.Compose(spec));
        var half = new float[sound.Length / 2];
        for (var i = 0; i < half.Length; i++) half[i] = 0.25f * (sound.Left[2 * i] + sound.Right[2 * i] + sound.Left[(2 * i) + 1] + sound.Right[(2 * i) + 1]);
        return FeatureExtractor.Extract(new AudioClip(half, Rate / 2));
    }

    private static string Hash(StereoBuffer sound) =>
        Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(sound.Left))) + Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(sound.Right)));

    private static double Rms(IEnumerable<float> samples) => Math.Sqrt(samples.Average(x => (double)x * x));

    private static int LongestSilence(float[] samples)
    {
        var (longest, run) = (0, 0);
        foreach (var x in samples.AsSpan(Rate / 2, samples.Length - (3 * Rate)))
        {
            run = Math.Abs(x) < 0.002f ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
