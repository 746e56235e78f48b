namespace MoodDeck.Core.Mood;

/// <summary>A point in valence, arousal and dominance; each axis runs from -1 to 1 and 0 is neutral.</summary>
/// <param name="Valence">Unpleasant (-1) to pleasant (1).</param>
/// <param name="Arousal">Sleepy (-1) to activated (1).</param>
/// <param name="Dominance">Helpless (-1) to in control (1).</param>
public readonly record struct Vad(double Valence, double Arousal, double Dominance)
{
    /// <summary>The neutral point.</summary>
    public static Vad Neutral => default;

    /// <summary>Whether all three axes are finite and within [-1, 1].</summary>
    public bool IsInRange =>
        Math.Abs(Valence) <= 1 && Math.Abs(Arousal) <= 1 && Math.Abs(Dominance) <= 1; // false for NaN

    /// <summary>The same point with each axis moved into [-1, 1].</summary>
    public Vad Clamp() => new(Math.Clamp(Valence, -1, 1), Math.Clamp(Arousal, -1, 1), Math.Clamp(Dominance, -1, 1));

    /// <summary>Adds axis by axis, without clamping.</summary>
    public static Vad operator +(Vad a, Vad b) => new(a.Valence + b.Valence, a.Arousal + b.Arousal, a.Dominance + b.Dominance);

    /// <summary>Subtracts axis by axis.</summary>
    public static Vad operator -(Vad a, Vad b) => new(a.Valence - b.Valence, a.Arousal - b.Arousal, a.Dominance - b.Dominance);

    /// <summary>Scales every axis.</summary>
    public static Vad operator *(double s, Vad a) => new(s * a.Valence, s * a.Arousal, s * a.Dominance);

    /// <summary>The point a share <paramref name="t"/> (0..1) of the way from <paramref name="from"/> to <paramref name="to"/>.</summary>
    public static Vad Lerp(Vad from, Vad to, double t) => from + (t * (to - from));

    /// <summary>Euclidean distance in all three axes.</summary>
    public double DistanceTo(Vad other)
    {
        var d = this - other;
        return Math.Sqrt((d.Valence * d.Valence) + (d.Arousal * d.Arousal) + (d.Dominance * d.Dominance));
    }
}
