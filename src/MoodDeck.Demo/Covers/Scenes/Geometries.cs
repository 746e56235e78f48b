using System.Numerics;

namespace MoodDeck.Demo.Covers.Scenes;

/// <summary>Scenes of shapes alone.</summary>
internal static class Geometries
{
    /// <summary>Rays from a half sun, and kites.</summary>
    public static void Sunburst(Scene scene)
    {
        var (canvas, colours, size) = (scene.Canvas, scene.Colours, scene.Size);
        var centre = new Vector2(scene.Next(0.35, 0.65) * size, 0.78f * size);
        var rays = 22;
        canvas.Paint((x, y) =>
        {
            var angle = MathF.Atan2(y - centre.Y, x - centre.X) / MathF.Tau * rays * 2;
            var edge = Math.Clamp((MathF.Abs((angle - MathF.Floor(angle)) - 0.5f) - 0.25f) * 30, -0.5f, 0.5f) + 0.5f;
            return colours.Low.Towards(colours.Main, (((int)MathF.Floor(angle) & 1) == 0 ? edge : 1 - edge) * 0.9f);
        });
        canvas.Disc(centre, 0.3f * size, colours.High);
        canvas.Ring(centre, 0.34f * size, 7, colours.High);
        for (var i = 0; i < 5; i++)
        {
            var at = new Vector2(scene.Next(0.1, 0.9) * size, scene.Next(0.1, 0.5) * size);
            var (long_, wide, turn) = (scene.Next(34, 58), scene.Next(20, 32), scene.Next(-0.6, 0.6));
            var (up, side) = (new Vector2(MathF.Sin(turn), -MathF.Cos(turn)), new Vector2(MathF.Cos(turn), MathF.Sin(turn)));
            canvas.Polygon([at + (up * long_), at + (side * wide), at - (up * long_), at - (side * wide)], i % 2 == 0 ? colours.Accent : colours.Deep);
            canvas.Line(at + (up * long_), at - (up * long_), 2, colours.Low);
            for (var k = 0; k < 5; k++) canvas.Disc(at - (up * (long_ + 14 + (14 * k))) + (side * (6 * MathF.Sin(k + turn))), 3.2f, colours.Deep);
        }
    }

    /// <summary>A burst of paper.</summary>
    public static void Confetti(Scene scene)
    {
        var (canvas, colours, size) = (scene.Canvas, scene.Colours, scene.Size);
        var centre = new Vector2(0.5f * size, scene.Next(0.42, 0.5) * size);
        canvas.Paint((x, y) => colours.Deep.Towards(colours.High, 1 - (Vector2.Distance(new(x, y), centre) / (0.8f * size))));
        canvas.Glow(centre, 0.5f * size, colours.Low, 0.9f);
        Colour[] papers = [colours.Low, colours.Accent, colours.Main, new(1, 1, 1), colours.High.Times(1.25f)];
        for (var i = 0; i < 240; i++)
        {
            var (angle, reach) = (scene.Next(0, 6.2832), MathF.Sqrt(scene.Next(0.02, 1)));
            var (sin, cos) = MathF.SinCos(angle);
            var at = centre + (reach * 0.72f * size * new Vector2(cos, sin));
            var (width, height, turn) = ((3 + (9 * reach)) * scene.Next(0.6, 1.4), (5 + (14 * reach)) * scene.Next(0.6, 1.4), angle + scene.Next(-0.8, 0.8));
            var (along, across) = (new Vector2(MathF.Cos(turn), MathF.Sin(turn)) * height, new Vector2(-MathF.Sin(turn), MathF.Cos(turn)) * width);
            var paper = papers[scene.Random.Below(papers.Length)];
            if (i % 4 == 0) canvas.Disc(at, width, paper);
            else canvas.Polygon([at - along - across, at + along - across, at + along + across, at - along + across], paper);
        }
    }

    /// <summary>Rings that do not share a centre, ticks and two hands.</summary>
    public static void Rings(Scene scene)
    {
        var (canvas, colours, size) = (scene.Canvas, scene.Colours, scene.Size);
        var (from, to) = (new Vector2(0.5f * size, 0.4f * size), new Vector2(scene.Next(0.34, 0.66) * size, scene.Next(0.3, 0.48) * size));
        canvas.Paint((x, y) => colours.Low.Towards(colours.Deep, Vector2.Distance(new(x, y), to) / (0.75f * size)));
        for (var i = 0; i < 17; i++)
        {
            var t = i / 16f;
            canvas.Ring(Vector2.Lerp(to, from, t), (0.03f + (0.55f * t)) * size, 2 + (9 * t * scene.Next(0.3, 1)), i % 5 == 3 ? colours.Accent : colours.Main, 0.9f - (0.4f * t));
        }

        for (var i = 0; i < 60; i++)
        {
            var (sin, cos) = MathF.SinCos(i * MathF.Tau / 60);
            var (inner, outer) = (i % 5 == 0 ? 0.3f : 0.325f, 0.345f);
            canvas.Line(to + (inner * size * new Vector2(cos, sin)), to + (outer * size * new Vector2(cos, sin)), i % 5 == 0 ? 5 : 2, colours.Accent, 0.9f);
        }

        foreach (var (length, width) in new[] { (0.27f, 5f), (0.17f, 9f) })
        {
            var (sin, cos) = MathF.SinCos(scene.Next(0, 6.28));
            canvas.Line(to - (0.05f * size * new Vector2(cos, sin)), to + (length * size * new Vector2(cos, sin)), width, colours.Accent);
        }

        canvas.Disc(to, 11, colours.Accent);
    }

    /// <summary>Splinters around a point of impact.</summary>
    public static void Shards(Scene scene)
    {
        var (canvas, colours, size) = (scene.Canvas, scene.Colours, scene.Size);
        var centre = new Vector2(scene.Next(0.35, 0.65) * size, scene.Next(0.3, 0.46) * size);
        canvas.Paint((x, y) => colours.Main.Towards(colours.High, Vector2.Distance(new(x, y), centre) / (0.7f * size)));
        var angle = scene.Next(0, 1);
        while (angle < 6.9f)
        {
            var spread = scene.Next(0.07, 0.26);
            var (near, far) = (scene.Next(0.02, 0.2) * size, scene.Next(0.45, 1.2) * size);
            var tint = scene.Random.Below(10) switch { 0 => colours.Accent, < 4 => colours.Main.Times(1.15f), < 7 => colours.Low, _ => colours.Deep };
            canvas.Polygon([At(angle + (spread / 2), near), At(angle, far), At(angle + spread, far * scene.Next(0.75, 1))], tint, scene.Next(0.75, 1));
            canvas.Line(At(angle, near), At(angle, far), 1.5f, colours.Deep, 0.8f);
            angle += spread * scene.Next(0.5, 1.15);
        }

        for (var i = 0; i < 40; i++)
        {
            var at = At(scene.Next(0, 6.28), scene.Next(0.05, 0.6) * size);
            var turn = scene.Next(0, 6.28);
            var r = scene.Next(3, 14);
            canvas.Polygon([at + Direction(turn, r), at + Direction(turn + 2, r), at + Direction(turn + 4, r * 1.6f)], scene.Random.Chance(0.5) ? colours.Deep : colours.Low);
        }

        Vector2 At(float a, float r) => centre + Direction(a, r);
        static Vector2 Direction(float a, float r) => new(r * MathF.Cos(a), r * MathF.Sin(a));
    }

    /// <summary>Two gratings that do not agree.</summary>
    public static void Moire(Scene scene)
    {
        var (canvas, colours, size) = (scene.Canvas, scene.Colours, scene.Size);
        var (a, b) = (scene.Next(0.1, 0.3), scene.Next(1.4, 2.2));
        var sick = colours.Main.Towards(new(0.62f, 0.66f, 0.25f), 0.55f);
        canvas.Paint((x, y) =>
        {
            var (u, v) = (x / size, y / size);
            var first = MathF.Sin((92 * (u + (0.05f * MathF.Sin((7 * v) + a)))) + (8 * v));
            var second = MathF.Sin((88 * (v + (0.06f * MathF.Sin((5 * u) + b)))) - (20 * u));
            return colours.Low.Towards(sick, Step(first)).Towards(colours.Deep, 0.85f * Step(second));
        });
        for (var i = 0; i < 3; i++)
        {
            var at = new Vector2(scene.Next(0.2, 0.8) * size, scene.Next(0.15, 0.55) * size);
            canvas.Disc(at, scene.Next(0.05, 0.13) * size, i == 0 ? colours.Accent : sick, 0.92f);
            canvas.Disc(at + new Vector2(9, 6), scene.Next(0.02, 0.05) * size, colours.Deep);
        }

        static float Step(float wave) => Math.Clamp((4 * wave) + 0.5f, 0, 1);
    }

    /// <summary>A grid of quarter discs.</summary>
    public static void Tiles(Scene scene)
    {
        var (canvas, colours, size) = (scene.Canvas, scene.Colours, scene.Size);
        const int across = 6;
        var tile = size / across;
        canvas.Paint((_, _) => colours.Low.Towards(new(0.93f, 0.91f, 0.87f), 0.55f));
        Colour[] tints = [colours.Main, colours.Deep, colours.High, colours.Accent, colours.Main.Towards(colours.Low, 0.5f)];
        for (var i = 0; i < across * across; i++)
        {
            var corner = new Vector2(i % across, i / across) * tile;
            var tint = tints[scene.Random.Below(tints.Length)];
            var pivot = corner + (tile * new Vector2(scene.Random.Below(2), scene.Random.Below(2)));
            if (scene.Random.Chance(0.22)) canvas.Disc(corner + new Vector2(tile / 2), tile * 0.34f, tint);
            else if (scene.Random.Chance(0.85)) canvas.Fill(p => Vector2.Distance(p, pivot) - tile, tint, 1, corner + Vector2.One, corner + new Vector2(tile - 2));
        }
    }

    /// <summary>A window whose light falls through dust.</summary>
    public static void Window(Scene scene)
    {
        var (canvas, colours, size) = (scene.Canvas, scene.Colours, scene.Size);
        canvas.Paint((x, y) => colours.Deep.Towards(colours.Main, 0.15f + (0.25f * (x + y) / (2 * size))));
        var (left, top, width, height) = (0.18f * size, 0.1f * size, 0.26f * size, 0.34f * size);
        canvas.Polygon([new(left, top), new(left + width, top), new(0.98f * size, 0.8f * size), new(0.42f * size, 0.8f * size)], colours.Accent, 0.22f);
        canvas.Polygon([new(left, top), new(left + width, top), new(left + width, top + height), new(left, top + height)], colours.Accent.Towards(new(1, 0.96f, 0.82f), 0.55f));
        canvas.Line(new(left + (width / 2), top), new(left + (width / 2), top + height), 8, colours.Deep);
        canvas.Line(new(left, top + (height * 0.45f)), new(left + width, top + (height * 0.45f)), 8, colours.Deep);
        foreach (var (a, b) in new[] { (new Vector2(left, top), new Vector2(left + width, top)), (new(left + width, top), new(left + width, top + height)), (new(left + width, top + height), new(left, top + height)), (new(left, top + height), new(left, top)) })
            canvas.Line(a, b, 11, colours.Deep);
        canvas.Polygon([new(0.46f * size, 0.66f * size), new(0.7f * size, 0.66f * size), new(0.7f * size, 0.8f * size), new(0.46f * size, 0.8f * size)], colours.Main.Towards(colours.Accent, 0.35f));
        canvas.Line(new(0.45f * size, 0.66f * size), new(0.71f * size, 0.66f * size), 9, colours.Deep);
        for (var i = 0; i < 90; i++)
        {
            var t = scene.Next(0.05, 1);
            canvas.Disc(new(left + (scene.Next(0, 1) * width * (1 + t)) + (t * 0.24f * size), top + (t * 0.68f * size)), scene.Next(0.8, 2.6), new(1, 0.95f, 0.8f), scene.Next(0.2, 0.7));
        }
    }

    /// <summary>Pointed arches, one behind the other, into the light.</summary>
    public static void Arches(Scene scene)
    {
        var (canvas, colours, size) = (scene.Canvas, scene.Colours, scene.Size);
        var light = new Vector2(0.5f * size, 0.5f * size);
        canvas.Paint((_, _) => colours.Deep);
        for (var i = 0; i < 8; i++)
        {
            var t = i / 7f;
            var (half, foot) = ((0.46f - (0.38f * t)) * size, (0.9f - (0.25f * t)) * size);
            var tint = colours.Deep.Towards(colours.High, t * 1.2f).Towards(colours.Low, Math.Max(0, (t - 0.55f) * 2));
            canvas.Fill(p => Arch(p, half), tint, 1);

            // Two circles meet in the point; below the spring line the sides are straight.
            float Arch(Vector2 p, float halfWidth)
            {
                var spring = foot - (halfWidth * 1.15f);
                var x = Math.Abs(p.X - light.X);
                if (p.Y > spring) return Math.Max(x - halfWidth, p.Y - foot);
                return Vector2.Distance(new(x, p.Y), new(-halfWidth * 0.6f, spring)) - (halfWidth * 1.6f);
            }
        }

        for (var i = 0; i < 14; i++)
        {
            var angle = -MathF.PI / 2 + ((i - 6.5f) * 0.16f);
            canvas.Line(new(light.X, 0.52f * size), new(light.X + (size * MathF.Cos(angle)), (0.52f * size) + (size * MathF.Sin(angle))), 5, colours.Low, 0.22f);
        }

        canvas.Glow(new(light.X, 0.5f * size), 0.32f * size, new(1, 0.97f, 0.85f), 0.9f);
    }
}
