using System.Runtime.CompilerServices;

namespace MoodDeck.Demo.Synthesis;

/// <summary>A cheap, smooth saturation.</summary>
internal static class SoftClip
{
    /// <summary>The hyperbolic tangent's Padé approximation, exact to 3 % and flat beyond 3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Of(float x)
    {
        x = Math.Clamp(x, -3f, 3f);
        var square = x * x;
        return x * (27 + square) / (27 + (9 * square));
    }
}
