using MoodDeck.Library.Journal;

namespace MoodDeck.Server.Contracts;

/// <summary>A listener's journal as it is answered.</summary>
/// <param name="On">Whether the listener keeps a history; where not, everything else is empty.</param>
/// <param name="From">Beginning of the strip.</param>
/// <param name="To">End of the strip.</param>
/// <param name="Zone">The time zone days are counted in.</param>
/// <param name="StepSeconds">Over which steps readings are averaged.</param>
/// <param name="KeptSince">When the oldest thing kept was made, also while the history is off; null when nothing is kept.</param>
/// <param name="Readings">In order of time; a gap has none.</param>
/// <param name="Plays">In order of their start.</param>
/// <param name="Days">Seven, the oldest first.</param>
/// <param name="Moved">The clearest change first. It came first; that is no proof.</param>
/// <param name="Distribution">Shares of the minutes with a reading, by mood.</param>
/// <param name="Trend">Over four weeks; null where too few days have readings.</param>
public sealed record JournalAnswer(
    bool On, DateTimeOffset From, DateTimeOffset To, string Zone, double StepSeconds, DateTimeOffset? KeptSince, IReadOnlyList<JournalReadingAnswer> Readings,
    IReadOnlyList<JournalPlayAnswer> Plays, IReadOnlyList<JournalDayAnswer> Days, IReadOnlyList<MovedAnswer> Moved,
    IReadOnlyDictionary<string, double> Distribution, TrendAnswer? Trend)
{
    /// <summary>The answer for a listener who keeps no history.</summary>
    public static JournalAnswer Off(JournalRequest request, DateTimeOffset? keptSince)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new(false, request.From, request.To, request.Zone.Id, 0, keptSince, [], [], [], [], new Dictionary<string, double>(), null);
    }

    /// <summary>The journal as it is answered.</summary>
    public static JournalAnswer Of(JournalRequest request, DateTimeOffset? keptSince, MoodJournal journal)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(journal);
        return new(
            true, request.From, request.To, request.Zone.Id, journal.StepSeconds, keptSince,
            [.. journal.Readings.Select(JournalReadingAnswer.Of)], [.. journal.Plays.Select(JournalPlayAnswer.Of)], [.. journal.Days.Select(JournalDayAnswer.Of)],
            [.. journal.Moved.Select(MovedAnswer.Of)], journal.Distribution.ToDictionary(d => d.Key, d => Rounded.Value(d.Value)), TrendAnswer.Of(journal.Trend));
    }
}

/// <summary>The mean of the readings of one step.</summary>
/// <param name="At">Their mean time.</param>
/// <param name="Valence">From -1 to 1.</param>
/// <param name="Arousal">From -1 to 1.</param>
/// <param name="SigmaValence">One standard deviation.</param>
/// <param name="SigmaArousal">One standard deviation.</param>
/// <param name="Source"><c>camera</c>, <c>photo</c> or <c>hand</c>: what most of them were read from.</param>
public sealed record JournalReadingAnswer(DateTimeOffset At, double Valence, double Arousal, double SigmaValence, double SigmaArousal, string Source)
{
    internal static JournalReadingAnswer Of(MoodStep step) => new(
        step.At, Rounded.Value(step.Valence), Rounded.Value(step.Arousal), Rounded.Value(step.SigmaValence), Rounded.Value(step.SigmaArousal), MoodSources.NameOf(step.Source));
}

/// <summary>One song as it was played.</summary>
/// <param name="TrackId">The track.</param>
/// <param name="Title">Its title; null when it is not known any more.</param>
/// <param name="Artist">Its artist.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it ended, told or worked out; null while it may still play.</param>
/// <param name="Event"><c>finished</c>, <c>skipped</c>, or <c>started</c> where nobody told how it ended.</param>
public sealed record JournalPlayAnswer(string TrackId, string? Title, string? Artist, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, string Event)
{
    internal static JournalPlayAnswer Of(PlaySpan play) =>
        new(play.TrackId, play.Title, play.Artist, play.StartedAt, play.EndedAt, play.Event.ToString().ToLowerInvariant());
}

/// <summary>One day of the week.</summary>
/// <param name="Date">On the listener's clock, such as <c>2026-11-16</c>.</param>
/// <param name="Label">The word for its mean; null without readings.</param>
/// <param name="Path">At most 60 points of valence and arousal, in order of time.</param>
/// <param name="Readings">How many readings it has.</param>
public sealed record JournalDayAnswer(DateOnly Date, string? Label, IReadOnlyList<double[]> Path, int Readings)
{
    internal static JournalDayAnswer Of(JournalDay day) =>
        new(day.Date, day.Label, [.. day.Path.Select(p => (double[])[Rounded.Value(p.Valence), Rounded.Value(p.Arousal)])], day.Readings);
}

/// <summary>How different the mood was in the quarter hour after a song began against the one before. It came first; that is no proof.</summary>
/// <param name="TrackId">The track.</param>
/// <param name="Title">Its title.</param>
/// <param name="Artist">Its artist.</param>
/// <param name="Plays">How often it was played in four weeks.</param>
/// <param name="ValenceChange">Mean change.</param>
/// <param name="ArousalChange">Mean change.</param>
/// <param name="N">Of how many plays both quarter hours have readings.</param>
/// <param name="ValenceRose">After how many of these it was higher.</param>
/// <param name="ValenceFell">After how many it was lower.</param>
/// <param name="ArousalRose">The same for arousal.</param>
/// <param name="ArousalFell">The same for arousal.</param>
/// <param name="Towards">The rim's word in whose direction it went; null when hardly anywhere.</param>
public sealed record MovedAnswer(
    string TrackId, string? Title, string? Artist, int Plays, double ValenceChange, double ArousalChange, int N,
    int ValenceRose, int ValenceFell, int ArousalRose, int ArousalFell, string? Towards)
{
    internal static MovedAnswer Of(MovedTrack track) => new(
        track.TrackId, track.Title, track.Artist, track.Plays, Rounded.Value(track.ValenceChange), Rounded.Value(track.ArousalChange), track.Compared,
        track.ValenceRose, track.ValenceFell, track.ArousalRose, track.ArousalFell, track.Towards);
}

/// <summary>Slopes of the daily means over four weeks.</summary>
/// <param name="Days">On how many days they rest.</param>
/// <param name="Valence">Of the valence.</param>
/// <param name="Arousal">Of the arousal.</param>
public sealed record TrendAnswer(int Days, SlopeAnswer Valence, SlopeAnswer Arousal)
{
    internal static TrendAnswer? Of(MoodTrend? trend) => trend is null ? null : new(trend.Days, SlopeAnswer.Of(trend.Valence), SlopeAnswer.Of(trend.Arousal));
}

/// <summary>A slope with its interval of 95 %.</summary>
/// <param name="PerWeek">Change in a week.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public sealed record SlopeAnswer(double PerWeek, double Low, double High)
{
    internal static SlopeAnswer Of(Slope slope) => new(Rounded.Value(slope.PerWeek), Rounded.Value(slope.Low), Rounded.Value(slope.High));
}
