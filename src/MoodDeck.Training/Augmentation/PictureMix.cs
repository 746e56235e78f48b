namespace MoodDeck.Training.Augmentation;

/// <summary>What <see cref="PictureMixer"/> did to a batch.</summary>
public enum PictureMixKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Every pixel is a mean of two pictures (Zhang et al. 2018, "mixup: Beyond Empirical Risk Minimization").</summary>
    Mixup,

    /// <summary>A rectangle of another picture is pasted in (Yun et al. 2019, "CutMix").</summary>
    Cutmix,
}

/// <summary>One draw of a mix.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Share">What is left of each picture's own, 0..1; the rest is its partner's.</param>
/// <param name="X">First column of cutmix's rectangle, in pixels.</param>
/// <param name="Y">Its first row.</param>
/// <param name="Width">Its width; 0 without cutmix.</param>
/// <param name="Height">Its height.</param>
public readonly record struct PictureMix(PictureMixKind Kind, float Share, int X = 0, int Y = 0, int Width = 0, int Height = 0)
{
    /// <summary>Every picture is left as it is.</summary>
    public static PictureMix None { get; } = new(PictureMixKind.None, 1);

    /// <summary>Draws kind, share and rectangle for pictures of a size.</summary>
    internal static PictureMix Draw(PictureMixingOptions options, int width, int height, ref FastRandom random)
    {
        var chance = random.NextFloat();
        if (chance < options.MixupChance) return new(PictureMixKind.Mixup, (float)BetaDistribution.Symmetric(ref random, options.MixupAlpha));
        return chance < options.MixupChance + options.CutmixChance ? DrawRectangle(options, width, height, ref random) : None;
    }

    // Its sides are the square root of the partner's share of the picture's; its middle lies anywhere, and what then falls
    // outside is cut off. The share is corrected to the pixels really taken, as in the paper.
    private static PictureMix DrawRectangle(PictureMixingOptions options, int width, int height, ref FastRandom random)
    {
        var side = Math.Sqrt(1 - BetaDistribution.Symmetric(ref random, options.CutmixAlpha));
        var (halfWidth, halfHeight) = ((int)(width * side) / 2, (int)(height * side) / 2);
        var (middleX, middleY) = (random.NextInt(width), random.NextInt(height));
        var (x, y) = (Math.Max(0, middleX - halfWidth), Math.Max(0, middleY - halfHeight));
        var (boxWidth, boxHeight) = (Math.Min(width, middleX + halfWidth) - x, Math.Min(height, middleY + halfHeight) - y);
        return new(PictureMixKind.Cutmix, 1 - (boxWidth * boxHeight / (float)(width * height)), x, y, boxWidth, boxHeight);
    }
}
