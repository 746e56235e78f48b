namespace MoodDeck.Audio.Tagging;

/// <summary>What became of one file.</summary>
public enum MoodTagOutcome
{
    /// <summary>The mood is in its tags now; after a trial run: it would be.</summary>
    Written,
    /// <summary>Its tags said the same already.</summary>
    Unchanged,
    /// <summary>It was left alone, since its tags state a mood that somebody else put there.</summary>
    Stated,
    /// <summary>It was left alone, since its format or its tags take none that are safe to write.</summary>
    Unsupported,
    /// <summary>It was left alone, since it could not be read, written or verified.</summary>
    Failed,
}

/// <summary>What became of one file, and why.</summary>
/// <param name="Outcome">What.</param>
/// <param name="Reason">A sentence where it was left alone; else null.</param>
public sealed record MoodTagResult(MoodTagOutcome Outcome, string? Reason = null);
