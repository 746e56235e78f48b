using System.Numerics;

namespace MoodDeck.Demo.Covers.Scenes;

/// <summary>Scenes of things.</summary>
internal static class Objects
{
    /// <summary>Slices of fruit.</summary>
    public static void Slices(Scene scene)
    {
        var (canvas, colours, size) = (scene.Canvas, scene.Colours, scene.Size);
        canvas.Paint((x, y) => colours.Low.Towards(colours.Main, 0.25f * (x + y) / size));
        Colour[] peels = [colours.Accent, colours.High, colours.Main.Times(0.9f)];
        for (var i = 0; i < 9; i++)
        {
            var at = new Vector2(((i % 3) + 0.5f + scene.Next(-0.14, 0.14)) * size / 3, ((i / 3) + 0.3f + scene.Next(-0.1, 0.1)) * size / 3.2f);
            var (radius, turn, peel) = (scene.Next(0.1, 0.155) * size, scene.Next(0, 1), peels[i % peels.Length]);
            canvas.Disc(at, radius, peel);
            canvas.Disc(at, radius * 0.9f, new(0.99f, 0.97f, 0.9f));
            canvas.Disc(at, radius * 0.83f, peel.Towards(colours.Low, 0.45f));
            for (var k = 0; k < 8; k++)
            {
                var (sin, cos) = MathF.SinCos((k + turn) * MathF.Tau / 8);
                canvas.Line(at, at + (radius * 0.86f * new Vector2(cos, sin)), 5, new(0.99f, 0.97f, 0.9f));
            }

            canvas.Disc(at, radius * 0.1f, new(0.99f, 0.97f, 0.9f));
        }
    }

    /// <summary>A cup from above, and the rings of the first one.</summary>
    public static void Cup(Scene scene)
    {
        var (canvas, colours, size) = (scene.Canvas, scene.Colours, scene.Size);
        var table = colours.Low.Towards(colours.Accent, 0.28f);
        canvas.Paint((x, y) => table.Times(0.94f + (0.06f * MathF.Sin((y * 0.11f) + (1.7f * MathF.Sin(x * 0.009f))))));
        var stain = colours.Deep.Towards(colours.Accent, 0.35f);
        canvas.Ring(new(scene.Next(0.12, 0.2) * size, 0.22f * size), 0.13f * size, 5, stain, 0.4f);
        canvas.Ring(new(0.9f * size, scene.Next(0.5, 0.62) * size), 0.12f * size, 4, stain, 0.3f);
        var cup = new Vector2(scene.Next(0.5, 0.56) * size, 0.4f * size);
        canvas.Disc(cup + new Vector2(14, 18), 0.31f * size, colours.Deep, 0.22f);
        canvas.Disc(cup, 0.31f * size, new(0.97f, 0.95f, 0.91f));
        canvas.Ring(cup, 0.285f * size, 5, colours.Main);
        canvas.Line(cup + new Vector2(0.15f * size, -0.08f * size), cup + new Vector2(0.25f * size, -0.14f * size), 26, new(0.93f, 0.91f, 0.86f));
        canvas.Disc(cup, 0.2f * size, new(0.93f, 0.91f, 0.86f));
        canvas.Disc(cup, 0.175f * size, new(0.27f, 0.16f, 0.1f));
        canvas.Disc(cup + new Vector2(-0.02f * size, -0.02f * size), 0.12f * size, new(0.45f, 0.29f, 0.18f), 0.7f);
        for (var i = 0; i < 3; i++) canvas.Ring(cup + new Vector2((6 * i) - 8, 4 * i), (0.03f + (0.028f * i)) * size, 4, colours.Low, 0.5f);
    }

    /// <summary>Envelopes adrift in lamplight.</summary>
    public static void Papers(Scene scene)
    {
        var (canvas, colours, size) = (scene.Canvas, scene.Colours, scene.Size);
        canvas.Paint((_, y) => colours.High.Towards(colours.Deep, y / size));
        canvas.Glow(new(0.62f * size, 0.12f * size), 0.75f * size, colours.Accent, 0.55f);
        for (var i = 0; i < 13; i++)
        {
            var depth = (i + 1) / 13f;
            var at = new Vector2(scene.Next(0.05, 0.95) * size, scene.Next(0.06, 0.7) * size);
            var (half, turn) = ((14 + (44 * depth)) * new Vector2(1, 0.66f), scene.Next(-0.7, 0.7));
            var paper = colours.High.Towards(colours.Accent.Towards(new(0.96f, 0.94f, 0.9f), 0.4f), 0.35f + (0.65f * depth));
            Vector2 Corner(float x, float y) => at + Vector2.Transform(new Vector2(x, y) * half, Matrix3x2.CreateRotation(turn));
            canvas.Polygon([Corner(-1, -1) + new Vector2(4, 6), Corner(1, -1) + new Vector2(4, 6), Corner(1, 1) + new Vector2(4, 6), Corner(-1, 1) + new Vector2(4, 6)], colours.Deep, 0.35f);
            canvas.Polygon([Corner(-1, -1), Corner(1, -1), Corner(1, 1), Corner(-1, 1)], paper);
            canvas.Line(Corner(-1, -1), Corner(0, 0.15f), 1.8f, colours.Main, 0.8f);
            canvas.Line(Corner(1, -1), Corner(0, 0.15f), 1.8f, colours.Main, 0.8f);
            canvas.Disc(Corner(0, 0.15f), 2 + (4 * depth), colours.Deep.Towards(new(0.6f, 0.12f, 0.16f), 0.7f));
        }
    }

    /// <summary>Wires between insulators.</summary>
    public static void Wires(Scene scene)
    {
        var (canvas, colours, size) = (scene.Canvas, scene.Colours, scene.Size);
        canvas.Paint((_, y) => colours.Deep.Towards(colours.High, 0.3f + (0.5f * y / size)));
        var copper = new Colour(0.86f, 0.5f, 0.26f).Towards(colours.Main, 0.3f);
        for (var wire = 0; wire < 15; wire++)
        {
            var (bundle, lane) = (wire / 5, wire % 5);
            var line = scene.Rolling((0.14f + (0.24f * bundle)) * size, 0.11f * size, 0.7f + (0.25f * bundle));
            var tint = lane == 2 ? colours.Accent : copper.Times(0.65f + (0.12f * lane));
            var shift = (lane - 2) * 15;
            for (var x = 0f; x < size; x += 9)
            {
                canvas.Line(new(x, line(x) + shift), new(x + 9, line(x + 9) + shift), 7, tint.Times(0.55f));
                canvas.Line(new(x, line(x) + shift - 1.5f), new(x + 9, line(x + 9) + shift - 1.5f), 3, tint.Times(1.25f));
            }
        }

        for (var i = 0; i < 22; i++)
        {
            var at = new Vector2(scene.Next(0, 1) * size, scene.Next(0.03, 0.75) * size);
            canvas.Glow(at, scene.Next(14, 44), colours.Accent, 0.9f);
            canvas.Disc(at, 3, new(1, 0.98f, 0.85f));
        }
    }

    /// <summary>Tongues of fire, one before the other.</summary>
    public static void Flames(Scene scene)
    {
        var (canvas, colours, size) = (scene.Canvas, scene.Colours, scene.Size);
        canvas.Paint((_, y) => colours.Deep.Towards(colours.Low, y / size));
        for (var layer = 0; layer < 6; layer++)
        {
            var t = layer / 5f;
            var (phase, lean) = (scene.Next(0, 6.28), scene.Next(-0.8, 0.8));
            var tint = colours.Low.Towards(colours.Main, Math.Min(1, 2 * t)).Towards(colours.Accent, Math.Max(0, (2 * t) - 1));
            canvas.Below(x =>
            {
                var wave = (x / size * (9 + (2 * layer))) + phase + (lean * MathF.Sin(x * 0.013f));
                // Sharp above, round below: what a flame's edge does.
                var tongue = MathF.Pow(1 - MathF.Abs(MathF.Sin(wave)), 1.6f);
                return (0.3f + (0.1f * layer) + (0.06f * MathF.Sin((x * 0.01f) + phase)) - (0.2f * tongue * (1 - (0.5f * t)))) * size;
            }, tint, tint.Towards(colours.Deep, 0.35f));
        }

        for (var i = 0; i < 70; i++) canvas.Disc(new(scene.Next(0, 1) * size, scene.Next(0, 0.6) * size), scene.Next(0.8, 3.2), colours.Accent, scene.Next(0.3, 1));
    }

    /// <summary>A screen that has lost its station.</summary>
    public static void Static(Scene scene)
    {
        var (canvas, colours, size) = (scene.Canvas, scene.Colours, scene.Size);
        canvas.Paint((_, y) => colours.Deep.Towards(colours.Low, 0.35f + (0.25f * MathF.Sin(y * 0.012f))));
        for (var y = 0f; y < 0.8f * size; y += 7)
        {
            var torn = MathF.Abs(MathF.Sin((y * 0.021f) + 1)) > 0.93f;
            for (var x = -20f; x < size;)
            {
                var length = scene.Next(3, torn ? 120 : 34);
                var bright = scene.Next(0, 1);
                var tint = bright > 0.95f ? colours.Accent : colours.Deep.Towards(torn ? colours.Main : colours.Low.Times(1.7f), bright * bright);
                canvas.Polygon([new(x, y), new(x + length, y), new(x + length, y + 5.5f), new(x, y + 5.5f)], tint, 0.85f);
                x += length;
            }
        }

        var centre = new Vector2(0.5f * size, 0.38f * size);
        for (var i = 0; i < 4; i++) canvas.Ring(centre + new Vector2(scene.Next(-9, 9), 0), (0.09f + (0.055f * i)) * size, 9, i % 2 == 0 ? colours.Accent : colours.Main, 0.75f);
        StrokeFont.Write(canvas, "9", centre - new Vector2(20, 30), 60, 9, colours.Accent);
    }

    /// <summary>Bands of sand and water, and a boat that waits for the tide.</summary>
    public static void Tide(Scene scene)
    {
        var (canvas, colours, size) = (scene.Canvas, scene.Colours, scene.Size);
        var pale = colours.Low.Towards(new(0.95f, 0.92f, 0.86f), 0.45f);
        canvas.Paint((_, y) => colours.High.Towards(pale, y / (0.42f * size)));
        canvas.Below(_ => 0.4f * size, colours.Main, colours.Main.Towards(pale, 0.6f));
        for (var i = 0; i < 6; i++)
        {
            var tint = i % 2 == 0 ? pale.Towards(colours.Accent, 0.18f + (0.05f * i)) : colours.Main.Towards(pale, 0.35f);
            canvas.Below(scene.Rolling((0.47f + (0.055f * i * (1 + (0.09f * i)))) * size, (6 + (4 * i)) * 1f, 0.6f + scene.Next(0, 0.6)), tint, tint.Times(0.95f));
        }

        var at = new Vector2(scene.Next(0.3, 0.62) * size, 0.555f * size);
        canvas.Line(at + new Vector2(4, -8), at + new Vector2(16, -150), 4, colours.Deep);
        canvas.Polygon([at + new Vector2(-76, -16), at + new Vector2(86, -24), at + new Vector2(58, 16), at + new Vector2(-52, 18)], colours.Deep);
        canvas.Line(at + new Vector2(-76, -16), at + new Vector2(86, -24), 6, colours.Accent);
        for (var i = 0; i < 5; i++) canvas.Line(at + new Vector2(-60 - (9 * i), 30 + (9 * i)), at + new Vector2(70 - (12 * i), 29 + (9 * i)), 2, colours.Deep, 0.3f - (0.05f * i));
        for (var i = 0; i < 4; i++)
        {
            var bird = new Vector2(scene.Next(0.1, 0.9) * size, scene.Next(0.08, 0.28) * size);
            canvas.Line(bird, bird + new Vector2(-11, -6), 2.4f, colours.Deep, 0.8f);
            canvas.Line(bird, bird + new Vector2(11, -7), 2.4f, colours.Deep, 0.8f);
        }
    }

    /// <summary>Roofs under racing stripes.</summary>
    public static void Stripes(Scene scene)
    {
        var (canvas, colours, size) = (scene.Canvas, scene.Colours, scene.Size);
        canvas.Paint((_, y) => colours.High.Towards(colours.Low, y / (0.75f * size)));
        Colour[] tints = [colours.Accent, colours.Low, colours.Main, colours.Deep.Towards(colours.High, 0.3f)];
        var centre = new Vector2(-0.1f * size, 0.85f * size);
        for (var i = 0; i < 8; i++) canvas.Ring(centre, (0.98f - (0.075f * i)) * size, 0.05f * size, tints[i % tints.Length], 0.95f);
        canvas.Disc(new(0.8f * size, 0.18f * size), 0.09f * size, new(1, 0.97f, 0.86f));
        for (var x = -8f; x < size;)
        {
            var (width, top) = (scene.Next(50, 110), scene.Next(0.55, 0.72) * size);
            canvas.Polygon([new(x, top), new(x + width, top), new(x + width, size), new(x, size)], colours.Deep);
            canvas.Line(new(x + (width * 0.3f), top), new(x + (width * 0.3f), top - scene.Next(10, 40)), 3, colours.Deep);
            canvas.Polygon([new(x + (width * 0.55f), top - 16), new(x + (width * 0.85f), top - 16), new(x + (width * 0.85f), top), new(x + (width * 0.55f), top)], colours.Deep);
            x += width + scene.Next(4, 16);
        }
    }
}
