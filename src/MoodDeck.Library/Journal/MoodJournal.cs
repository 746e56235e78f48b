using MoodDeck.Library.Listeners;

namespace MoodDeck.Library.Journal;

/// <summary>A listener's journal over some time.</summary>
/// <param name="StepSeconds">The equal steps over which <paramref name="Readings"/> are averaged.</param>
/// <param name="Readings">At most <see cref="JournalReader.MostReadings"/>, in order of time; a gap has none.</param>
/// <param name="Plays">What played in that time, in order of its start.</param>
/// <param name="Days">The seven days up to the end, the oldest first.</param>
/// <param name="Moved">The songs after which the mood was most different, over four weeks.</param>
/// <param name="Distribution">Shares of the minutes with a reading, by the mood's name, the rim's twelve and <c>neutral</c>; they sum to 1. Empty without readings.</param>
/// <param name="Trend">Over four weeks; null where too few days have readings.</param>
public sealed record MoodJournal(
    double StepSeconds, IReadOnlyList<MoodStep> Readings, IReadOnlyList<PlaySpan> Plays, IReadOnlyList<JournalDay> Days,
    IReadOnlyList<MovedTrack> Moved, IReadOnlyDictionary<string, double> Distribution, MoodTrend? Trend);

/// <summary>The mean of some readings.</summary>
/// <param name="At">Their mean time.</param>
/// <param name="Valence">Mean.</param>
/// <param name="Arousal">Mean.</param>
/// <param name="SigmaValence">Spread of one standard deviation: what each reading left open and how far they lie apart.</param>
/// <param name="SigmaArousal">The same for arousal.</param>
/// <param name="Source">What most of them were read from.</param>
/// <param name="Count">How many there are.</param>
public readonly record struct MoodStep(
    DateTimeOffset At, double Valence, double Arousal, double SigmaValence, double SigmaArousal, MoodSource Source, int Count);

/// <summary>One song as it was played.</summary>
/// <param name="TrackId">The track.</param>
/// <param name="Title">Its title; null when it left the catalogue before titles were kept.</param>
/// <param name="Artist">Its artist.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it ended; where nobody told, when the next one began or its length was over, whichever came first; null while it may still play.</param>
/// <param name="Event">How it ended; <see cref="PlayEvent.Started"/> where nobody told.</param>
public sealed record PlaySpan(string TrackId, string? Title, string? Artist, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, PlayEvent Event);

/// <summary>One day.</summary>
/// <param name="Date">The day on the listener's clock.</param>
/// <param name="Label">The word for its mean; null without readings.</param>
/// <param name="Path">At most <see cref="JournalReader.MostPathPoints"/> means over equal parts of the day, in order.</param>
/// <param name="Readings">How many readings it has.</param>
public sealed record JournalDay(DateOnly Date, string? Label, IReadOnlyList<MoodStep> Path, int Readings);

/// <summary>How different the mood was after a song. It came first; that is no proof that it was the cause.</summary>
/// <param name="TrackId">The track.</param>
/// <param name="Title">Its title.</param>
/// <param name="Artist">Its artist.</param>
/// <param name="Plays">How often it was played in these four weeks.</param>
/// <param name="ValenceChange">Mean over the plays of: mean of the quarter hour after the start less mean of the quarter hour before.</param>
/// <param name="ArousalChange">The same for arousal.</param>
/// <param name="Compared">Of how many plays both quarter hours have readings, at least 1.</param>
/// <param name="ValenceRose">After how many of these it was higher by more than <see cref="MovedTracks.Noticeable"/>.</param>
/// <param name="ValenceFell">After how many it was lower by more than that.</param>
/// <param name="ArousalRose">The same for arousal.</param>
/// <param name="ArousalFell">The same for arousal.</param>
/// <param name="Towards">The rim's word in whose direction it went; null when hardly anywhere.</param>
public sealed record MovedTrack(
    string TrackId, string? Title, string? Artist, int Plays, double ValenceChange, double ArousalChange, int Compared,
    int ValenceRose, int ValenceFell, int ArousalRose, int ArousalFell, string? Towards);
