namespace MoodDeck.Audio.Decoding;

/// <summary>A stretch of decoded audio as it is heard from two speakers.</summary>
/// <param name="Left">Samples, nominally in [-1, 1].</param>
/// <param name="Right">As many samples; the same array where the file has one channel.</param>
/// <param name="SampleRateHertz">Samples a second.</param>
public sealed record StereoClip(float[] Left, float[] Right, int SampleRateHertz)
{
    /// <summary>Whether the file has one channel, which both speakers play.</summary>
    public bool IsMono => ReferenceEquals(Left, Right);

    /// <summary>Length in seconds.</summary>
    public double DurationSeconds => (double)Left.Length / SampleRateHertz;

    /// <summary>The mean of both channels.</summary>
    public AudioClip ToMono()
    {
        if (IsMono) return new(Left, SampleRateHertz);
        var mono = new float[Left.Length];
        for (var i = 0; i < mono.Length; i++) mono[i] = 0.5f * (Left[i] + Right[i]);
        return new(mono, SampleRateHertz);
    }
}
