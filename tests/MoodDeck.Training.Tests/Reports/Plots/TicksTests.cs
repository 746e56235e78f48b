using MoodDeck.Training.Reports.Plots;

namespace MoodDeck.Training.Tests.Reports.Plots;

public sealed class TicksTests
{
    [Theory]
    [InlineData(0, 1, "0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(0.613, 0.684, "0.60 0.62 0.64 0.66 0.68 0.70")]
    [InlineData(0, 7215, "0 2,000 4,000 6,000 8,000")]
    [InlineData(-1, 1, "-1.0 -0.5 0 0.5 1.0")]
    [InlineData(0, 0.00002, "0 5e-6 1e-5 1.5e-5 2e-5")]
    [InlineData(3, 3, "2.6 2.8 3.0 3.2 3.4")]
    public void Around_Range_MarksItInRoundSteps(double low, double high, string marks)
    {
        var ticks = Ticks.Around(low, high);

        Assert.Equal(marks, string.Join(' ', ticks.Values.Select(ticks.Text)));
    }

    [Fact]
    public void Around_WholeNumbers_SkipsFractions()
    {
        var ticks = Ticks.Around(1, 3, 10, whole: true);

        Assert.Equal([1.0, 2, 3], ticks.Values);
    }

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(0, double.PositiveInfinity)]
    [InlineData(2, 1)]
    [InlineData(0, 0)]
    public void Around_NoRange_IsTheUnit(double low, double high) => Assert.Equal((0.0, 1.0), (Ticks.Around(low, high).Low, Ticks.Around(low, high).High));

    [Theory]
    [InlineData(1e-9, 3e-9)]
    [InlineData(-1234567, 7654321)]
    [InlineData(0.1, 0.3)]
    public void Around_AnyRange_EnclosesIt(double low, double high)
    {
        var ticks = Ticks.Around(low, high);

        Assert.InRange(ticks.Values.Count(), 3, 12);
        Assert.True(ticks.Low <= low + (ticks.Step * 1e-5) && ticks.High >= high - (ticks.Step * 1e-5));
    }
}
