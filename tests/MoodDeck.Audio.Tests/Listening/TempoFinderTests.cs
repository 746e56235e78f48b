using MoodDeck.Audio.Listening;

namespace MoodDeck.Audio.Tests.Listening;

public sealed class TempoFinderTests
{
    private const double FramesPerSecond = 43.066;

    [Theory]
    [InlineData(72)]
    [InlineData(96)]
    [InlineData(120)]
    [InlineData(148)]
    public void Find_Clicks_FindsTheirTempo(double bpm)
    {
        var envelope = new float[(int)(30 * FramesPerSecond)];
        for (var beat = 0.0; beat * 60 / bpm * FramesPerSecond < envelope.Length - 1; beat++) envelope[(int)Math.Round(beat * 60 / bpm * FramesPerSecond)] = 1;

        var tempo = TempoFinder.Find(envelope, FramesPerSecond);

        Assert.InRange(tempo.Bpm, bpm * 0.97, bpm * 1.03);
        Assert.True(tempo.Clarity > 0.3);
    }

    [Fact]
    public void Find_NothingHappens_FindsNone() => Assert.Equal(default, TempoFinder.Find(new float[2000], FramesPerSecond));

    [Fact]
    public void Find_TooShort_FindsNone() => Assert.Equal(default, TempoFinder.Find(new float[50], FramesPerSecond));
}
