using MoodDeck.Core.Music;

namespace MoodDeck.Core.Tests.Music;

public sealed class MusicalKeyTests
{
    private const bool Major = true, Minor = false;

    [Theory]
    [InlineData(0, Major, 7, Major, 1)] // C and G
    [InlineData(0, Major, 5, Major, 1)] // C and F
    [InlineData(0, Major, 9, Minor, 0)] // C and its relative, A minor
    [InlineData(9, Minor, 4, Minor, 1)] // A minor and E minor
    [InlineData(0, Major, 0, Minor, 3)] // C and C minor
    [InlineData(0, Major, 6, Major, 6)] // C and F sharp: no keys lie farther apart
    [InlineData(11, Major, 4, Minor, 4)] // B (five sharps) and E minor (one)
    public void StepsOnCircleOfFifths_KnownKeys_AreAsInATextbook(int tonic, bool major, int otherTonic, bool otherMajor, int steps)
    {
        var (one, other) = (new MusicalKey(tonic, major), new MusicalKey(otherTonic, otherMajor));
        Assert.Equal(steps, one.StepsOnCircleOfFifths(other));
        Assert.Equal(steps, other.StepsOnCircleOfFifths(one));
    }

    [Fact]
    public void StepsOnCircleOfFifths_OneKeyAgainstAll_ComesToEachPlaceTwice()
    {
        var steps = from tonic in Enumerable.Range(0, 12) from major in (bool[])[true, false] select new MusicalKey(3, true).StepsOnCircleOfFifths(new(tonic, major));
        Assert.Equal([2, 4, 4, 4, 4, 4, 2], steps.GroupBy(s => s).OrderBy(g => g.Key).Select(g => g.Count()));
    }
}
