namespace MoodDeck.Training.Detection;

/// <summary>
/// How badly two boxes overlap: 1 - GIoU (Rezatofighi et al. 2019), 0 for the same box, up to 2 for boxes far apart. It
/// judges what a hit is judged by, whatever the box's size.
/// </summary>
internal static class BoxOverlapLoss
{
    // Sizes are exp(offset): what a fresh network answers must not overflow.
    private const float LargestLogSize = 4;

    /// <summary>The weighted loss of one cell; adds the weighted gradient.</summary>
    /// <param name="offsets">dx, dy, dw, dh as answered.</param>
    /// <param name="target">dx, dy, dw, dh as wanted.</param>
    /// <param name="weight">Weight of the loss.</param>
    /// <param name="gradient">The gradient with respect to <paramref name="offsets"/> is added here.</param>
    public static double Add(ReadOnlySpan<float> offsets, ReadOnlySpan<float> target, float weight, Span<float> gradient)
    {
        var x = Reach.Of(offsets[0], offsets[2]);
        var y = Reach.Of(offsets[1], offsets[3]);
        var (tx, ty) = (Reach.Of(target[0], target[2]), Reach.Of(target[1], target[3]));
        var (shared, hull) = (x.Shared(tx), x.Hull(tx));
        var (sharedDown, hullDown) = (y.Shared(ty), y.Hull(ty));
        var touch = shared > 0 && sharedDown > 0;
        var overlap = touch ? shared * sharedDown : 0;
        var union = (x.Length * y.Length) + (tx.Length * ty.Length) - overlap;
        var around = hull * hullDown;

        // loss = 2 - overlap / union - union / around
        var byArea = (overlap / (union * union)) - (1 / around);
        var byOverlap = -(1 / union) - byArea;
        var byAround = union / (around * around);
        var (dx, dw) = x.Gradient(tx, touch ? byOverlap * sharedDown : 0, byArea * y.Length, byAround * hullDown);
        var (dy, dh) = y.Gradient(ty, touch ? byOverlap * shared : 0, byArea * x.Length, byAround * hull);
        gradient[0] += weight * dx;
        gradient[1] += weight * dy;
        if (Math.Abs(offsets[2]) < LargestLogSize) gradient[2] += weight * dw;
        if (Math.Abs(offsets[3]) < LargestLogSize) gradient[3] += weight * dh;
        return weight * (2 - (overlap / union) - (union / around));
    }

    // A box along one direction, in strides from the middle of its cell.
    private readonly record struct Reach(float Low, float High)
    {
        public float Length => High - Low;

        public static Reach Of(float middle, float logSize)
        {
            var half = DetectionLevel.BoxBase / 2f * MathF.Exp(Math.Clamp(logSize, -LargestLogSize, LargestLogSize));
            return new(middle - half, middle + half);
        }

        public float Shared(Reach o) => Math.Min(High, o.High) - Math.Max(Low, o.Low);

        public float Hull(Reach o) => Math.Max(High, o.High) - Math.Min(Low, o.Low);

        // From the loss's slopes by shared length, own length and hull to those by middle and logarithm of the length.
        public (float Middle, float LogSize) Gradient(Reach o, float byShared, float byLength, float byHull)
        {
            var low = -byLength + (Low > o.Low ? -byShared : 0) + (Low < o.Low ? -byHull : 0);
            var high = byLength + (High < o.High ? byShared : 0) + (High > o.High ? byHull : 0);
            return (low + high, (high - low) * Length / 2);
        }
    }
}
