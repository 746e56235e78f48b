using MoodDeck.Vision.Imaging;
using MoodDeck.Vision.Imaging.Drawing;

namespace MoodDeck.Cli.Analyze.Charts;

/// <summary>Draws a chart as PNG, twice as large as its units so that letters are sharp.</summary>
internal sealed class PngCanvas : IChartCanvas
{
    private const int Enlargement = 2;
    private const int FontScale = 2;

    private readonly Image _image;

    /// <summary>A white ground of that size.</summary>
    public PngCanvas(double width, double height)
    {
        _image = new((int)Math.Ceiling(Enlargement * width), (int)Math.Ceiling(Enlargement * height));
        _image.Fill(Rgb.White);
    }

    /// <inheritdoc/>
    public void Rectangle(double x, double y, double width, double height, Rgb colour)
    {
        int left = Pixel(x), top = Pixel(y);
        _image.FillRectangle(left, top, Math.Max(1, Pixel(x + width) - left), Math.Max(1, Pixel(y + height) - top), colour);
    }

    /// <inheritdoc/>
    public void Line(IReadOnlyList<(double X, double Y)> points, double width, Rgb colour)
    {
        for (var i = 1; i < points.Count; i++) Segment(points[i - 1], points[i], width * Enlargement / 2, colour);
    }

    /// <inheritdoc/>
    public void Text(double x, double y, string text, Rgb colour, TextAnchor anchor)
    {
        var (width, height) = ImageDrawing.MeasureLabel(text, FontScale);
        var left = Pixel(x) - anchor switch { TextAnchor.Left => 0, TextAnchor.Middle => width / 2, _ => width };
        _image.DrawLabel(text, left, Pixel(y) - (height / 2), FontScale, colour, Rgb.White);
    }

    /// <inheritdoc/>
    public byte[] Finish() => PngEncoder.Encode(_image);

    /// <inheritdoc/>
    public void Dispose() => _image.Dispose();

    private static int Pixel(double units) => (int)Math.Round(Enlargement * units);

    // A pixel is covered as far as its middle lies within the line, with half a pixel of grace on either side.
    private void Segment((double X, double Y) from, (double X, double Y) to, double radius, Rgb colour)
    {
        double ax = Enlargement * from.X, ay = Enlargement * from.Y, dx = (Enlargement * to.X) - ax, dy = (Enlargement * to.Y) - ay;
        var lengthSquared = Math.Max(1e-9, (dx * dx) + (dy * dy));
        var reach = radius + 1;
        for (var y = Math.Max(0, (int)(Math.Min(ay, ay + dy) - reach)); y <= Math.Min(_image.Height - 1, (int)(Math.Max(ay, ay + dy) + reach)); y++)
        {
            for (var x = Math.Max(0, (int)(Math.Min(ax, ax + dx) - reach)); x <= Math.Min(_image.Width - 1, (int)(Math.Max(ax, ax + dx) + reach)); x++)
            {
                double px = x + 0.5 - ax, py = y + 0.5 - ay;
                var along = Math.Clamp(((px * dx) + (py * dy)) / lengthSquared, 0, 1);
                var distance = Math.Sqrt(Math.Pow(px - (along * dx), 2) + Math.Pow(py - (along * dy), 2));
                var cover = Math.Clamp(radius + 0.5 - distance, 0, 1);
                if (cover > 0) _image[x, y] = Mixed(_image[x, y], colour, cover);
            }
        }
    }

    private static Rgb Mixed(Rgb below, Rgb above, double share) =>
        new(Mixed(below.R, above.R, share), Mixed(below.G, above.G, share), Mixed(below.B, above.B, share));

    private static byte Mixed(byte below, byte above, double share) => (byte)Math.Round(below + ((above - below) * share));
}
