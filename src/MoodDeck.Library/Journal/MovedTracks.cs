using MoodDeck.Core.Mood;

namespace MoodDeck.Library.Journal;

/// <summary>
/// What the mood was like after songs against before: the mean of the quarter hour after each start less the mean of the
/// quarter hour before it. It says what came first, never what was the cause: songs are chosen for moods, quarter hours of
/// neighbouring songs overlap, and whoever feels low tends to feel better later without any song.
/// </summary>
public static class MovedTracks
{
    /// <summary>A change this small, or smaller, is called neither a rise nor a fall.</summary>
    public const double Noticeable = 0.02;

    private const int MostTracks = 12;
    private const double LeastDirection = 0.05;
    private static readonly TimeSpan QuarterHour = TimeSpan.FromMinutes(15);

    /// <summary>The tracks with the clearest change first: by its size times the root of the number of plays compared.</summary>
    /// <param name="plays">Plays whose start lies after <paramref name="from"/>.</param>
    /// <param name="moods">Readings around them.</param>
    /// <param name="from">Plays that began earlier do not count.</param>
    /// <param name="until">Plays whose quarter hour ends later are not over yet.</param>
    internal static IReadOnlyList<MovedTrack> Of(IReadOnlyList<PlaySpan> plays, MoodTimeline moods, DateTimeOffset from, DateTimeOffset until) =>
    [
        .. plays.Where(p => p.StartedAt >= from && p.StartedAt < until).GroupBy(p => p.TrackId, StringComparer.Ordinal)
            .Select(track => Of([.. track], moods, until)).OfType<MovedTrack>()
            .OrderByDescending(t => Math.Sqrt(t.Compared * ((t.ValenceChange * t.ValenceChange) + (t.ArousalChange * t.ArousalChange))))
            .ThenBy(t => t.TrackId, StringComparer.Ordinal)
            .Take(MostTracks),
    ];

    private static MovedTrack? Of(List<PlaySpan> plays, MoodTimeline moods, DateTimeOffset until)
    {
        var changes = plays.Where(p => p.StartedAt + QuarterHour <= until).Select(p => Change(p.StartedAt, moods)).OfType<(double Valence, double Arousal)>().ToList();
        if (changes.Count == 0) return null;
        var (valence, arousal) = (changes.Average(c => c.Valence), changes.Average(c => c.Arousal));
        return new(
            plays[^1].TrackId, plays[^1].Title, plays[^1].Artist, plays.Count, valence, arousal, changes.Count,
            changes.Count(c => c.Valence > Noticeable), changes.Count(c => c.Valence < -Noticeable),
            changes.Count(c => c.Arousal > Noticeable), changes.Count(c => c.Arousal < -Noticeable), Towards(valence, arousal));
    }

    private static (double Valence, double Arousal)? Change(DateTimeOffset start, MoodTimeline moods) =>
        moods.Mean(start - QuarterHour, start) is { } before && moods.Mean(start, start + QuarterHour) is { } after
            ? (after.Valence - before.Valence, after.Arousal - before.Arousal)
            : null;

    // The word lies in the direction of the change, however short the way was.
    private static string? Towards(double valence, double arousal)
    {
        var length = Math.Sqrt((valence * valence) + (arousal * arousal));
        return length < LeastDirection ? null : NamedMoods.Nearest(new(valence / length, arousal / length, 0)).Name;
    }
}
