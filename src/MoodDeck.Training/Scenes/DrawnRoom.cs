using MoodDeck.Training.Augmentation;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Training.Scenes;

/// <summary>
/// Backgrounds drawn by rule: a wall with light falling off, furniture as rectangles, lamps and plants as ellipses, a person's
/// shoulders, slow unevenness and sensor noise. The same random numbers draw the same room on every machine, and nothing of
/// it comes from a photo.
/// </summary>
public static class DrawnRoom
{
    /// <summary>Draws a room over the whole picture.</summary>
    /// <param name="frame">The picture.</param>
    /// <param name="random">Chooses the room.</param>
    public static void Draw(GreyImage frame, ref FastRandom random)
    {
        ArgumentNullException.ThrowIfNull(frame);
        Wall(frame, ref random);
        for (var n = 3 + random.NextInt(5); n > 0; n--) Furniture(frame, ref random);
        for (var n = 1 + random.NextInt(3); n > 0; n--)
        {
            var (w, h) = (frame.Width * random.Between(0.03f, 0.15f), frame.Height * random.Between(0.04f, 0.2f));
            Ellipse(frame, frame.Width * random.NextFloat(), frame.Height * random.NextFloat(), w, h, random.Between(20, 240));
        }
    }

    /// <summary>Draws shoulders and neck below a head.</summary>
    /// <param name="frame">The picture.</param>
    /// <param name="centreX">Middle of the head.</param>
    /// <param name="chinY">Lower end of the head.</param>
    /// <param name="headWidth">Its width.</param>
    /// <param name="skin">Grey value of the skin.</param>
    /// <param name="random">Chooses the clothes.</param>
    public static void Shoulders(GreyImage frame, float centreX, float chinY, float headWidth, float skin, ref FastRandom random)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var clothes = random.Between(15, 230);
        Ellipse(frame, centreX, chinY + (1.25f * headWidth), 1.15f * headWidth, 1.1f * headWidth, clothes);
        Rectangle(frame, centreX - (0.25f * headWidth), chinY - (0.1f * headWidth), 0.5f * headWidth, 0.4f * headWidth, skin);
    }

    /// <summary>Adds sensor noise.</summary>
    /// <param name="frame">The picture.</param>
    /// <param name="deviation">In grey values.</param>
    /// <param name="random">Draws it.</param>
    public static void Noise(GreyImage frame, float deviation, ref FastRandom random)
    {
        ArgumentNullException.ThrowIfNull(frame);
        foreach (ref var p in frame.Pixels) p = Grey(p + (deviation * random.NextNormal()));
    }

    private static void Wall(GreyImage frame, ref FastRandom random)
    {
        var (level, right, down) = (random.Between(50, 200), random.Around(50), random.Around(50));
        var (waveX, waveY, phase, swing) = (random.Between(1, 5), random.Between(1, 5), random.Around(MathF.PI), random.Between(0, 8));
        for (var y = 0; y < frame.Height; y++)
        {
            var row = frame.Row(y);
            var v = ((float)y / frame.Height) - 0.5f;
            for (var x = 0; x < row.Length; x++)
            {
                var u = ((float)x / frame.Width) - 0.5f;
                row[x] = Grey(level + (right * u) + (down * v) + (swing * MathF.Sin((6.28f * ((waveX * u) + (waveY * v))) + phase)));
            }
        }
    }

    private static void Furniture(GreyImage frame, ref FastRandom random)
    {
        var (w, h) = (frame.Width * random.Between(0.06f, 0.4f), frame.Height * random.Between(0.06f, 0.6f));
        var (x, y) = ((frame.Width * random.NextFloat()) - (w / 2), (frame.Height * random.NextFloat()) - (h / 2));
        var (body, edge) = (random.Between(20, 230), random.Between(10, 245));
        Rectangle(frame, x, y, w, h, edge);
        var rim = Math.Min(w, h) * random.Between(0.03f, 0.12f);
        Rectangle(frame, x + rim, y + rim, w - (2 * rim), h - (2 * rim), body);
        for (var boards = random.NextInt(4); boards > 0; boards--) Rectangle(frame, x, y + (h * random.NextFloat()), w, Math.Max(1, rim / 2), edge);
    }

    private static void Rectangle(GreyImage frame, float x, float y, float width, float height, float grey)
    {
        var (left, top) = (Math.Clamp((int)x, 0, frame.Width), Math.Clamp((int)y, 0, frame.Height));
        var (right, bottom) = (Math.Clamp((int)(x + width), left, frame.Width), Math.Clamp((int)(y + height), top, frame.Height));
        for (var r = top; r < bottom; r++) frame.Row(r)[left..right].Fill(Grey(grey));
    }

    private static void Ellipse(GreyImage frame, float centreX, float centreY, float radiusX, float radiusY, float grey)
    {
        for (var y = Math.Max(0, (int)(centreY - radiusY)); y < Math.Min(frame.Height, centreY + radiusY); y++)
        {
            var v = (y + 0.5f - centreY) / radiusY;
            var half = radiusX * MathF.Sqrt(Math.Max(0, 1 - (v * v)));
            Rectangle(frame, centreX - half, y, 2 * half, 1, grey);
        }
    }

    private static byte Grey(float value) => (byte)Math.Clamp(value + 0.5f, 0, 255);
}
