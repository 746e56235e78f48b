using System.Numerics;

namespace MoodDeck.Demo.Covers.Scenes;

/// <summary>Scenes with a horizon.</summary>
internal static class Landscapes
{
    /// <summary>Sun over layered hills.</summary>
    public static void Hills(Scene scene)
    {
        var (canvas, colours, size) = (scene.Canvas, scene.Colours, scene.Size);
        scene.PaintSky(0.7f);
        var sun = new Vector2(scene.Next(0.3, 0.7) * size, scene.Next(0.2, 0.3) * size);
        canvas.Glow(sun, 0.55f * size, colours.Low.Times(1.2f), 0.8f);
        canvas.Disc(sun, scene.Next(0.1, 0.14) * size, colours.Accent.Towards(colours.Low, 0.25f));
        for (var layer = 0; layer < 5; layer++)
        {
            var t = layer / 4f;
            var near = colours.Main.Towards(colours.Deep, t);
            canvas.Below(scene.Rolling((0.42f + (0.085f * layer)) * size, (0.03f + (0.012f * layer)) * size, scene.Next(0.8, 1.7)), near.Towards(colours.Low, 0.35f * (1 - t)), near);
        }
    }

    /// <summary>A dark sea, a pier and rain.</summary>
    public static void Rain(Scene scene)
    {
        var (canvas, colours, size) = (scene.Canvas, scene.Colours, scene.Size);
        scene.PaintSky(0.55f);
        var horizon = 0.5f * size;
        canvas.Below(_ => horizon, colours.Main.Towards(colours.Deep, 0.35f), colours.Deep);
        var lamp = new Vector2(scene.Next(0.55, 0.75) * size, 0.3f * size);
        canvas.Glow(lamp, 0.32f * size, colours.Accent, 0.7f);
        for (var i = 0; i < 26; i++)
        {
            var y = horizon + (i * i * 0.42f) + 6;
            var half = scene.Next(4, 10) + (i * 0.9f);
            canvas.Line(new(lamp.X - half, y), new(lamp.X + half, y), 2.2f, colours.Accent, 0.55f - (0.015f * i));
        }

        canvas.Line(lamp, new(lamp.X, 0.56f * size), 4, colours.Deep);
        canvas.Line(new(0.3f * size, 0.56f * size), new(size, 0.56f * size), 7, colours.Deep);
        for (var x = 0.34f; x < 1; x += 0.11f) canvas.Line(new(x * size, 0.56f * size), new(x * size, 0.66f * size), 4, colours.Deep);
        canvas.Disc(lamp, 7, colours.Accent);
        for (var i = 0; i < 170; i++)
        {
            var at = new Vector2(scene.Next(0, 1.1) * size, scene.Next(-0.05, 0.95) * size);
            canvas.Line(at, at + (scene.Next(16, 44) * new Vector2(-0.2f, 1)), 1.3f, colours.Low.Times(1.5f), scene.Next(0.15, 0.5));
        }
    }

    /// <summary>Pale hills under slow snow.</summary>
    public static void Snow(Scene scene)
    {
        var (canvas, colours, size) = (scene.Canvas, scene.Colours, scene.Size);
        var pale = colours.Low.Towards(new(0.94f, 0.95f, 0.96f), 0.6f);
        canvas.Paint((_, y) => colours.High.Towards(pale, 0.25f + (0.75f * y / (0.7f * size))));
        var moon = new Vector2(scene.Next(0.25, 0.75) * size, scene.Next(0.2, 0.28) * size);
        canvas.Glow(moon, 0.4f * size, new(1, 1, 1), 0.5f);
        canvas.Disc(moon, 0.12f * size, pale.Times(1.1f));
        for (var layer = 0; layer < 4; layer++)
        {
            var shade = colours.Main.Towards(pale, 0.25f + (0.2f * layer));
            canvas.Below(scene.Rolling((0.46f + (0.085f * layer)) * size, 0.035f * size, scene.Next(0.5, 1.2)), shade, pale);
        }

        for (var i = 0; i < 130; i++)
            canvas.Disc(new(scene.Next(0, 1) * size, scene.Next(0, 0.8) * size), scene.Next(1, 4.5), new(1, 1, 1), scene.Next(0.3, 0.9));
    }

    /// <summary>Lights floating on still water.</summary>
    public static void Lake(Scene scene)
    {
        var (canvas, colours, size) = (scene.Canvas, scene.Colours, scene.Size);
        var horizon = 0.4f * size;
        canvas.Paint((_, y) => colours.Deep.Towards(colours.High, 0.35f + (0.65f * y / horizon)).Towards(colours.Low, 0.5f * y / horizon));
        canvas.Below(scene.Rolling(0.34f * size, 0.05f * size, 1.3f), colours.Main, colours.Main.Towards(colours.Deep, 0.6f));
        canvas.Below(_ => horizon, colours.Main.Towards(colours.Deep, 0.55f), colours.Deep);
        var moon = new Vector2(0.5f * size, 0.17f * size);
        canvas.Glow(moon, 0.3f * size, colours.Low, 0.6f);
        canvas.Disc(moon, 0.075f * size, colours.Low.Times(1.1f));
        for (var i = 0; i < 30; i++)
        {
            var y = horizon + 4 + (i * 7.5f);
            var half = (0.02f + (0.1f * scene.Next(0.2, 1))) * size;
            canvas.Line(new((0.5f * size) - half, y), new((0.5f * size) + half, y), 2, colours.Low, 0.3f);
        }

        for (var i = 0; i < 15; i++)
        {
            var depth = scene.Next(0.03, 1);
            var at = new Vector2(scene.Next(0.04, 0.96) * size, horizon + (depth * 0.33f * size));
            var radius = 4 + (13 * depth);
            canvas.Glow(at, radius * 5, colours.Accent, 0.55f);
            canvas.Disc(at, radius, colours.Accent.Towards(new(1, 0.95f, 0.75f), 0.35f));
            canvas.Line(new(at.X - radius, at.Y + radius + 3), new(at.X + radius, at.Y + radius + 3), 3, colours.Deep, 0.7f);
        }
    }

    /// <summary>A town at night, two windows still lit.</summary>
    public static void Night(Scene scene)
    {
        var (canvas, colours, size) = (scene.Canvas, scene.Colours, scene.Size);
        canvas.Paint((_, y) => colours.Deep.Towards(colours.High, y / (0.8f * size)).Towards(colours.Low, 0.35f * y / size));
        var moon = new Vector2(scene.Next(0.2, 0.8) * size, scene.Next(0.14, 0.24) * size);
        canvas.Glow(moon, 0.36f * size, colours.Accent, 0.45f);
        canvas.Disc(moon, 0.085f * size, colours.Accent);
        canvas.Disc(moon + new Vector2(0.035f * size, -0.02f * size), 0.075f * size, colours.Deep.Towards(colours.High, 0.3f));
        for (var row = 0; row < 2; row++)
        {
            var wall = colours.Main.Towards(colours.Deep, 0.45f + (0.45f * row));
            for (float x = -10; x < size;)
            {
                var width = scene.Next(45, 95);
                var top = scene.Next(0.4, 0.56) * size + (row * 0.1f * size);
                canvas.Polygon([new(x, top), new(x + width, top), new(x + width, size), new(x, size)], wall);
                for (var wx = x + 11; wx < x + width - 14; wx += 19)
                    for (var wy = top + 14; wy < 0.74f * size; wy += 26)
                        if (row == 1) canvas.Polygon([new(wx, wy), new(wx + 9, wy), new(wx + 9, wy + 13), new(wx, wy + 13)], scene.Random.Chance(0.07) ? colours.Accent : wall.Times(1.35f));
                x += width + scene.Next(0, 6);
            }
        }
    }

    /// <summary>Rails that run to a low sun.</summary>
    public static void Rails(Scene scene)
    {
        var (canvas, colours, size) = (scene.Canvas, scene.Colours, scene.Size);
        var centre = new Vector2(scene.Next(0.42, 0.58) * size, 0.42f * size);
        canvas.Paint((_, y) => colours.Deep.Towards(colours.High, y / centre.Y).Towards(colours.Main, MathF.Pow(Math.Min(1, y / centre.Y), 4) * 0.7f));
        canvas.Disc(centre, 0.22f * size, colours.Accent);
        for (var i = 0; i < 7; i++)
        {
            var y = centre.Y - (0.15f * size) + (i * 0.026f * size);
            canvas.Line(new(centre.X - (0.25f * size), y), new(centre.X + (0.25f * size), y), 1 + (1.1f * i), colours.High.Towards(colours.Main, 0.4f));
        }

        canvas.Below(_ => centre.Y, colours.Deep.Towards(colours.Main, 0.25f), colours.Deep);
        for (var i = -16; i <= 16; i++) canvas.Line(centre, new(centre.X + (i * 0.13f * size), size), 2.2f, colours.Accent, 0.75f);
        for (var i = 1; i < 14; i++)
        {
            var y = centre.Y + (MathF.Pow(i / 13f, 2.2f) * 0.58f * size);
            canvas.Line(new(0, y), new(size, y), 1 + (0.16f * i), colours.Accent, 0.6f);
        }

        for (var i = 0; i < 26; i++)
        {
            var x = i / 26f * size;
            var top = centre.Y - (scene.Next(0.01, 0.1) * size);
            if (Math.Abs(x - centre.X) > 0.2f * size) canvas.Polygon([new(x, top), new(x + 24, top), new(x + 24, centre.Y), new(x, centre.Y)], colours.Deep);
        }
    }
}
