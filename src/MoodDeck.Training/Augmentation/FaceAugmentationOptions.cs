namespace MoodDeck.Training.Augmentation;

/// <summary>
/// How much a face picture is changed before the network sees it. Amounts are the largest change either way, drawn evenly;
/// chances are probabilities. The defaults are mild, so that what is left still shows the same expression.
/// </summary>
public sealed record FaceAugmentationOptions
{
    /// <summary>Nothing is changed.</summary>
    public static FaceAugmentationOptions None { get; } = new()
    {
        MirrorChance = 0, RotationDegrees = 0, ScaleShare = 0, ShiftShare = 0, ShearShare = 0, Brightness = 0,
        ContrastShare = 0, GammaShare = 0, BlurChance = 0, ErasingChance = 0, NoiseChance = 0, DegradeChance = 0, SideLightChance = 0, CoverChance = 0,
    };

    /// <summary>Width and height of the output, in pixels, 8 to 256.</summary>
    public int Side { get; init; } = 48;

    /// <summary>Chance of a left-right flip.</summary>
    public float MirrorChance { get; init; } = 0.5f;

    /// <summary>Largest turn, in degrees.</summary>
    public float RotationDegrees { get; init; } = 10;

    /// <summary>Largest change of size, as a share: 0.1 gives 1/1.1 to 1.1.</summary>
    public float ScaleShare { get; init; } = 0.1f;

    /// <summary>Largest shift in each direction, as a share of the side.</summary>
    public float ShiftShare { get; init; } = 0.1f;

    /// <summary>Largest slant: 0.05 moves the top 5 % of the height sideways.</summary>
    public float ShearShare { get; init; } = 0.05f;

    /// <summary>Largest change of brightness, in grey values.</summary>
    public float Brightness { get; init; } = 24;

    /// <summary>Largest change of contrast about the picture's mean, as a share.</summary>
    public float ContrastShare { get; init; } = 0.25f;

    /// <summary>Largest change of the exponent of the grey curve, as a share: 0.3 gives 1/1.3 to 1.3.</summary>
    public float GammaShare { get; init; } = 0.3f;

    /// <summary>Chance of a blur with the kernel 1-2-1, one to five times.</summary>
    public float BlurChance { get; init; } = 0.05f;

    /// <summary>Chance that a rectangle is replaced by one grey value (Zhong et al. 2017, "Random Erasing").</summary>
    public float ErasingChance { get; init; } = 0.25f;

    /// <summary>Smallest area of that rectangle, as a share of the picture.</summary>
    public float ErasingMinShare { get; init; } = 0.02f;

    /// <summary>Largest area of that rectangle, as a share of the picture.</summary>
    public float ErasingMaxShare { get; init; } = 0.2f;

    /// <summary>Chance of sensor noise.</summary>
    public float NoiseChance { get; init; } = 0.1f;

    /// <summary>Largest standard deviation of the noise, in grey values.</summary>
    public float NoiseDeviation { get; init; } = 8;

    /// <summary>Chance of the loss a small or strongly packed camera picture has: fewer pixels and coarse 8 x 8 blocks.</summary>
    public float DegradeChance { get; init; }

    /// <summary>Chance that light falls from one side, so that a part of the face, or all of it, lies in shade.</summary>
    public float SideLightChance { get; init; }

    /// <summary>Chance that a part from one side inwards, up to half of the face, is covered by one grey value.</summary>
    public float CoverChance { get; init; }

    /// <summary>Checks the amounts.</summary>
    /// <exception cref="ArgumentException">An amount is out of its range; the message names it.</exception>
    public void Validate()
    {
        Require(Side is >= 8 and <= 256, nameof(Side), Side, "8 to 256");
        foreach (var (name, chance) in new[]
        {
            (nameof(MirrorChance), MirrorChance), (nameof(BlurChance), BlurChance), (nameof(ErasingChance), ErasingChance),
            (nameof(NoiseChance), NoiseChance), (nameof(DegradeChance), DegradeChance), (nameof(SideLightChance), SideLightChance), (nameof(CoverChance), CoverChance), (nameof(ErasingMinShare), ErasingMinShare),
            (nameof(ErasingMaxShare), ErasingMaxShare), (nameof(ShiftShare), ShiftShare), (nameof(ShearShare), ShearShare),
            (nameof(ScaleShare), ScaleShare), (nameof(ContrastShare), ContrastShare), (nameof(GammaShare), GammaShare),
        }) Require(chance is >= 0 and <= 1, name, chance, "0 to 1");
        Require(RotationDegrees is >= 0 and <= 180, nameof(RotationDegrees), RotationDegrees, "0 to 180");
        Require(Brightness is >= 0 and <= 255, nameof(Brightness), Brightness, "0 to 255");
        Require(NoiseDeviation is >= 0 and <= 255, nameof(NoiseDeviation), NoiseDeviation, "0 to 255");
        Require(ErasingMinShare <= ErasingMaxShare, nameof(ErasingMinShare), ErasingMinShare, $"at most {nameof(ErasingMaxShare)}");
    }

    private static void Require(bool holds, string name, float value, string expected)
    {
        if (!holds) throw new ArgumentException(FormattableString.Invariant($"{name} is {value}; expected {expected}."));
    }
}
