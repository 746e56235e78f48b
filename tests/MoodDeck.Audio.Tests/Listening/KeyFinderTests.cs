using MoodDeck.Audio.Listening;

namespace MoodDeck.Audio.Tests.Listening;

public sealed class KeyFinderTests
{
    private static readonly int[] s_majorScale = [0, 2, 4, 5, 7, 9, 11];
    private static readonly int[] s_harmonicMinor = [0, 2, 3, 5, 7, 8, 11];

    [Fact]
    public void Find_ScaleWithStrongTriad_FindsAllTwentyFourKeys()
    {
        for (var tonic = 0; tonic < 12; tonic++)
        {
            var major = KeyFinder.Find(Chroma(s_majorScale, tonic, third: 4));
            var minor = KeyFinder.Find(Chroma(s_harmonicMinor, tonic, third: 3));

            Assert.Equal((tonic, true), (major.Tonic, major.IsMajor));
            Assert.Equal((tonic, false), (minor.Tonic, minor.IsMajor));
            Assert.True(major.Majorness > 0 && minor.Majorness < 0);
        }
    }

    [Fact]
    public void Find_AllPitchClassesAlike_HasNoClarity() => Assert.Equal(0, KeyFinder.Find(Enumerable.Repeat(1.0 / 12, 12).ToArray()).Clarity, 1e-6);

    [Fact]
    public void Find_NotTwelve_Throws() => Assert.Throws<ArgumentException>(() => KeyFinder.Find(new double[11]));

    private static double[] Chroma(int[] scale, int tonic, int third)
    {
        var chroma = new double[12];
        foreach (var step in scale) chroma[(tonic + step) % 12] += 1;
        foreach (var step in (ReadOnlySpan<int>)[0, third, 7]) chroma[(tonic + step) % 12] += 1;
        return chroma;
    }
}
