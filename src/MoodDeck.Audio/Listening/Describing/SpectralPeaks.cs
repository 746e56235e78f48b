namespace MoodDeck.Audio.Listening.Describing;

/// <summary>The partials of a long frame: local maxima of its spectrum, their frequency refined by a parabola through the logs.</summary>
internal sealed class SpectralPeaks(double hertzPerBin)
{
    private const double LowestHertz = 27, HighestHertz = 5000;
    // Weaker than this beside the strongest is leakage and noise; weaker than that at all is silence.
    private const float Faintest = 1e-5f, Silence = 1e-9f;
    private readonly List<(float Hertz, float Amplitude)> _peaks = [];

    /// <summary>From low to high; amplitude 1 is a full-scale sine.</summary>
    public IReadOnlyList<(float Hertz, float Amplitude)> All => _peaks;

    public void Find(ReadOnlySpan<float> power)
    {
        _peaks.Clear();
        var (from, to) = ((int)(LowestHertz / hertzPerBin), Math.Min(power.Length - 1, (int)(HighestHertz / hertzPerBin)));
        var floor = Math.Max(Silence, Faintest * System.Numerics.Tensors.TensorPrimitives.Max(power[from..to]));
        for (var k = Math.Max(1, from); k < to; k++)
        {
            if (!(power[k] > floor && power[k] > power[k - 1] && power[k] >= power[k + 1])) continue;
            var (left, middle, right) = (MathF.Log(power[k - 1] + 1e-12f), MathF.Log(power[k]), MathF.Log(power[k + 1] + 1e-12f));
            var curvature = left - (2 * middle) + right;
            var shift = curvature < 0 ? Math.Clamp(0.5f * (left - right) / curvature, -0.5f, 0.5f) : 0;
            _peaks.Add(((float)((k + shift) * hertzPerBin), MathF.Sqrt(power[k])));
        }
    }
}
