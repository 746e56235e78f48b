using System.Numerics;

namespace MoodDeck.Training.Augmentation;

/// <summary>
/// A small, fast random number generator, xoroshiro128++ (Blackman and Vigna 2019) seeded by SplitMix64: the same keys give
/// the same numbers on every machine and in every thread. It is a mutable value; pass it by reference.
/// </summary>
public struct FastRandom
{
    private ulong _a;
    private ulong _b;

    /// <summary>A generator for one thing of one epoch, such as one picture, independent of all others.</summary>
    public static FastRandom For(ulong seed, long epoch, long index)
    {
        var state = seed;
        state = Mix(ref state) ^ (ulong)epoch;
        state = Mix(ref state) ^ (ulong)index;
        var random = new FastRandom { _a = Mix(ref state), _b = Mix(ref state) };
        if ((random._a | random._b) == 0) random._a = 1; // the one state that never changes
        return random;
    }

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        var (a, b) = (_a, _b);
        var result = BitOperations.RotateLeft(a + b, 17) + a;
        b ^= a;
        _a = BitOperations.RotateLeft(a, 49) ^ b ^ (b << 21);
        _b = BitOperations.RotateLeft(b, 28);
        return result;
    }

    /// <summary>Uniform in [0, 1).</summary>
    public float NextFloat() => (NextBits() >> 40) * (1f / (1 << 24));

    /// <summary>Uniform in (0, 1), in steps of 2^-52, never 0 or 1.</summary>
    public double NextDouble() => ((NextBits() >> 12) + 0.5) * (1.0 / (1L << 52));

    /// <summary>Uniform between two bounds.</summary>
    public float Between(float low, float high) => low + ((high - low) * NextFloat());

    /// <summary>Uniform in [-<paramref name="amount"/>, <paramref name="amount"/>).</summary>
    public float Around(float amount) => Between(-amount, amount);

    /// <summary>Between two positive bounds, each octave as likely as the next.</summary>
    public float LogBetween(float low, float high) => low * MathF.Pow(high / low, NextFloat());

    /// <summary>True with a probability.</summary>
    public bool Chance(float probability) => NextFloat() < probability;

    /// <summary>A whole number from 0 up to but not including <paramref name="bound"/>.</summary>
    public int NextInt(int bound) => (int)(((NextBits() >> 32) * (ulong)bound) >> 32);

    /// <summary>
    /// Roughly normal with mean 0 and deviation 1: the sum of four uniform 16-bit numbers, cut at 3.46. Good enough for
    /// sensor noise and several times faster than an exact one.
    /// </summary>
    public float NextNormal()
    {
        var bits = NextBits();
        var sum = (bits & 0xFFFF) + ((bits >> 16) & 0xFFFF) + ((bits >> 32) & 0xFFFF) + (bits >> 48);
        return (sum - (2f * 65535)) * (1.7320508f / 65535);
    }

    /// <summary>Puts elements into random order.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = NextInt(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private static ulong Mix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
