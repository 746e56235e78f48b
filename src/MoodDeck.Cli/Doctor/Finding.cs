namespace MoodDeck.Cli.Doctor;

/// <summary>What was found out about one part of the installation.</summary>
/// <param name="Part">The part's name.</param>
/// <param name="Ok">Whether it is there and works.</param>
/// <param name="Detail">Version or place when it works, what is wrong when not.</param>
/// <param name="Cost">What does not work without it; null when it works.</param>
/// <param name="Mend">The command or step that mends it; null when it works.</param>
internal sealed record Finding(string Part, bool Ok, string Detail, string? Cost = null, string? Mend = null)
{
    /// <summary>A part that works.</summary>
    public static Finding Works(string part, string detail) => new(part, true, detail);

    /// <summary>A part that does not.</summary>
    public static Finding Lacks(string part, string detail, string cost, string mend) => new(part, false, detail, cost, mend);
}
