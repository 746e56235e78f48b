using System.Data.Common;
using MoodDeck.Core.Mood;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Journal;

/// <summary>Puts listeners' journals together from what is stored.</summary>
public sealed class JournalReader
{
    /// <summary>The most steps the strip has.</summary>
    public const int MostReadings = 720;

    /// <summary>The most points a day's path has.</summary>
    public const int MostPathPoints = 60;

    private static readonly TimeSpan OneMinute = TimeSpan.FromMinutes(1);

    // A play that began just after the look-back needs the quarter hour before it.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(15);
    private readonly LibraryDatabase _database;

    internal JournalReader(LibraryDatabase database) => _database = database;

    /// <summary>A journal. A listener of whom nothing is stored has an empty one.</summary>
    /// <exception cref="ArgumentException">The strip is empty or longer than <see cref="JournalRequest.MostDays"/>.</exception>
    public Task<MoodJournal> ReadAsync(string listenerId, JournalRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.To <= request.From || request.To - request.From > TimeSpan.FromHours((24 * JournalRequest.MostDays) + 2))
            throw new ArgumentException($"Expected a strip of at most {JournalRequest.MostDays} days.", nameof(request));
        // So that no play is seen without the readings that came before it.
        return _database.SnapshotAsync((connection, _) => Read(connection, listenerId, request), cancellationToken);
    }

    private MoodJournal Read(DbConnection connection, string listenerId, JournalRequest request)
    {
        var now = _database.Time.GetUtcNow();
        var firstDay = request.LastDay.AddDays(1 - JournalRequest.LookBackDays);
        var lookBack = JournalClock.StartOf(firstDay, request.Zone);
        var earliest = request.From < lookBack ? request.From : lookBack;
        var moods = MoodTimeline.Read(connection, listenerId, earliest - Margin, request.To);
        var plays = PlaySpans.Read(connection, listenerId, earliest, request.To, now);
        var days = Enumerable.Range(0, JournalRequest.LookBackDays).Select(i => (Number: i, Stretch: Day(firstDay.AddDays(i), request))).ToList();
        var step = StepOf(request.To - request.From);
        return new(
            step.TotalSeconds,
            [.. moods.Steps(request.From, request.To, step)],
            [.. plays.Where(p => p.StartedAt < request.To && (p.EndedAt ?? now) >= request.From)],
            [.. days.TakeLast(JournalRequest.WeekDays).Select(d => DayOf(firstDay.AddDays(d.Number), d.Stretch, moods))],
            MovedTracks.Of(plays, moods, lookBack, request.To < now ? request.To : now),
            Distribution(moods.Steps(request.From, request.To, OneMinute)),
            MoodTrend.Of([.. days.Select(d => (d.Number, Mean: MeanOf(moods, d.Stretch))).Where(d => d.Mean is not null).Select(d => (d.Number, d.Mean!.Value.Valence, d.Mean.Value.Arousal))]));
    }

    // Whole fives of seconds, for that is how readings lie.
    private static TimeSpan StepOf(TimeSpan length) =>
        TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(length.TotalMilliseconds / MostReadings / IMoodStore.StepMilliseconds)) * IMoodStore.StepMilliseconds);

    private static (DateTimeOffset From, DateTimeOffset To) Day(DateOnly date, JournalRequest request)
    {
        var (start, end) = (JournalClock.StartOf(date, request.Zone), JournalClock.StartOf(date.AddDays(1), request.Zone));
        return (start, end < request.To ? end : request.To);
    }

    private static JournalDay DayOf(DateOnly date, (DateTimeOffset From, DateTimeOffset To) day, MoodTimeline moods)
    {
        // A day the zone left out altogether has no length.
        if (day.To <= day.From || MeanOf(moods, day) is not { } mean) return new(date, null, [], 0);
        var part = TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max((day.To - day.From).TotalMilliseconds, TimeSpan.MillisecondsPerDay) / MostPathPoints));
        return new(date, NamedMoods.Nearest(new(mean.Valence, mean.Arousal, 0)).Name, [.. moods.Steps(day.From, day.To, part)], moods.Count(day.From, day.To));
    }

    // Of minutes, so that a camera that reads twice as often does not count twice.
    private static (double Valence, double Arousal)? MeanOf(MoodTimeline moods, (DateTimeOffset From, DateTimeOffset To) day)
    {
        var minutes = moods.Steps(day.From, day.To, OneMinute).ToList();
        return minutes.Count == 0 ? null : (minutes.Average(m => m.Valence), minutes.Average(m => m.Arousal));
    }

    private static Dictionary<string, double> Distribution(IEnumerable<MoodStep> minutes)
    {
        var words = minutes.CountBy(m => NamedMoods.Nearest(new(m.Valence, m.Arousal, 0)).Name).ToDictionary();
        double all = words.Values.Sum();
        return all == 0 ? [] : NamedMoods.All.Where(m => m.OnRim || m.Name == "neutral").ToDictionary(m => m.Name, m => words.GetValueOrDefault(m.Name) / all);
    }
}
