namespace MoodDeck.Training.Augmentation;

/// <summary>
/// Light from one side: every grey value is multiplied by a factor that rises smoothly (a logistic curve) from shade to full
/// light along one direction.
/// </summary>
/// <param name="Angle">The direction the light comes from, in radians; 0 is from the right, a quarter turn from below.</param>
/// <param name="Shade">The factor in deep shade, 0 to 1.</param>
/// <param name="Edge">Where the passage lies along the direction, in half sides from the middle; beyond 1 almost all is in shade.</param>
/// <param name="Softness">Width of the passage in half sides, above 0.</param>
public readonly record struct SideLight(float Angle, float Shade, float Edge, float Softness)
{
    /// <summary>A light drawn at random: any direction, from a hint of shade to hardly any light.</summary>
    public static SideLight Draw(ref FastRandom random) =>
        new(random.Around(MathF.PI), random.Between(0.15f, 0.8f), random.Around(1), random.Between(0.08f, 0.5f));

    /// <summary>Shades a square picture of grey values.</summary>
    /// <param name="plane">The grey values, row by row.</param>
    /// <param name="side">Width and height in pixels.</param>
    public void Apply(Span<float> plane, int side)
    {
        var (sin, cos) = MathF.SinCos(Angle);
        var half = side / 2f;
        for (var y = 0; y < side; y++)
        {
            var row = plane.Slice(y * side, side);
            var down = (y + 0.5f - half) / half * sin;
            for (var x = 0; x < side; x++)
            {
                var along = ((x + 0.5f - half) / half * cos) + down;
                row[x] *= Shade + ((1 - Shade) / (1 + MathF.Exp((Edge - along) / Softness)));
            }
        }
    }
}
