using MoodDeck.Recommend;

namespace MoodDeck.Cli.Bench.Recommend;

/// <summary>The nearest tracks to a point of the plane by looking at each, in plain arrays: what an index is measured against.</summary>
internal sealed class BruteForce
{
    private readonly float[] _valence, _arousal;

    /// <summary>Copies the moods of an index.</summary>
    public BruteForce(TrackIndex index)
    {
        (_valence, _arousal) = (new float[index.Count], new float[index.Count]);
        for (var row = 0; row < index.Count; row++)
        {
            var mood = index.MoodOf(row);
            (_valence[row], _arousal[row]) = mood.IsKnown ? ((float)mood.Mean.Valence, (float)mood.Mean.Arousal) : (float.NaN, float.NaN);
        }
    }

    /// <summary>The squared distances of the nearest, nearest first.</summary>
    public List<float> Nearest(float valence, float arousal, int most)
    {
        PriorityQueue<float, float> nearest = new(most + 1);
        var worst = float.PositiveInfinity;
        for (var row = 0; row < _valence.Length; row++)
        {
            var (dv, da) = (_valence[row] - valence, _arousal[row] - arousal);
            var distance = (dv * dv) + (da * da);
            if (!(distance < worst)) continue; // what is not a number is no distance
            nearest.Enqueue(distance, -distance);
            if (nearest.Count <= most) continue;
            nearest.Dequeue();
            worst = nearest.Peek();
        }

        return [.. nearest.UnorderedItems.Select(i => i.Element).Order()];
    }
}
