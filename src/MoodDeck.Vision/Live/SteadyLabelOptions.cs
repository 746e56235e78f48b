using MoodDeck.Core.Mood;

namespace MoodDeck.Vision.Live;

/// <summary>
/// When the label of a face changes. Evidence is in natural logarithms: how far another label is ahead of what stands
/// against it, summed over seconds.
/// </summary>
public sealed record SteadyLabelOptions
{
    /// <summary>How far ahead another label must be before that counts at all. Default 0.25.</summary>
    public double Margin { get; init; } = 0.25;

    /// <summary>How much of it, summed over time, changes the label. Default 0.3: ahead by 1.25, it takes 0.3 s.</summary>
    public double ChangeSeconds { get; init; } = 0.3;

    /// <summary>The most that one moment may say for or against a label. Default 1.5.</summary>
    public double MostPerMoment { get; init; } = 1.5;

    /// <summary>Happiness needs this share of the evidence, for a smile is short and seldom misread. Default 0.5.</summary>
    public double HappinessShare { get; init; } = 0.5;

    /// <summary>After this long without a reading the label is "unsure". Default 2 s.</summary>
    public double ForgetSeconds { get; init; } = 2;

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A member is out of range.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Margin);
        ArgumentOutOfRangeException.ThrowIfNegative(ChangeSeconds);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(MostPerMoment, Margin);
        ArgumentOutOfRangeException.ThrowIfNegative(HappinessShare);
        ArgumentOutOfRangeException.ThrowIfNegative(ForgetSeconds);
    }

    internal double NeededFor(Emotion? label) => ChangeSeconds * (label == Emotion.Happiness ? HappinessShare : 1);
}
