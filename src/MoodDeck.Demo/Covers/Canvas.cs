using System.Numerics;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Demo.Covers;

/// <summary>A square picture to paint on with smooth edges: shapes are distance fields in pixels, negative inside.</summary>
internal sealed class Canvas(int size)
{
    private readonly Colour[] _pixels = new Colour[size * size];

    /// <summary>Pixels a side.</summary>
    public int Size => size;

    /// <summary>Paints every pixel by its place.</summary>
    public void Paint(Func<float, float, Colour> colourAt)
    {
        for (var y = 0; y < size; y++)
            for (var x = 0; x < size; x++) _pixels[(y * size) + x] = colourAt(x, y);
    }

    /// <summary>Lays a colour over what is inside a shape, within bounds that hold all of it.</summary>
    public void Fill(Func<Vector2, float> distance, Colour colour, float alpha = 1, Vector2? from = null, Vector2? to = null)
    {
        var (low, high) = (Vector2.Max((from ?? Vector2.Zero) - Vector2.One, Vector2.Zero), Vector2.Min((to ?? new(size)) + new Vector2(2), new(size)));
        for (var y = (int)low.Y; y < (int)high.Y; y++)
        {
            for (var x = (int)low.X; x < (int)high.X; x++)
            {
                var cover = alpha * Math.Clamp(0.5f - distance(new(x + 0.5f, y + 0.5f)), 0, 1);
                ref var pixel = ref _pixels[(y * size) + x];
                if (cover > 0) pixel = pixel.Towards(colour, cover);
            }
        }
    }

    /// <summary>A disc.</summary>
    public void Disc(Vector2 centre, float radius, Colour colour, float alpha = 1) =>
        Fill(p => Vector2.Distance(p, centre) - radius, colour, alpha, centre - new Vector2(radius), centre + new Vector2(radius));

    /// <summary>A ring of a width.</summary>
    public void Ring(Vector2 centre, float radius, float width, Colour colour, float alpha = 1) =>
        Fill(p => Math.Abs(Vector2.Distance(p, centre) - radius) - (width / 2), colour, alpha, centre - new Vector2(radius + width), centre + new Vector2(radius + width));

    /// <summary>A light that fades out.</summary>
    public void Glow(Vector2 centre, float radius, Colour colour, float alpha)
    {
        Fill(p => 0.5f - Falloff(Vector2.Distance(p, centre) / radius), colour, alpha, centre - new Vector2(radius), centre + new Vector2(radius));

        static float Falloff(float t) => t < 1 ? (1 - t) * (1 - t) : 0;
    }

    /// <summary>A line with round ends.</summary>
    public void Line(Vector2 a, Vector2 b, float width, Colour colour, float alpha = 1)
    {
        var (low, high) = (Vector2.Min(a, b) - new Vector2(width), Vector2.Max(a, b) + new Vector2(width));
        var (along, length) = (b - a, Math.Max(1e-4f, (b - a).LengthSquared()));
        Fill(p => Vector2.Distance(p, a + (along * Math.Clamp(Vector2.Dot(p - a, along) / length, 0, 1))) - (width / 2), colour, alpha, low, high);
    }

    /// <summary>A convex polygon, its corners clockwise as seen.</summary>
    public void Polygon(ReadOnlySpan<Vector2> corners, Colour colour, float alpha = 1)
    {
        var points = corners.ToArray();
        var (low, high) = (points.Aggregate(Vector2.Min), points.Aggregate(Vector2.Max));
        Fill(Distance, colour, alpha, low, high);

        float Distance(Vector2 p)
        {
            var farthest = float.NegativeInfinity;
            for (var i = 0; i < points.Length; i++)
            {
                var edge = points[(i + 1) % points.Length] - points[i];
                farthest = Math.Max(farthest, Vector2.Dot(p - points[i], Vector2.Normalize(new(edge.Y, -edge.X))));
            }

            return farthest;
        }
    }

    /// <summary>Everything below a line across the picture, given by its height at each x.</summary>
    public void Below(Func<float, float> heightAt, Colour top, Colour bottom)
    {
        for (var x = 0; x < size; x++)
        {
            var height = heightAt(x);
            for (var y = Math.Max(0, (int)height); y < size; y++)
            {
                ref var pixel = ref _pixels[(y * size) + x];
                pixel = pixel.Towards(top.Towards(bottom, (y - height) / (size - height + 1)), Math.Clamp(y + 1 - height, 0, 1));
            }
        }
    }

    /// <summary>The picture, with a grain of a few levels as paper has.</summary>
    public Image ToImage(float grain, uint seed)
    {
        var image = new Image(size, size);
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                var noise = grain * Synthesis.Noise.Next(ref seed);
                var (r, g, b) = _pixels[(y * size) + x];
                image[x, y] = new Colour(Math.Clamp(r + noise, 0, 1), Math.Clamp(g + noise, 0, 1), Math.Clamp(b + noise, 0, 1)).ToRgb();
            }
        }

        return image;
    }
}
