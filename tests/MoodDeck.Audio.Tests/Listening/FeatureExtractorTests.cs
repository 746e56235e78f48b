using MoodDeck.Audio.Decoding;
using MoodDeck.Audio.Listening;

namespace MoodDeck.Audio.Tests.Listening;

public sealed class FeatureExtractorTests
{
    private const int Rate = AudioDecoder.SampleRateHertz;

    [Fact]
    public void Extract_TwiceTheLevel_IsSixDecibelsLouderAndNothingElse()
    {
        var quiet = FeatureExtractor.Extract(Clip(5, (t, _) => 0.1 * Math.Sin(2 * Math.PI * 500 * t)));
        var loud = FeatureExtractor.Extract(Clip(5, (t, _) => 0.2 * Math.Sin(2 * Math.PI * 500 * t)));

        Assert.Equal(6.02, loud.LoudnessDb - quiet.LoudnessDb, 0.05);
        Assert.Equal(loud.CentroidHertz, quiet.CentroidHertz, 5.0);
    }

    [Fact]
    public void Extract_Sine_HasItsCentroidAndPitchClass()
    {
        var features = FeatureExtractor.Extract(Clip(5, (t, _) => 0.3 * Math.Sin(2 * Math.PI * 440 * t)));

        Assert.InRange(features.CentroidHertz, 425, 455);
        Assert.True(features.Chroma[9] > 0.9);
        Assert.Equal(1, features.Chroma.Sum(), 1e-9);
    }

    [Fact]
    public void Extract_ThreeStrikesASecond_CountsThem()
    {
        var features = FeatureExtractor.Extract(Clip(20, (t, _) => 0.4 * Math.Exp(-12 * (t % (1 / 3.0))) * Math.Sin(2 * Math.PI * 330 * t)));

        Assert.InRange(features.OnsetsPerSecond, 2.7, 3.3);
        Assert.True(features.TempoBpm is > 87 and < 93 or > 174 and < 186, $"{features.TempoBpm}");
    }

    [Fact]
    public void Extract_Silence_IsFiniteAndSaysNothing()
    {
        var features = FeatureExtractor.Extract(Clip(3, (_, _) => 0));

        Assert.Equal(-100, features.LoudnessDb);
        Assert.Equal(0, features.OnsetsPerSecond);
        Assert.All(features.Chroma, share => Assert.Equal(1.0 / 12, share, 1e-9));
        Assert.True(double.IsFinite(features.CentroidHertz));
    }

    [Fact]
    public void Extract_ShorterThanAFrame_CountsAsSilence() => Assert.Equal(-100, FeatureExtractor.Extract(new AudioClip(new float[100], Rate)).LoudnessDb);

    private static AudioClip Clip(double seconds, Func<double, int, double> sample) =>
        new([.. Enumerable.Range(0, (int)(seconds * Rate)).Select(i => (float)sample((double)i / Rate, i))], Rate);
}
