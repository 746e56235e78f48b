using System.Data.Common;
using Dapper;
using MoodDeck.Library.Listeners;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Journal;

/// <summary>Joins what was told of plays, an event at a time, to songs with a beginning and an end.</summary>
internal static class PlaySpans
{
    // A pause may be long; what is told of a track after that belongs to no start that is known.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>The songs whose events fall into a time, in order of their start.</summary>
    public static IReadOnlyList<PlaySpan> Read(DbConnection connection, string listenerId, DateTimeOffset from, DateTimeOffset to, DateTimeOffset now) => Join(
        [.. connection.Query<Row>(
            """
            SELECT p.track_id AS TrackId, p.event AS Event, p.at AS At, p.position_seconds AS PositionSeconds,
                   coalesce(t.title, p.title) AS Title, coalesce(t.artist, p.artist) AS Artist, t.duration_seconds AS DurationSeconds
            FROM play_history p LEFT JOIN tracks t ON t.id = p.track_id
            WHERE p.listener_id = @listenerId AND p.at >= @from AND p.at < @to ORDER BY p.at, p.row
            """,
            new { listenerId, from = StoredTime.Of(from - Longest), to = StoredTime.Of(to) })],
        now);

    private static List<PlaySpan> Join(List<Row> rows, DateTimeOffset now)
    {
        var spans = new List<Open>();
        var open = new Dictionary<string, Open>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var at = StoredTime.Read(row.At);
            if (row.Event == "started")
            {
                spans.Add(open[row.TrackId] = new(row, at));
                continue;
            }

            // An end whose start was never told, or was erased, began as long before as it had got into the track.
            if (!open.Remove(row.TrackId, out var start) || at - start.At > Longest)
                spans.Add(start = new(row, at - TimeSpan.FromSeconds(Math.Min(row.PositionSeconds ?? 0, Longest.TotalSeconds))));
            (start.EndedAt, start.Event) = (at, Enum.Parse<PlayEvent>(row.Event, ignoreCase: true));
        }

        spans.Sort((a, b) => a.At.CompareTo(b.At));
        return [.. spans.Select((s, i) => s.ToSpan(i + 1 < spans.Count ? spans[i + 1].At : null, now))];
    }

    private sealed class Open(Row row, DateTimeOffset at)
    {
        public DateTimeOffset At { get; } = at;

        public DateTimeOffset? EndedAt { get; set; }

        public PlayEvent Event { get; set; } = PlayEvent.Started;

        public PlaySpan ToSpan(DateTimeOffset? next, DateTimeOffset now) => new(row.TrackId, row.Title, row.Artist, At, EndedAt ?? Guess(next, now), Event);

        private DateTimeOffset? Guess(DateTimeOffset? next, DateTimeOffset now)
        {
            var over = row.DurationSeconds is { } seconds ? At.AddSeconds(Math.Max(0, seconds - (row.PositionSeconds ?? 0))) : (DateTimeOffset?)null;
            var first = next is null || over < next ? over : next;
            return first <= now ? first : null;
        }
    }

    private sealed record Row
    {
        public string TrackId { get; init; } = "";

        public string Event { get; init; } = "";

        public string At { get; init; } = "";

        public double? PositionSeconds { get; init; }

        public string? Title { get; init; }

        public string? Artist { get; init; }

        public double? DurationSeconds { get; init; }
    }
}
