namespace MoodDeck.Demo.Synthesis;

/// <summary>A second-order filter that stays stable while it is tuned (trapezoidal state-variable form; Zavalishin 2012).</summary>
internal struct StateVariableFilter
{
    private float _a1;
    private float _a2;
    private float _a3;
    private float _first;
    private float _second;

    /// <summary>Sets the frequency and the resonance.</summary>
    public void Tune(double hertz, double resonance)
    {
        var g = (float)Math.Tan(Math.PI * Math.Min(hertz, 20_000) / StereoBuffer.SampleRate);
        _a1 = 1 / (1 + (g * (g + (float)(1 / resonance))));
        _a2 = g * _a1;
        _a3 = g * _a2;
    }

    /// <summary>Filters one sample.</summary>
    public float LowPass(float sample)
    {
        var high = sample - _second;
        var band = (_a1 * _first) + (_a2 * high);
        var low = _second + (_a2 * _first) + (_a3 * high);
        _first = (2 * band) - _first;
        _second = (2 * low) - _second;
        return low;
    }
}
