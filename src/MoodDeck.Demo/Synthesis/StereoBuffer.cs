namespace MoodDeck.Demo.Synthesis;

/// <summary>Two channels of samples.</summary>
internal sealed class StereoBuffer(int length)
{
    /// <summary>Samples a second of everything synthesised.</summary>
    public const int SampleRate = 44_100;

    public float[] Left { get; } = new float[length];

    public float[] Right { get; } = new float[length];

    public int Length => Left.Length;

    public void Clear()
    {
        Array.Clear(Left);
        Array.Clear(Right);
    }

    /// <summary>Adds another sound of the same length, scaled.</summary>
    public void Add(StereoBuffer other, float gain)
    {
        AddScaled(other.Left, Left, gain);
        AddScaled(other.Right, Right, gain);
    }

    /// <summary>Scales everything.</summary>
    public void Scale(float gain)
    {
        foreach (ref var x in Left.AsSpan()) x *= gain;
        foreach (ref var x in Right.AsSpan()) x *= gain;
    }

    /// <summary>Left and right gains of equal power for a place from -1 to 1.</summary>
    public static (float Left, float Right) PanGains(double pan)
    {
        var (sin, cos) = Math.SinCos((Math.Clamp(pan, -1, 1) + 1) * Math.PI / 4);
        return ((float)cos, (float)sin);
    }

    private static void AddScaled(float[] from, float[] to, float gain)
    {
        for (var i = 0; i < to.Length; i++) to[i] += gain * from[i];
    }
}
