using System.Runtime.CompilerServices;

namespace MoodDeck.Demo.Synthesis;

/// <summary>White noise from a xorshift generator (Marsaglia 2003), fast enough for every sample.</summary>
internal static class Noise
{
    /// <summary>Uniform in [-1, 1); the state must not be 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Next(ref uint state)
    {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return (int)state * (1f / int.MaxValue);
    }
}
