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
    /// So many stretches of a file of that length, with gaps as long between them as before and after; the whole of a file that is no
    /// longer than they are together, and from the start where the length is unknown.
    /// </summary>
    public static IReadOnlyList<AudioSpan> Spread(double? durationSeconds, int count, double eachSeconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        if (durationSeconds is not { } duration || duration <= count * eachSeconds) return [new(0, count * eachSeconds)];
        var gap = (duration - (count * eachSeconds)) / (count + 1);
        return [.. Enumerable.Range(0, count).Select(i => new AudioSpan(gap + (i * (eachSeconds + gap)), eachSeconds))];
    }
}
