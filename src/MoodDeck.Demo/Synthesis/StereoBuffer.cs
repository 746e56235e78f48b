using MoodDeck.Audio.Loudness;

namespace MoodDeck.Demo.Synthesis;

/// <summary>Two channels of samples whose memory serves one piece after the other.</summary>
internal sealed class StereoBuffer
{
    /// <summary>Samples a second of everything synthesised.</summary>
    public const int SampleRate = 44_100;

    private float[] _left = [];
    private float[] _right = [];

    /// <summary>Silence of a length.</summary>
    public StereoBuffer(int length = 0) => Reset(length);

    /// <summary>Samples in each channel.</summary>
    public int Length { get; private set; }

    public Span<float> Left => _left.AsSpan(0, Length);

    public Span<float> Right => _right.AsSpan(0, Length);

    /// <summary>Makes it silence of a length, in the memory it has where that is enough.</summary>
    public void Reset(int length)
    {
        if (length > _left.Length) (_left, _right) = (new float[length], new float[length]);
        Length = length;
        Left.Clear();
        Right.Clear();
    }

    /// <summary>Adds another sound of the same length, scaled.</summary>
    public void Add(StereoBuffer other, float gain)
    {
        AddScaled(other.Left, Left, gain);
        AddScaled(other.Right, Right, gain);
    }

    /// <summary>Scales both channels.</summary>
    public void Scale(float left, float right)
    {
        foreach (ref var x in Left) x *= left;
        foreach (ref var x in Right) x *= right;
    }

    /// <summary>How loud it is, in LUFS.</summary>
    public double LoudnessLufs() => LoudnessMeter.Measure(Left, Right, SampleRate);

    /// <summary>Left and right gains of equal power for a place from -1 to 1.</summary>
    public static (float Left, float Right) PanGains(double pan)
    {
        var (sin, cos) = Math.SinCos((Math.Clamp(pan, -1, 1) + 1) * Math.PI / 4);
        return ((float)cos, (float)sin);
    }

    private static void AddScaled(ReadOnlySpan<float> from, Span<float> to, float gain)
    {
        for (var i = 0; i < to.Length; i++) to[i] += gain * from[i];
    }
}
