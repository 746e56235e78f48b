using System.Globalization;
using System.Runtime.CompilerServices;
using Dapper;
using MoodDeck.Library.Export;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Journal;

/// <summary>Writes everything a journal rests on: readings and plays, as they are stored.</summary>
public sealed class JournalExporter
{
    private const int RowsAtOnce = 2000;
    private static readonly string[] Names =
    [
        "kind", "at", "source", "valence", "arousal", "dominance", "sigma_valence", "sigma_arousal",
        "event", "track_id", "title", "artist", "position_seconds",
    ];

    private readonly LibraryDatabase _database;

    internal JournalExporter(LibraryDatabase database) => _database = database;

    /// <summary>
    /// Writes the readings and then the plays of a listener, each in order of time, as UTF-8; returns how many rows. The
    /// column <c>kind</c> says <c>reading</c> or <c>play</c>; times are UTC. Nulls mean from the beginning and to the end.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The format is a playlist.</exception>
    public Task<int> ExportAsync(
        Stream destination, string listenerId, ExportFormat format, DateTimeOffset? from = null, DateTimeOffset? to = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        var rows = RowsAsync(listenerId, from ?? DateTimeOffset.UnixEpoch, to ?? DateTimeOffset.MaxValue, cancellationToken);
        return format switch
        {
            ExportFormat.Csv => CsvRows.WriteAsync(destination, Names, rows),
            ExportFormat.Json => JsonRows.WriteAsync(destination, Names, rows, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Expected csv or json."),
        };
    }

    // Page by page, each with a connection of its own: two years may be millions of rows, and who reads them slowly must
    // not keep the write-ahead log from being folded in.
    private async IAsyncEnumerable<object?[]> RowsAsync(string listenerId, DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (fromMs, toMs) = (from.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds());
        for (var (step, source, more) = (fromMs / IMoodStore.StepMilliseconds, "", true); more;)
        {
            var (after, name) = (step, source);
            var page = await _database.ReadAsync(
                c => c.Query<Reading>(
                    $"""
                    SELECT step AS Step, source AS Source, at_ms AS AtMs, valence AS Valence, arousal AS Arousal, dominance AS Dominance,
                           valence_sigma AS SigmaValence, arousal_sigma AS SigmaArousal FROM mood_readings
                    WHERE listener_id = @listenerId AND (step, source) > (@after, @name) AND at_ms >= @fromMs AND at_ms < @toMs
                    ORDER BY step, source LIMIT {RowsAtOnce}
                    """,
                    new { listenerId, after, name, fromMs, toMs }).AsList(),
                cancellationToken);
            foreach (var row in page) yield return row.Values();
            if (more = page.Count == RowsAtOnce) (step, source) = (page[^1].Step, page[^1].Source);
        }

        for (var (at, number, more) = (StoredTime.Of(from), 0L, true); more;)
        {
            var (after, row) = (at, number);
            var page = await _database.ReadAsync(
                c => c.Query<PlayRow>(
                    $"""
                    SELECT p.row AS Number, p.at AS At, p.event AS Event, p.track_id AS TrackId, coalesce(t.title, p.title) AS Title,
                           coalesce(t.artist, p.artist) AS Artist, p.position_seconds AS PositionSeconds
                    FROM play_history p LEFT JOIN tracks t ON t.id = p.track_id
                    WHERE p.listener_id = @listenerId AND (p.at, p.row) > (@after, @row) AND p.at < @end ORDER BY p.at, p.row LIMIT {RowsAtOnce}
                    """,
                    new { listenerId, after, row, end = StoredTime.Of(to) }).AsList(),
                cancellationToken);
            foreach (var play in page) yield return play.Values();
            if (more = page.Count == RowsAtOnce) (at, number) = (page[^1].At, page[^1].Number);
        }
    }

    private sealed record Reading
    {
        public long Step { get; init; }

        public string Source { get; init; } = "";

        public long AtMs { get; init; }

        public double Valence { get; init; }

        public double Arousal { get; init; }

        public double? Dominance { get; init; }

        public double SigmaValence { get; init; }

        public double SigmaArousal { get; init; }

        public object?[] Values() =>
        [
            "reading", DateTimeOffset.FromUnixTimeMilliseconds(AtMs).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), Source,
            Valence, Arousal, Dominance, SigmaValence, SigmaArousal, null, null, null, null, null,
        ];
    }

    private sealed record PlayRow
    {
        public long Number { get; init; }

        public string At { get; init; } = "";

        public string Event { get; init; } = "";

        public string TrackId { get; init; } = "";

        public string? Title { get; init; }

        public string? Artist { get; init; }

        public double? PositionSeconds { get; init; }

        public object?[] Values() =>
        [
            "play", StoredTime.Read(At).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), null,
            null, null, null, null, null, Event, TrackId, Title, Artist, PositionSeconds,
        ];
    }
}
