using MoodDeck.Demo.Composition;

namespace MoodDeck.Demo.Covers;

/// <summary>What a scene is painted with.</summary>
/// <param name="Canvas">Where.</param>
/// <param name="Colours">In which colours.</param>
/// <param name="Random">What makes it this piece's.</param>
internal sealed record Scene(Canvas Canvas, Palette Colours, SeededRandom Random)
{
    /// <summary>Pixels a side.</summary>
    public float Size => Canvas.Size;

    /// <summary>A ground that goes from the high colour to the low one at <paramref name="end"/> of the height.</summary>
    public void PaintSky(float end = 1) => Canvas.Paint((_, y) => Colours.High.Towards(Colours.Low, y / (Size * end)));

    /// <summary>Uniform between two values.</summary>
    public float Next(double from, double to) => (float)Random.Next(from, to);

    /// <summary>A rolling line across the picture: a few sines of random length and phase.</summary>
    public Func<float, float> Rolling(float height, float swing, float waves)
    {
        var (a, b, c) = (Next(0, 6.28), Next(0, 6.28), Next(0, 6.28));
        return x =>
        {
            var t = x / Size * 6.28f * waves;
            return height + (swing * ((0.6f * MathF.Sin(t + a)) + (0.3f * MathF.Sin((2.1f * t) + b)) + (0.1f * MathF.Sin((5.3f * t) + c))));
        };
    }
}
