namespace MoodDeck.Training.Augmentation;

/// <summary>How often and how strongly <see cref="PictureMixer"/> mixes the pictures of a batch. By default never.</summary>
public sealed record PictureMixingOptions
{
    /// <summary>Chance that a batch is mixed by mixup, 0 to 1. Default 0.</summary>
    public float MixupChance { get; init; }

    /// <summary>Chance that a batch is mixed by cutmix, 0 to 1; together with <see cref="MixupChance"/> at most 1. Default 0.</summary>
    public float CutmixChance { get; init; }

    /// <summary>
    /// The a of Beta(a, a) that mixup's share is drawn from, 0.01 to 100. Default 0.2, the mild end of the 0.1 to 0.4 that
    /// Zhang et al. (2018) recommend.
    /// </summary>
    public float MixupAlpha { get; init; } = 0.2f;

    /// <summary>The a of Beta(a, a) that cutmix's share is drawn from, 0.01 to 100. Default 1, as in Yun et al. (2019).</summary>
    public float CutmixAlpha { get; init; } = 1;

    /// <summary>Whether a batch is ever mixed.</summary>
    public bool IsOn => MixupChance > 0 || CutmixChance > 0;

    /// <summary>Checks the amounts.</summary>
    /// <exception cref="ArgumentException">An amount is out of its range; the message names it.</exception>
    public void Validate()
    {
        Require(MixupChance is >= 0 and <= 1, nameof(MixupChance), MixupChance, "0 to 1");
        Require(CutmixChance is >= 0 and <= 1, nameof(CutmixChance), CutmixChance, "0 to 1");
        Require(MixupChance + CutmixChance <= 1, nameof(CutmixChance), CutmixChance, $"at most 1 together with {nameof(MixupChance)}");
        Require(MixupAlpha is >= 0.01f and <= 100, nameof(MixupAlpha), MixupAlpha, "0.01 to 100");
        Require(CutmixAlpha is >= 0.01f and <= 100, nameof(CutmixAlpha), CutmixAlpha, "0.01 to 100");
    }

    private static void Require(bool holds, string name, float value, string expected)
    {
        if (!holds) throw new ArgumentException(FormattableString.Invariant($"{name} is {value}; expected {expected}."));
    }
}
