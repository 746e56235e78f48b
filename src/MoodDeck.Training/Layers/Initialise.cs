namespace MoodDeck.Training.Layers;

/// <summary>Random starting values, the same for the same seed on the same machine.</summary>
public static class Initialise
{
    /// <summary>Normal with variance 2 / fan-in (He et al. 2015).</summary>
    public static void HeNormal(Span<float> values, int fanIn, ulong seed) => Normal(values, Math.Sqrt(2.0 / fanIn), seed);

    /// <summary>Normal with a standard deviation, by Box and Muller's (1958) transform.</summary>
    public static void Normal(Span<float> values, double sigma, ulong seed)
    {
        var random = new SplitMix64(seed);
        foreach (ref var v in values)
        {
            var radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
            v = (float)(sigma * radius * Math.Cos(2 * Math.PI * random.NextDouble()));
        }
    }
}

/// <summary>The SplitMix64 generator (Steele, Lea and Flood 2014): tiny, and every seed gives a good stream.</summary>
/// <param name="seed">Any value.</param>
public struct SplitMix64(ulong seed)
{
    private ulong _state = seed;

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));
}
