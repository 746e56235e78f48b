namespace MoodDeck.Training.Detection;

/// <summary>How training pictures for the face detector are put together. Chances are probabilities from 0 to 1.</summary>
public sealed record DetectionAugmentationOptions
{
    /// <summary>Width and height of the canvas in pixels, a multiple of 32.</summary>
    public int CanvasPixels { get; init; } = 192;

    /// <summary>Least height a chosen face is scaled to, in pixels.</summary>
    public float MinFaceHeightPixels { get; init; } = 14;

    /// <summary>Greatest height a chosen face is scaled to, in pixels.</summary>
    public float MaxFaceHeightPixels { get; init; } = 150;

    /// <summary>Faces lower than this on the canvas become ignore regions.</summary>
    public float IgnoreBelowPixels { get; init; } = 12;

    /// <summary>Faces of which less than this share is visible become ignore regions.</summary>
    public float LeastVisibleShare { get; init; } = 0.4f;

    /// <summary>A picture is never enlarged by more than this factor: there is nothing to learn from blur.</summary>
    public float MaxEnlargement { get; init; } = 2.5f;

    /// <summary>Chance of a left-right flip.</summary>
    public float MirrorChance { get; init; } = 0.5f;

    /// <summary>Largest turn either way, in degrees.</summary>
    public float RotationDegrees { get; init; } = 15;

    /// <summary>Largest stretch of the width against the height, as a share.</summary>
    public float StretchShare { get; init; } = 0.1f;

    /// <summary>Chance that four pictures share the canvas (after Bochkovskiy et al. 2020, "YOLOv4").</summary>
    public float MosaicChance { get; init; } = 0.25f;

    /// <summary>Chance that a cut-out with a face is laid on a face-free picture.</summary>
    public float PasteChance { get; init; } = 0.5f;

    /// <summary>
    /// Chance that a picture of three faces or more is shown as a scene instead of scaled to one drawn face: small faces among
    /// others are what is missed most.
    /// </summary>
    public float CrowdChance { get; init; } = 0.5f;

    /// <summary>Chance that a face is placed so that the canvas may cut it off.</summary>
    public float CutChance { get; init; } = 0.15f;

    /// <summary>Faces lower than this in their own picture, in its pixels, become ignore regions, however much enlarged.</summary>
    public float LeastSourcePixels { get; init; } = 12;

    /// <summary>Chance that one to three tight face squares are laid on the canvas, where the set has any.</summary>
    public float SquareChance { get; init; } = 0.4f;

    /// <summary>Chance that a square cut from a face-free picture is laid on the canvas, so that a square's edge proves nothing.</summary>
    public float DecoyChance { get; init; } = 0.3f;

    /// <summary>Chance for each face that something lies over part of it.</summary>
    public float CoverChance { get; init; } = 0.15f;

    /// <summary>Largest share of a face's height or width that is covered.</summary>
    public float CoverShare { get; init; } = 0.45f;

    /// <summary>Largest change of brightness, in grey values.</summary>
    public float Brightness { get; init; } = 45;

    /// <summary>Largest change of contrast, as a share: 0.4 gives 1/1.4 to 1.4.</summary>
    public float ContrastShare { get; init; } = 0.5f;

    /// <summary>Largest change of the exponent of the grey curve, as a share.</summary>
    public float GammaShare { get; init; } = 0.8f;

    /// <summary>Chance of light from one side.</summary>
    public float SideLightChance { get; init; } = 0.3f;

    /// <summary>How much darker the far side gets at most, as a share.</summary>
    public float SideLightShare { get; init; } = 0.7f;

    /// <summary>Chance of a blur with the kernel 1-2-1, one to three times.</summary>
    public float BlurChance { get; init; } = 0.2f;

    /// <summary>Chance that detail is lost as in a small camera's picture: scaled down and up, and squeezed as JPEG does.</summary>
    public float DetailLossChance { get; init; } = 0.15f;

    /// <summary>Chance of sensor noise.</summary>
    public float NoiseChance { get; init; } = 0.25f;

    /// <summary>Largest standard deviation of the noise, in grey values.</summary>
    public float NoiseDeviation { get; init; } = 12;

    /// <summary>Checks the amounts.</summary>
    /// <exception cref="ArgumentException">An amount is out of its range; the message names it.</exception>
    public void Validate()
    {
        Require(CanvasPixels is >= 64 and <= 1024 && CanvasPixels % 32 == 0, nameof(CanvasPixels), CanvasPixels, "a multiple of 32 from 64 to 1024");
        Require(MinFaceHeightPixels >= 4, nameof(MinFaceHeightPixels), MinFaceHeightPixels, "at least 4");
        Require(MaxFaceHeightPixels >= MinFaceHeightPixels, nameof(MaxFaceHeightPixels), MaxFaceHeightPixels, $"at least {nameof(MinFaceHeightPixels)}");
        Require(RotationDegrees is >= 0 and <= 180, nameof(RotationDegrees), RotationDegrees, "0 to 180");
        Require(GammaShare >= 0, nameof(GammaShare), GammaShare, "0 or more");
        Require(MaxEnlargement > 0, nameof(MaxEnlargement), MaxEnlargement, "more than 0");
        foreach (var (name, chance) in new[]
        {
            (nameof(LeastVisibleShare), LeastVisibleShare), (nameof(MirrorChance), MirrorChance), (nameof(StretchShare), StretchShare),
            (nameof(MosaicChance), MosaicChance), (nameof(PasteChance), PasteChance), (nameof(CutChance), CutChance), (nameof(CrowdChance), CrowdChance),
            (nameof(SquareChance), SquareChance), (nameof(DecoyChance), DecoyChance), (nameof(CoverChance), CoverChance), (nameof(CoverShare), CoverShare), (nameof(DetailLossChance), DetailLossChance),
            (nameof(ContrastShare), ContrastShare), (nameof(SideLightChance), SideLightChance),
            (nameof(SideLightShare), SideLightShare), (nameof(BlurChance), BlurChance), (nameof(NoiseChance), NoiseChance),
        }) Require(chance is >= 0 and <= 1, name, chance, "0 to 1");
    }

    private static void Require(bool holds, string name, float value, string expected)
    {
        if (!holds) throw new ArgumentException(FormattableString.Invariant($"{name} is {value}; expected {expected}."));
    }
}
