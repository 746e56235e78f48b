using System.Numerics;
using System.Text;

namespace MoodDeck.Recommend;

/// <summary>Hashes that are the same in every process, unlike <see cref="string.GetHashCode()"/>.</summary>
internal static class StableHash
{
    public static ulong Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>64-bit FNV-1a (Fowler, Noll and Vo).</summary>
    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        var hash = 14695981039346656037ul;
        foreach (var b in bytes) hash = (hash ^ b) * 1099511628211ul;
        return hash;
    }

    /// <summary>
    /// A number in [0, 1) that looks random in each of its two inputs: the 32-bit finaliser of MurmurHash3 (Appleby 2011) over the lower
    /// half of the hash, which a vector of rows goes through at once.
    /// </summary>
    public static float Unit(ulong hash, int seed)
    {
        var h = (uint)hash ^ SeedOf(seed);
        h = (h ^ (h >> 16)) * 0x85EBCA6B;
        h = (h ^ (h >> 13)) * 0xC2B2AE35;
        return ((h ^ (h >> 16)) >> 8) * (1f / 16777216);
    }

    /// <summary>The same of many rows.</summary>
    public static Vector<float> Unit(Vector<uint> hash, int seed)
    {
        var h = hash ^ new Vector<uint>(SeedOf(seed));
        h = (h ^ (h >> 16)) * 0x85EBCA6B;
        h = (h ^ (h >> 13)) * 0xC2B2AE35;
        return Vector.ConvertToSingle(Vector.AsVectorInt32((h ^ (h >> 16)) >> 8)) * (1f / 16777216);
    }

    // Seeds are small numbers next to each other; multiplied by the golden ratio they differ in every bit.
    private static uint SeedOf(int seed) => ((uint)seed + 1) * 0x9E3779B9;
}
