using MoodDeck.Training.Augmentation;

namespace MoodDeck.Training.Detection;

/// <summary>What a camera and the light make of a canvas: blur, lost detail, the grey curve, light from one side, noise.</summary>
internal static class CanvasLight
{
    /// <summary>Changes a square canvas of grey values by amounts drawn at random; the result stays within 0..255.</summary>
    public static void Apply(Span<float> plane, DetectionAugmentationOptions o, ref FastRandom random)
    {
        var side = o.CanvasPixels;
        if (random.Chance(o.BlurChance))
        {
            Span<float> scratch = stackalloc float[2 * side];
            for (var times = 1 + random.NextInt(3); times > 0; times--) GreyPlane.Blur(plane, side, side, scratch);
        }

        if (random.Chance(o.DetailLossChance)) CameraLoss.Apply(plane, side, ref random);
        new GreyCurve(Ratio(o.GammaShare, ref random), Ratio(o.ContrastShare, ref random), random.Around(o.Brightness)).Apply(plane);
        if (random.Chance(o.SideLightChance)) Slope(plane, side, random.Between(0, o.SideLightShare), ref random);
        if (!random.Chance(o.NoiseChance)) return;
        var deviation = random.Between(0, o.NoiseDeviation);
        foreach (ref var p in plane) p += deviation * random.NextNormal();
        GreyCurve.Clamp(plane);
    }

    // Full light at one edge, down to 1 - share at the other, evenly along a drawn direction.
    private static void Slope(Span<float> plane, int side, float share, ref FastRandom random)
    {
        var (sin, cos) = MathF.SinCos(random.Between(0, 2 * MathF.PI));
        var span = (Math.Abs(sin) + Math.Abs(cos)) * side;
        for (var y = 0; y < side; y++)
        {
            var row = plane.Slice(y * side, side);
            for (var x = 0; x < side; x++)
            {
                var along = ((((x - (side / 2f)) * cos) + ((y - (side / 2f)) * sin)) / span) + 0.5f;
                row[x] *= 1 - (share * along);
            }
        }
    }

    private static float Ratio(float share, ref FastRandom random) => share == 0 ? 1 : random.LogBetween(1 / (1 + share), 1 + share);
}
