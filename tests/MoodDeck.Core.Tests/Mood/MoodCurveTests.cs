using MoodDeck.Core.Mood;

namespace MoodDeck.Core.Tests.Mood;

public class MoodCurveTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void Along_AllCells_MeetsEachOnceAndStepsToItsNeighbour(int bits)
    {
        var side = 1 << bits;
        var cells = (from x in Enumerable.Range(0, side) from y in Enumerable.Range(0, side) select (x, y))
            .OrderBy(c => MoodCurve.Along(Middle(c.x, c.y, side), bits)).ToList();
        Assert.Equal(Enumerable.Range(0, side * side).Select(i => (uint)i), cells.Select(c => MoodCurve.Along(Middle(c.x, c.y, side), bits)));
        Assert.All(cells.Zip(cells.Skip(1)), step => Assert.Equal(1, Math.Abs(step.First.x - step.Second.x) + Math.Abs(step.First.y - step.Second.y)));
    }

    [Fact]
    public void Along_FromSadToCalm_BeginsAndEndsThere()
    {
        Assert.Equal(0u, MoodCurve.Along(new(-1, -1, 0), MoodCurve.MostBits));
        Assert.Equal(uint.MaxValue, MoodCurve.Along(new(1, -1, 0), MoodCurve.MostBits));
    }

    [Fact]
    public void Along_OutsideThePlane_CountsAsOnItsEdge() =>
        Assert.Equal(MoodCurve.Along(new(1, -0.3, 0), 6), MoodCurve.Along(new(3, -0.3, 0.9), 6));

    [Theory]
    [InlineData(0)]
    [InlineData(MoodCurve.MostBits + 1)]
    public void Along_BitsOutOfRange_Throws(int bits) => Assert.Throws<ArgumentOutOfRangeException>(() => MoodCurve.Along(default, bits));

    private static Vad Middle(int x, int y, int side) => new((((x + 0.5) / side) * 2) - 1, (((y + 0.5) / side) * 2) - 1, 0);
}
