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

    /// <summary>A number in [0, 1) that looks random in each of its two inputs: the finaliser of SplitMix64 (Steele, Lea and Flood 2014).</summary>
    public static float Unit(ulong hash, int seed)
    {
        var z = hash + (0x9E3779B97F4A7C15ul * ((ulong)(uint)seed + 1));
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ul;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBul;
        return ((z ^ (z >> 31)) >> 40) / 16777216f;
    }
}
