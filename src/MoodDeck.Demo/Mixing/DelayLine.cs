namespace MoodDeck.Demo.Mixing;

/// <summary>A ring of past samples.</summary>
internal struct DelayLine(int capacity)
{
    private readonly float[] _ring = new float[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)capacity + 2)];
    private int _at;

    /// <summary>Takes the next sample in.</summary>
    public void Write(float sample)
    {
        _at = (_at + 1) & (_ring.Length - 1);
        _ring[_at] = sample;
    }

    /// <summary>The sample written so many writes ago; 0 is the last one.</summary>
    public readonly float Read(int delay) => _ring[(_at - delay) & (_ring.Length - 1)];

    /// <summary>Between two samples.</summary>
    public readonly float Read(float delay)
    {
        var whole = (int)delay;
        var near = Read(whole);
        return near + ((delay - whole) * (Read(whole + 1) - near));
    }
}
