namespace MoodDeck.Demo.Composition;

/// <summary>Random numbers that are the same on every machine and in every release (SplitMix64; Steele, Lea and Flood 2014).</summary>
internal sealed class SeededRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Seeded by text (FNV-1a).</summary>
    public static SeededRandom Of(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text) hash = (hash ^ c) * 1099511628211UL;
        return new(hash);
    }

    /// <summary>All 64 bits.</summary>
    public ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15UL;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double Next() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in [from, to).</summary>
    public double Next(double from, double to) => from + ((to - from) * Next());

    /// <summary>Uniform in 0 to count - 1.</summary>
    public int Below(int count) => (int)(Next() * count);

    /// <summary>True with that probability.</summary>
    public bool Chance(double probability) => Next() < probability;

    /// <summary>Close to normal with deviation 1, never beyond 3.5: the sum of four uniforms (Irwin-Hall), scaled.</summary>
    public double Gaussian() => (Next() + Next() + Next() + Next() - 2) * 1.7320508;
}
