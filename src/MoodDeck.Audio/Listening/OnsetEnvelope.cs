namespace MoodDeck.Audio.Listening;

/// <summary>
/// How strongly new sound sets in, frame by frame: the positive change of log energy summed over bands about a third
/// octave wide (spectral flux; Bello et al. 2005, Dixon 2006).
/// </summary>
internal sealed class OnsetEnvelope
{
    // Energy under this share of full scale is noise; the floor keeps silence from looking like a burst of onsets.
    private const float Floor = 1e-5f;
    private readonly int[] _bandEdges;
    private readonly float[] _last;
    private readonly List<float> _strength = [];

    public OnsetEnvelope(int binCount, double hertzPerBin)
    {
        var edges = new List<int> { 2 };
        while (edges[^1] < binCount && edges[^1] * hertzPerBin < 10_000) edges.Add(Math.Min(binCount, Math.Max(edges[^1] + 2, (int)(edges[^1] * 1.19))));
        _bandEdges = [.. edges];
        _last = new float[_bandEdges.Length - 1];
        _last.AsSpan().Fill(0.5f * MathF.Log(Floor)); // silence, as Add sees it
    }

    /// <summary>One value a frame, mean nepers of rise a band.</summary>
    public IReadOnlyList<float> Strength => _strength;

    /// <summary>Takes the power spectrum of the next frame.</summary>
    public void Add(ReadOnlySpan<float> power)
    {
        var rise = 0f;
        for (var b = 0; b < _last.Length; b++)
        {
            var energy = Floor;
            for (var k = _bandEdges[b]; k < _bandEdges[b + 1]; k++) energy += power[k];
            var log = 0.5f * MathF.Log(energy);
            rise += Math.Max(0, log - _last[b]);
            _last[b] = log;
        }

        _strength.Add(rise / _last.Length);
    }

    /// <summary>The frames that stand out as beginnings: the largest within 70 ms and clearly above their half second.</summary>
    public IReadOnlyList<int> Onsets(double framesPerSecond)
    {
        var near = Math.Max(1, (int)Math.Round(0.07 * framesPerSecond));
        var around = Math.Max(near + 1, (int)Math.Round(0.25 * framesPerSecond));
        List<int> onsets = [];
        for (var i = 0; i < _strength.Count; i++)
        {
            var (from, to) = (Math.Max(0, i - around), Math.Min(_strength.Count, i + around + 1));
            var (sum, isPeak) = (0f, true);
            for (var j = from; j < to && isPeak; j++)
            {
                sum += _strength[j];
                if (Math.Abs(j - i) <= near && j != i) isPeak = j < i ? _strength[j] < _strength[i] : _strength[j] <= _strength[i];
            }

            if (isPeak && _strength[i] > (sum / (to - from)) + 0.08f) onsets.Add(i);
        }

        return onsets;
    }
}
