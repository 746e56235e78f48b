using System.CommandLine;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Training.Augmentation;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Cli.Train;

/// <summary>What is done to the pictures.</summary>
internal sealed class PictureOptions
{
    private static readonly FaceAugmentationOptions s_mild = new() { DegradeChance = 0.1f };

    private readonly Option<FacePreprocessing> _preprocess = ValueParsers.Named("--preprocess", "Done to every face, in training and in use", FacePreprocessing.None);
    private readonly Option<bool> _plain = new("--no-augment") { Description = "Show every picture as it is; the options below are then the only changes." };
    private readonly Option<double?> _mirror = Amount("--mirror", "Chance of a flip", s_mild.MirrorChance);
    private readonly Option<double?> _rotate = Amount("--rotate", "Largest turn in degrees", s_mild.RotationDegrees);
    private readonly Option<double?> _zoom = Amount("--zoom", "Largest change of size, as a share", s_mild.ScaleShare);
    private readonly Option<double?> _shift = Amount("--shift", "Largest shift, as a share of the side", s_mild.ShiftShare);
    private readonly Option<double?> _shear = Amount("--shear", "Largest slant", s_mild.ShearShare);
    private readonly Option<double?> _brightness = Amount("--brightness", "Largest change of brightness, in grey values of 0..255", s_mild.Brightness);
    private readonly Option<double?> _contrast = Amount("--contrast", "Largest change of contrast, as a share", s_mild.ContrastShare);
    private readonly Option<double?> _gamma = Amount("--gamma", "Largest change of the grey curve's exponent, as a share", s_mild.GammaShare);
    private readonly Option<double?> _blur = Amount("--blur", "Chance of a blur", s_mild.BlurChance);
    private readonly Option<double?> _noise = Amount("--noise", "Chance of sensor noise", s_mild.NoiseChance);
    private readonly Option<double?> _degrade = Amount("--degrade", "Chance of a small or strongly packed picture's loss", s_mild.DegradeChance);
    private readonly Option<double?> _erase = Amount("--erase", "Chance that a rectangle is painted over", s_mild.ErasingChance);
    private readonly Option<double?> _sideLight = Amount("--side-light", "Chance of light from one side", s_mild.SideLightChance);
    private readonly Option<double?> _cover = Amount("--cover", "Chance that up to half is covered from one side", s_mild.CoverChance);
    private readonly Option<double> _mixup = ValueParsers.Number("--mixup", "Share of the steps that mix every picture with another (mixup)", 0);
    private readonly Option<double> _cutmix = ValueParsers.Number("--cutmix", "Share of the steps that put a part of another picture into every one (cutmix)", 0);
    private readonly Option<bool> _flip = new("--flip") { Description = "In use, read a face and its mirror image and take the mean; twice the work." };

    /// <summary>Adds every option.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_preprocess, _plain, _mirror, _rotate, _zoom, _shift, _shear, _brightness, _contrast, _gamma, _blur, _noise, _degrade, _erase, _sideLight, _cover, _mixup, _cutmix, _flip])
            command.Add(option);
    }

    /// <summary>What is done to every face.</summary>
    public FacePreprocessing PreprocessingOf(ParseResult parsed) => parsed.GetValue(_preprocess);

    /// <summary>Whether the model reads a face twice in use.</summary>
    public bool AveragesMirrored(ParseResult parsed) => parsed.GetValue(_flip);

    /// <summary>How pictures are mixed.</summary>
    public PictureMixingOptions MixingOf(ParseResult parsed) => new()
    {
        MixupChance = (float)parsed.GetValue(_mixup), CutmixChance = (float)parsed.GetValue(_cutmix),
    };

    /// <summary>How pictures are changed.</summary>
    public FaceAugmentationOptions AugmentationOf(ParseResult parsed)
    {
        var start = parsed.GetValue(_plain) ? FaceAugmentationOptions.None : s_mild;
        float Of(Option<double?> option, float fallback) => (float?)parsed.GetValue(option) ?? fallback;
        return start with
        {
            MirrorChance = Of(_mirror, start.MirrorChance), RotationDegrees = Of(_rotate, start.RotationDegrees), ScaleShare = Of(_zoom, start.ScaleShare),
            ShiftShare = Of(_shift, start.ShiftShare), ShearShare = Of(_shear, start.ShearShare), Brightness = Of(_brightness, start.Brightness),
            ContrastShare = Of(_contrast, start.ContrastShare), GammaShare = Of(_gamma, start.GammaShare), BlurChance = Of(_blur, start.BlurChance),
            NoiseChance = Of(_noise, start.NoiseChance), DegradeChance = Of(_degrade, start.DegradeChance), ErasingChance = Of(_erase, start.ErasingChance),
            SideLightChance = Of(_sideLight, start.SideLightChance), CoverChance = Of(_cover, start.CoverChance),
        };
    }

    private static Option<double?> Amount(string name, string description, float fallback) =>
        ValueParsers.Option<double?>(name, "X", FormattableString.Invariant($"{description} (default: {fallback})."), text => ValueParsers.NumberOf(name, text));
}
