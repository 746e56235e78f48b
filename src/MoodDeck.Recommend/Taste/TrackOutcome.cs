namespace MoodDeck.Recommend.Taste;

/// <summary>What somebody said of a track.</summary>
public enum TrackVerdict
{
    /// <summary>Nothing.</summary>
    None,
    /// <summary>That they like it.</summary>
    Like,
    /// <summary>That they do not want it.</summary>
    Dislike,
    /// <summary>Something, at another time: that they say nothing now tells nothing.</summary>
    Earlier,
}

/// <summary>What somebody did with a track, as far as it tells how it pleased.</summary>
/// <param name="Skipped">Whether they went on before its end; null when it was not played, only spoken of.</param>
/// <param name="SkippedAt">At which share of its length, 0 to 1; null when unknown or not skipped.</param>
/// <param name="Verdict">What they said of it.</param>
/// <param name="Progress">
/// How far the mood moved towards the goal of the queue while it played, in axis units; negative away from it; null when no camera saw
/// the mood before and after, or the queue led nowhere.
/// </param>
public readonly record struct TrackOutcome(bool? Skipped, double? SkippedAt = null, TrackVerdict Verdict = TrackVerdict.None, double? Progress = null);
