using MoodDeck.Training.Resampling;

namespace MoodDeck.Training.Tests.Resampling;

public sealed class OversamplingTests
{
    // Ten of class 0, four of class 1, one of class 2, none of class 3, one without a class; row numbers from 100.
    private static readonly int[] Labels = [0, 0, 0, 1, 0, 0, 1, 0, 2, 0, 1, 0, 0, 1, 0, -1];
    private static readonly int[] Rows = [.. Enumerable.Range(100, Labels.Length)];

    [Fact]
    public void Rows_ShareOfOne_MakesAllClassesAlike() => Assert.Equal([10, 10, 10, 0], CountsOf(Run(1)));

    [Fact]
    public void Rows_ShareOfHalf_RaisesOnlyTheSmaller() => Assert.Equal([10, 5, 5, 0], CountsOf(Run(0.5)));

    [Fact]
    public void Rows_ShareOfNothing_IsTheRowsThemselves() => Assert.Equal(Rows, Run(0));

    [Fact]
    public void Rows_RowWithoutAClass_StaysSingle() => Assert.Single(Run(1), 115);

    [Fact]
    public void Rows_Remainder_IsDrawnWithoutReplacement()
    {
        var times = Run(1).CountBy(row => row).ToDictionary();

        Assert.Equal([2, 2, 3, 3], new[] { 103, 106, 110, 113 }.Select(row => times[row]).Order());
        Assert.All(Rows.Where((_, i) => Labels[i] == 0), row => Assert.Equal(1, times[row]));
    }

    [Fact]
    public void Rows_OtherEpoch_ChoosesOthersButAsMany()
    {
        var epochs = Enumerable.Range(0, 20).Select(epoch => Run(1, epoch)).ToArray();

        Assert.True(epochs.Select(e => string.Join(',', e)).Distinct().Count() > 3);
        Assert.All(epochs, e => Assert.Equal(31, e.Length));
        Assert.Equal(epochs[7], Run(1, 7));
    }

    [Fact]
    public void Rows_LabelTooHigh_Throws() => Assert.Throws<ArgumentException>(() => Oversampling.Rows([1], [4], 4, 1, 1, 0));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Rows_ImpossibleShare_Throws(double share) => Assert.Throws<ArgumentOutOfRangeException>(() => Run(share));

    private static int[] Run(double share, int epoch = 0) => Oversampling.Rows(Rows, Labels, 4, share, 5, epoch);

    private static int[] CountsOf(int[] rows) => LabelCounts.Of([.. rows.Select(row => Labels[row - 100])], 4);
}
