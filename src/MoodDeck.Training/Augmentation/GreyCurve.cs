using System.Numerics.Tensors;

namespace MoodDeck.Training.Augmentation;

/// <summary>
/// A change of lighting: the exponent of the grey curve, contrast about a mean and brightness, in that order, each result
/// kept within 0..255.
/// </summary>
/// <param name="Gamma">Exponent on grey values scaled to 0..1; 1 changes nothing.</param>
/// <param name="Contrast">Factor about the mean; 1 changes nothing.</param>
/// <param name="Brightness">Grey values added.</param>
internal readonly record struct GreyCurve(float Gamma, float Contrast, float Brightness)
{
    private const int Steps = 256;

    /// <summary>Applies the curve; the exponent goes through a table of 256 steps with linear passage between them.</summary>
    public void Apply(Span<float> plane)
    {
        if (Gamma != 1)
        {
            Span<float> table = stackalloc float[Steps + 1];
            for (var i = 0; i < Steps; i++) table[i] = 255 * MathF.Pow(i / 255f, Gamma);
            table[Steps] = table[Steps - 1];
            foreach (ref var p in plane)
            {
                var clamped = Math.Min(Math.Max(p, 0), 255);
                var i = (int)clamped;
                p = table[i] + ((table[i + 1] - table[i]) * (clamped - i));
            }
        }

        if (Contrast == 1 && Brightness == 0) return;
        var mean = TensorPrimitives.Sum<float>(plane) / plane.Length;
        TensorPrimitives.Multiply(plane, Contrast, plane);
        TensorPrimitives.Add(plane, (mean * (1 - Contrast)) + Brightness, plane);
        Clamp(plane);
    }

    /// <summary>Keeps grey values within 0..255.</summary>
    public static void Clamp(Span<float> plane)
    {
        TensorPrimitives.Max(plane, 0f, plane);
        TensorPrimitives.Min(plane, 255f, plane);
    }
}
