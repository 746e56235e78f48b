using MoodDeck.Core.Mood;
using MoodDeck.Library.Listeners;
using MoodDeck.Recommend.Taste;
using MoodDeck.Server.Contracts;

namespace MoodDeck.Server.Listeners;

/// <summary>What a play tells of how a track pleased.</summary>
internal static class PlayOutcome
{
    /// <summary>Of a track of so many seconds that was finished or skipped.</summary>
    public static TrackOutcome Of(PlayReport play, PlayEvent happened, double? durationSeconds, bool liked)
    {
        var skipped = happened == PlayEvent.Skipped;
        double? share = skipped && play.PositionSeconds is { } position && durationSeconds is > 0 and var duration ? Math.Clamp(position / duration, 0, 1) : null;
        return new(skipped, share, liked ? TrackVerdict.Earlier : TrackVerdict.None, Progress(play));
    }

    private static double? Progress(PlayReport play) =>
        play is { MoodBefore: { } before, MoodAfter: { } after, ChosenFor.Goal: { } goal } ? Distance(before, goal) - Distance(after, goal) : null;

    private static double Distance(PlanePoint a, PlanePoint b) => new Vad(a.Valence, a.Arousal, 0).DistanceTo(new(b.Valence, b.Arousal, 0));
}
