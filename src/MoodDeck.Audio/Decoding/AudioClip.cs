namespace MoodDeck.Audio.Decoding;

/// <summary>A stretch of decoded mono audio.</summary>
/// <param name="Samples">Samples, nominally in [-1, 1].</param>
/// <param name="SampleRateHertz">Samples a second.</param>
public sealed record AudioClip(float[] Samples, int SampleRateHertz)
{
    /// <summary>Length in seconds.</summary>
    public double DurationSeconds => (double)Samples.Length / SampleRateHertz;
}

/// <summary>Which stretch of a file to decode.</summary>
/// <param name="StartSeconds">Where it starts.</param>
/// <param name="LengthSeconds">How long it is at most.</param>
public readonly record struct AudioSpan(double StartSeconds, double LengthSeconds)
{
    /// <summary>
    /// At most <paramref name="lengthSeconds"/> from the middle of a file of that length, where intro and fade-out do
    /// not count; from the start when the length is unknown.
    /// </summary>
    public static AudioSpan Middle(double? durationSeconds, double lengthSeconds) =>
        durationSeconds is { } duration && duration > lengthSeconds
            ? new((duration - lengthSeconds) / 2, lengthSeconds)
            : new(0, lengthSeconds);
}
