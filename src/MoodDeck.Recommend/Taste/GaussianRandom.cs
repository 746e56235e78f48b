namespace MoodDeck.Recommend.Taste;

/// <summary>Repeatable chance: uniform numbers by SplitMix64 (Steele, Lea and Flood 2014), normal ones by Box and Muller (1958).</summary>
internal sealed class GaussianRandom(ulong seed)
{
    private ulong _state = seed;
    private double? _spare;

    /// <summary>Uniform in (0, 1).</summary>
    public double Open()
    {
        var z = _state += 0x9E3779B97F4A7C15ul;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ul;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBul;
        return (((z ^ (z >> 31)) >> 11) + 0.5) / (1ul << 53);
    }

    /// <summary>Standard normal.</summary>
    public double Normal()
    {
        if (_spare is { } spare)
        {
            _spare = null;
            return spare;
        }

        var radius = Math.Sqrt(-2 * Math.Log(Open()));
        var (sin, cos) = Math.SinCos(2 * Math.PI * Open());
        _spare = radius * sin;
        return radius * cos;
    }
}
