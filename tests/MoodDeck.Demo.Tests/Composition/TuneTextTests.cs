using MoodDeck.Demo.Composition;

namespace MoodDeck.Demo.Tests.Composition;

public sealed class TuneTextTests
{
    [Fact]
    public void Parse_Bars_ReadsDegreesLengthsAndMarks()
    {
        var bars = TuneText.Parse("5 b6!:1.5 r:.5 8^ | 0:4", 4);

        Assert.Equal(2, bars.Count);
        Assert.Equal(new TuneNote(5, 0, 1, false, false), bars[0][0]);
        Assert.Equal(new TuneNote(6, -1, 1.5, true, false), bars[0][1]);
        Assert.Null(bars[0][2].Degree);
        Assert.Equal(new TuneNote(8, 0, 1, false, true), bars[0][3]);
        Assert.Equal(new TuneNote(0, 0, 4, false, false), bars[1][0]);
    }

    [Fact]
    public void Parse_BarNotFull_SaysWhich() =>
        Assert.Contains("Bar 2", Assert.Throws<FormatException>(() => TuneText.Parse("1:4 | 1:3", 4)).Message, StringComparison.Ordinal);
}
