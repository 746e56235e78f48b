using MoodDeck.Vision.Imaging;

namespace MoodDeck.Cli.Analyze.Charts;

/// <summary>Where on a text its point lies.</summary>
internal enum TextAnchor
{
    /// <summary>At its left end.</summary>
    Left,
    /// <summary>In its middle.</summary>
    Middle,
    /// <summary>At its right end.</summary>
    Right,
}

/// <summary>What a chart is drawn on: points from the top left, in units of the chart.</summary>
internal interface IChartCanvas : IDisposable
{
    /// <summary>Fills a rectangle.</summary>
    void Rectangle(double x, double y, double width, double height, Rgb colour);

    /// <summary>Draws a line through points.</summary>
    void Line(IReadOnlyList<(double X, double Y)> points, double width, Rgb colour);

    /// <summary>Writes a text whose middle line is at y.</summary>
    void Text(double x, double y, string text, Rgb colour, TextAnchor anchor);

    /// <summary>The finished file.</summary>
    byte[] Finish();
}
