namespace MoodDeck.Training.Data;

/// <summary>How cutting out a face ended.</summary>
/// <param name="Problem">Why there is none; null when there is one.</param>
/// <param name="IsDamage">Whether the picture is damaged, rather than sound and of no use.</param>
internal readonly record struct CutOutcome(string? Problem, bool IsDamage)
{
    public static CutOutcome Good => default;

    public static CutOutcome NoFace => new("no face was found in it", IsDamage: false);

    public static CutOutcome Damaged(string problem) => new(problem, IsDamage: true);
}
