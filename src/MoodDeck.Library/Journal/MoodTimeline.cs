using System.Data.Common;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Journal;

/// <summary>
/// A listener's readings over some time, one for each five seconds: where several sources read at once, what the hand said
/// counts before a photo, a photo before the camera.
/// </summary>
internal sealed class MoodTimeline
{
    private readonly List<Point> _points = [];

    // Sums of valence and arousal up to each point, so that the mean of any stretch costs two look-ups.
    private readonly List<(double Valence, double Arousal)> _sums = [(0, 0)];

    /// <summary>Reads it.</summary>
    public static MoodTimeline Read(DbConnection connection, string listenerId, DateTimeOffset from, DateTimeOffset to)
    {
        using var command = connection.Command(
            """
            SELECT step, source, at_ms, valence, arousal, valence_sigma, arousal_sigma FROM mood_readings
            WHERE listener_id = @listener AND step >= @first AND step <= @last AND at_ms >= @from AND at_ms < @to ORDER BY step
            """);
        var (fromMs, toMs) = (from.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds());
        command.Add("@listener", listenerId);
        command.Add("@first", fromMs / IMoodStore.StepMilliseconds);
        command.Add("@last", toMs / IMoodStore.StepMilliseconds);
        command.Add("@from", fromMs);
        command.Add("@to", toMs);
        using var row = command.ExecuteReader();
        var timeline = new MoodTimeline();
        while (row.Read()) timeline.Take(row);
        foreach (var point in timeline._points) timeline._sums.Add((timeline._sums[^1].Valence + point.Valence, timeline._sums[^1].Arousal + point.Arousal));
        return timeline;
    }

    /// <summary>How many readings a stretch has.</summary>
    public int Count(DateTimeOffset from, DateTimeOffset to) => IndexAt(to) - IndexAt(from);

    /// <summary>The mean over a stretch; null where it has no reading.</summary>
    public (double Valence, double Arousal)? Mean(DateTimeOffset from, DateTimeOffset to)
    {
        var (first, end) = (IndexAt(from), IndexAt(to));
        if (end <= first) return null;
        var (before, after) = (_sums[first], _sums[end]);
        return ((after.Valence - before.Valence) / (end - first), (after.Arousal - before.Arousal) / (end - first));
    }

    /// <summary>Means over equal steps of a stretch; a step without a reading is left out.</summary>
    public IEnumerable<MoodStep> Steps(DateTimeOffset from, DateTimeOffset to, TimeSpan length)
    {
        var (start, step, end) = (from.ToUnixTimeMilliseconds(), (long)length.TotalMilliseconds, IndexAt(to));
        for (var i = IndexAt(from); i < end;)
        {
            var sum = new StepSum();
            var number = (_points[i].AtMs - start) / step;
            for (; i < end && (_points[i].AtMs - start) / step == number; i++) sum.Add(_points[i]);
            yield return sum.Mean();
        }
    }

    private void Take(DbDataReader row)
    {
        if (!MoodSources.TryParse(row.GetString(1), out var source))
            throw new InvalidOperationException($"The database holds a mood of source {row.GetString(1)}, which no version of MoodDeck writes.");
        var point = new Point(row.GetInt64(0), row.GetInt64(2), source, row.GetDouble(3), row.GetDouble(4), row.GetDouble(5), row.GetDouble(6));
        if (_points.Count == 0 || _points[^1].Step != point.Step) _points.Add(point);
        else if (point.Source > _points[^1].Source) _points[^1] = point;
    }

    private int IndexAt(DateTimeOffset time)
    {
        var ms = time.ToUnixTimeMilliseconds();
        var (low, high) = (0, _points.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_points[middle].AtMs < ms) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>One reading as it lies in memory.</summary>
    internal readonly record struct Point(long Step, long AtMs, MoodSource Source, double Valence, double Arousal, double SigmaValence, double SigmaArousal);
}
