using MoodDeck.Core.Mood;

namespace MoodDeck.Vision.Live;

/// <summary>
/// When the label of a face changes. Evidence is in natural logarithms: how far another label is ahead of what stands
/// against it, summed over seconds. The defaults were chosen with <c>mooddeck bench live --trace</c> on rows of FER2013's
/// Training that the model had not learned from.
/// </summary>
public sealed record SteadyLabelOptions
{
    /// <summary>How far ahead another label must be before that counts at all. Default 0.3.</summary>
    public double Margin { get; init; } = 0.3;

    /// <summary>How much evidence changes the label, in seconds. Default 1: ahead by 1.3 it takes a second.</summary>
    public double ChangeSeconds { get; init; } = 1;

    /// <summary>The most that one moment may say for or against a label. Default 3.</summary>
    public double MostPerMoment { get; init; } = 3;

    /// <summary>Happiness needs this share of the evidence, for a smile is short and seldom misread. Default 0.5.</summary>
    public double HappinessShare { get; init; } = 0.5;

    /// <summary>"Unsure" needs this share of the evidence: a label that has been earned is not given up lightly. Default 1.5.</summary>
    public double UnsureShare { get; init; } = 1.5;

    /// <summary>After this long without a reading the label is "unsure". Default 2 s.</summary>
    public double ForgetSeconds { get; init; } = 2;

    /// <summary>How far the last moments must lie from what was usual to be a jump, 0 to 1 (total variation). Default 0.35.</summary>
    public double Jump { get; init; } = 0.35;

    /// <summary>Time constant of the last moments. Default 0.15 s.</summary>
    public double RecentSeconds { get; init; } = 0.15;

    /// <summary>Time constant of what is usual. Default 3 s.</summary>
    public double UsualSeconds { get; init; } = 3;

    /// <summary>This long after a jump the label is judged once more by all that was read since. Default 0.25 s.</summary>
    public double SettleSeconds { get; init; } = 0.25;

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A member is out of range.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Margin);
        ArgumentOutOfRangeException.ThrowIfNegative(ChangeSeconds);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(MostPerMoment, Margin);
        ArgumentOutOfRangeException.ThrowIfNegative(HappinessShare);
        ArgumentOutOfRangeException.ThrowIfNegative(UnsureShare);
        ArgumentOutOfRangeException.ThrowIfNegative(ForgetSeconds);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Jump);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(RecentSeconds);
        ArgumentOutOfRangeException.ThrowIfNegative(SettleSeconds);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(UsualSeconds, RecentSeconds);
    }

    /// <summary>The evidence that makes this the label; null is "unsure".</summary>
    internal double NeededFor(Emotion? label) => ChangeSeconds * label switch
    {
        null => UnsureShare,
        Emotion.Happiness => HappinessShare,
        _ => 1,
    };
}
