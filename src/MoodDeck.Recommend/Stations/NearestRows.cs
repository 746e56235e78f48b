using MoodDeck.Recommend.Columns;

namespace MoodDeck.Recommend.Stations;

/// <summary>The rows of known mood nearest to a point of the plane: blocks from near to far, until none can hold a nearer one.</summary>
internal static class NearestRows
{
    // What rounding may take from a distance.
    private const float Slack = 1e-6f;

    /// <summary>The nearest rows by their own moods, nearest first, so many at most.</summary>
    public static IEnumerable<int> Of(TrackIndex index, double valence, double arousal, int most)
    {
        var (columns, blocks) = (index.Columns, index.Columns.Blocks);
        var (v, a) = ((float)valence, (float)arousal);
        var waiting = new PriorityQueue<int, float>(Enumerable.Range(0, blocks.Count).Select(block => (block, DistanceTo(block))));
        var nearest = new PriorityQueue<int, (float, int)>(most + 1);
        var farthest = float.PositiveInfinity;
        var (valences, arousals) = (columns.Moods[0], columns.Moods[1]);
        while (waiting.TryDequeue(out var block, out var distance) && distance - Slack <= farthest)
        {
            var (start, count) = blocks.RowsOf(block).GetOffsetAndLength(index.Count);
            for (var row = start; row < start + count; row++)
            {
                var (dv, da) = ((valences[row] * MoodColumns.Step) - v, (arousals[row] * MoodColumns.Step) - a);
                var squared = (dv * dv) + (da * da);
                if (squared > farthest || !columns.Moods.At(row).IsKnown) continue;
                nearest.Enqueue(row, (-squared, -row));
                if (nearest.Count <= most) continue;
                nearest.Dequeue();
                if (nearest.TryPeek(out _, out var worst)) farthest = -worst.Item1;
            }
        }

        var rows = new List<int>(nearest.Count);
        while (nearest.TryDequeue(out var row, out _)) rows.Add(row);
        rows.Reverse();
        return rows;

        float DistanceTo(int block)
        {
            var (dv, da) = (Outside(0, v), Outside(1, a));
            return (dv * dv) + (da * da);

            float Outside(int axis, float x) => MathF.Max(0, MathF.Max(blocks.Lowest[axis][block] - x, x - blocks.Highest[axis][block]));
        }
    }
}
