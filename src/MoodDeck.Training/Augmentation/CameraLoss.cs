namespace MoodDeck.Training.Augmentation;

/// <summary>
/// What a face loses between a small camera picture and the network: detail, by scaling down and up, and fine frequencies,
/// by rounding the cosine terms of 8 x 8 blocks as JPEG does (ITU-T T.81, table K.1).
/// </summary>
internal static class CameraLoss
{
    private const int Block = 8;
    private const float SmallestShare = 0.4f;

    private static readonly byte[] Luminance =
    [
        16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62,
        18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
    ];

    private static readonly float[] Cosines = MakeCosines();

    /// <summary>Takes detail from a square picture of grey values, by an amount drawn at random.</summary>
    public static void Apply(Span<float> plane, int side, ref FastRandom random)
    {
        Shrink(plane, side, (int)(side * random.Between(SmallestShare, 1)));
        RoundBlocks(plane, side, random.LogBetween(0.3f, 2));
    }

    private static void Shrink(Span<float> plane, int side, int small)
    {
        if (small >= side || small < 2) return;
        Span<byte> little = stackalloc byte[small * small];
        var step = side / (float)small;
        for (var i = 0; i < little.Length; i++)
        {
            var (x0, y0) = ((int)(i % small * step), (int)(i / small * step));
            var (x1, y1) = (Math.Max(x0 + 1, (int)((i % small * step) + step)), Math.Max(y0 + 1, (int)((i / small * step) + step)));
            float sum = 0;
            for (var y = y0; y < y1; y++) for (var x = x0; x < x1; x++) sum += plane[(y * side) + x];
            little[i] = (byte)Math.Clamp((sum / ((x1 - x0) * (y1 - y0))) + 0.5f, 0, 255);
        }

        GreyPlane.Warp(little, small, small, AffineMap.Scale(1 / step, 1 / step), plane, side, side);
    }

    private static void RoundBlocks(Span<float> plane, int side, float coarseness)
    {
        Span<float> block = stackalloc float[Block * Block];
        Span<float> terms = stackalloc float[Block * Block];
        for (var y = 0; y + Block <= side; y += Block)
        {
            for (var x = 0; x + Block <= side; x += Block)
            {
                for (var r = 0; r < Block; r++) plane.Slice(((y + r) * side) + x, Block).CopyTo(block[(r * Block)..]);
                Transform(block, terms, forward: true);
                for (var i = 0; i < terms.Length; i++)
                {
                    var step = Luminance[i] * coarseness;
                    terms[i] = MathF.Round(terms[i] / step) * step;
                }

                Transform(terms, block, forward: false);
                GreyCurve.Clamp(block);
                for (var r = 0; r < Block; r++) block.Slice(r * Block, Block).CopyTo(plane[(((y + r) * side) + x)..]);
            }
        }
    }

    // The orthonormal cosine transform of a block, C·B·Cᵀ, or its way back, Cᵀ·B·C.
    private static void Transform(ReadOnlySpan<float> from, Span<float> to, bool forward)
    {
        Span<float> half = stackalloc float[Block * Block];
        Multiply(from, half, forward);
        Multiply(half, to, forward);
    }

    // Transforms the rows and transposes, so that doing it twice transforms both directions.
    private static void Multiply(ReadOnlySpan<float> from, Span<float> to, bool forward)
    {
        for (var r = 0; r < Block; r++)
        {
            for (var k = 0; k < Block; k++)
            {
                float sum = 0;
                for (var n = 0; n < Block; n++) sum += from[(r * Block) + n] * Cosines[forward ? (k * Block) + n : (n * Block) + k];
                to[(k * Block) + r] = sum;
            }
        }
    }

    private static float[] MakeCosines()
    {
        var c = new float[Block * Block];
        for (var k = 0; k < Block; k++)
            for (var n = 0; n < Block; n++)
                c[(k * Block) + n] = (float)(Math.Cos(((2 * n) + 1) * k * Math.PI / 16) * (k == 0 ? Math.Sqrt(1.0 / Block) : Math.Sqrt(2.0 / Block)));
        return c;
    }
}
