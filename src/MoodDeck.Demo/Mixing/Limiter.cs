using MoodDeck.Audio.Loudness;
using MoodDeck.Demo.Synthesis;

namespace MoodDeck.Demo.Mixing;

/// <summary>
/// Holds peaks under a ceiling without a click: it looks 5 ms ahead, turns down along a smooth ramp and comes back over
/// some 120 ms. Peaks between the samples are found by interpolation to four times the rate, as BS.1770-4 does.
/// </summary>
internal sealed class Limiter(float ceiling)
{
    private const double AheadSeconds = 0.005;
    private const double ReleaseSeconds = 0.12;
    private const int Ahead = (int)(AheadSeconds * StereoBuffer.SampleRate);
    private readonly float _rise = (float)(1 - Math.Exp(-1 / (ReleaseSeconds * StereoBuffer.SampleRate)));
    private readonly Queue<float> _average = new(Enumerable.Repeat(1f, Ahead + 1));
    private readonly (int At, float Gain)[] _candidates = new (int, float)[Ahead + 2];
    private int _first;
    private int _count;
    private double _sum = Ahead + 1;
    private float _held = 1;

    /// <summary>Limits both channels together, in place, so that the picture does not sway.</summary>
    public static void Apply(StereoBuffer buffer, float ceiling)
    {
        var limiter = new Limiter(ceiling);
        for (var i = 0; i < buffer.Length + Ahead; i++)
        {
            var gain = limiter.Next(i, i < buffer.Length ? limiter.Needed(buffer, i) : 1);
            if (i < Ahead) continue;
            buffer.Left[i - Ahead] *= gain;
            buffer.Right[i - Ahead] *= gain;
        }
    }

    private float Needed(StereoBuffer buffer, int i)
    {
        var peak = Math.Max(TruePeak.Around(buffer.Left, i, ceiling), TruePeak.Around(buffer.Right, i, ceiling));
        return peak > ceiling ? ceiling / peak : 1;
    }

    // The gain for the sample that lies the look-ahead back.
    private float Next(int i, float needed)
    {
        var lowest = Lowest(i, needed);
        _held = lowest < _held ? lowest : _held + (_rise * (lowest - _held));
        // Averaged over the look-ahead, the gain is down exactly when the peak arrives.
        _sum += _held - _average.Dequeue();
        _average.Enqueue(_held);
        return (float)(_sum / (Ahead + 1));
    }

    // The smallest gain within the look-ahead, by a ring of those that may still become it, each larger than the one before.
    private float Lowest(int i, float needed)
    {
        while (_count > 0 && Candidate(_count - 1).Gain >= needed) _count--;
        Candidate(_count++) = (i, needed);
        while (Candidate(0).At < i - Ahead)
        {
            _first = (_first + 1) % _candidates.Length;
            _count--;
        }

        return Candidate(0).Gain;
    }

    private ref (int At, float Gain) Candidate(int index) => ref _candidates[(_first + index) % _candidates.Length];
}
