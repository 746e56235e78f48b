namespace MoodDeck.Audio.Listening;

/// <summary>
/// The discrete Fourier transform of real input of one power-of-two length: a radix-2 Cooley-Tukey transform of half
/// the length on pairs, then split (Sorensen et al. 1987). Holds scratch memory, so one instance serves one thread.
/// </summary>
public sealed class RealFft
{
    private readonly int _half;
    private readonly int[] _reversed;
    private readonly float[] _cos;
    private readonly float[] _sin;
    private readonly float[] _splitCos;
    private readonly float[] _splitSin;
    private readonly float[] _re;
    private readonly float[] _im;

    /// <summary>Prepares a transform of <paramref name="length"/> samples.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a power of two of at least 4.</exception>
    public RealFft(int length)
    {
        if (length < 4 || !int.IsPow2(length)) throw new ArgumentOutOfRangeException(nameof(length), length, "Expected a power of two of at least 4.");
        Length = length;
        _half = length / 2;
        var bits = int.Log2(_half);
        _reversed = new int[_half];
        for (var i = 1; i < _half; i++) _reversed[i] = (_reversed[i >> 1] >> 1) | ((i & 1) << (bits - 1));
        (_cos, _sin) = Turns(_half / 2, _half);
        (_splitCos, _splitSin) = Turns(_half, length);
        _re = new float[_half];
        _im = new float[_half];
    }

    /// <summary>How many samples go in.</summary>
    public int Length { get; }

    /// <summary>How many bins come out: length / 2 + 1, from 0 Hz to half the sampling rate.</summary>
    public int BinCount => _half + 1;

    /// <summary>Writes the squared magnitude of each bin of <paramref name="samples"/> to <paramref name="power"/>.</summary>
    /// <exception cref="ArgumentException">Either length is wrong.</exception>
    public void Power(ReadOnlySpan<float> samples, Span<float> power)
    {
        if (samples.Length != Length) throw new ArgumentException($"Expected {Length} samples, got {samples.Length}.", nameof(samples));
        if (power.Length != BinCount) throw new ArgumentException($"Expected {BinCount} bins, got {power.Length}.", nameof(power));
        for (var i = 0; i < _half; i++) (_re[_reversed[i]], _im[_reversed[i]]) = (samples[2 * i], samples[(2 * i) + 1]);
        TransformPairs();
        var (dc, nyquist) = (_re[0] + _im[0], _re[0] - _im[0]);
        (power[0], power[_half]) = (dc * dc, nyquist * nyquist);
        for (var k = 1; k < _half; k++)
        {
            var m = _half - k;
            var (evenRe, evenIm) = (0.5f * (_re[k] + _re[m]), 0.5f * (_im[k] - _im[m]));
            var (oddRe, oddIm) = (0.5f * (_im[k] + _im[m]), 0.5f * (_re[m] - _re[k]));
            var re = evenRe + (_splitCos[k] * oddRe) + (_splitSin[k] * oddIm);
            var im = evenIm + (_splitCos[k] * oddIm) - (_splitSin[k] * oddRe);
            power[k] = (re * re) + (im * im);
        }
    }

    private void TransformPairs()
    {
        var (re, im) = (_re, _im);
        for (var size = 2; size <= _half; size <<= 1)
        {
            var (span, step) = (size / 2, _half / size);
            for (var start = 0; start < _half; start += size)
            {
                for (int j = 0, t = 0; j < span; j++, t += step)
                {
                    var (a, b) = (start + j, start + j + span);
                    var tr = (re[b] * _cos[t]) + (im[b] * _sin[t]);
                    var ti = (im[b] * _cos[t]) - (re[b] * _sin[t]);
                    (re[b], im[b]) = (re[a] - tr, im[a] - ti);
                    (re[a], im[a]) = (re[a] + tr, im[a] + ti);
                }
            }
        }
    }

    private static (float[] Cos, float[] Sin) Turns(int count, int period)
    {
        var (cos, sin) = (new float[count], new float[count]);
        for (var i = 0; i < count; i++)
        {
            var (s, c) = Math.SinCos(2 * Math.PI * i / period);
            (cos[i], sin[i]) = ((float)c, (float)s);
        }

        return (cos, sin);
    }
}
