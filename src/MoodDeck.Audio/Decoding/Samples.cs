namespace MoodDeck.Audio.Decoding;

/// <summary>Decoded samples.</summary>
internal static class Samples
{
    // 24 dB beyond full scale: more no music has, but a damaged file of floats may hold any number, whose square is none any more.
    private const float Most = 16;

    /// <summary>Makes every sample a number that can be reckoned with: what is none becomes 0, what is beyond measure is cut.</summary>
    public static void Tame(Span<float> samples)
    {
        foreach (ref var sample in samples) sample = float.IsNaN(sample) ? 0 : Math.Clamp(sample, -Most, Most);
    }
}
