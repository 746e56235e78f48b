using System.Xml.Linq;
using MoodDeck.Training.Reports;
using MoodDeck.Training.Reports.Plots;

namespace MoodDeck.Training.Tests.Reports.Plots;

public sealed class PointPlotTests
{
    [Theory]
    [InlineData(35.9e6, 94.3e6, "20 M, 50 M, 100 M, 200 M")]
    [InlineData(878e3, 11.2e6, "500 k, 1 M, 2 M, 5 M, 10 M, 20 M")]
    [InlineData(3, 4e6, "1, 10, 100, 1 k, 10 k, 100 k, 1 M, 10 M")]
    [InlineData(1e6, 1e6, "500 k, 1 M, 2 M")]
    public void LogTicks_Range_EnclosesItInRoundMarks(double low, double high, string marks)
    {
        var ticks = LogTicks.Around(low, high);

        Assert.Equal(marks, string.Join(", ", ticks.Values.Select(SiNumber.Of)));
        Assert.True(ticks.Low < low && ticks.High > high);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(1246, "1.25 k")]
    [InlineData(35_900_000, "35.9 M")]
    [InlineData(999_700, "1 M")]
    [InlineData(4.2e9, "4.2 G")]
    public void SiNumber_Value_HasThreeDigits(double value, string text) => Assert.Equal(text, SiNumber.Of(value));

    [Fact]
    public void Draw_PointsOnTopOfEachOther_KeepsTheirNamesApart()
    {
        var plot = PointPlot.Draw("t", "d", "cost", "accuracy", [.. Enumerable.Range(0, 4).Select(i => new NamedPoint($"network{i}", 1e6 + (i * 1e5), 0.5, 0.3, 0.7))]);

        var names = plot.Elements("text").Where(t => t.Value.StartsWith("network", StringComparison.Ordinal)).ToList();
        Assert.Equal(4, names.Count);
        Assert.Equal(4, names.Select(t => (t.Attribute("x")!.Value, t.Attribute("y")!.Value, t.Attribute("text-anchor")!.Value)).Distinct().Count());
        Assert.True(names.Select(t => t.Attribute("y")!.Value).Distinct().Count() > 1);
    }

    [Fact]
    public void SvgFile_Plot_IsADocumentWithItsOwnStyleForLightAndDark()
    {
        var text = SvgFile.Of(PointPlot.Draw("a <b> & c", "d", "cost", "accuracy", [new("n & m", 10, 0.5, 0.4, 0.6)]));

        var root = XDocument.Parse(text).Root!;
        var style = root.Element(root.Name.Namespace + "style")!.Value;
        Assert.Contains("prefers-color-scheme:dark", style, StringComparison.Ordinal);
        Assert.Contains("svg .whisker", style, StringComparison.Ordinal);
        Assert.All(root.Descendants(), e => Assert.Equal(root.Name.Namespace, e.Name.Namespace));
        Assert.Contains(root.Descendants(), e => e.Value == "n & m");
        Assert.NotNull(root.Attribute("width"));
    }
}
