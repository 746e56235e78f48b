namespace MoodDeck.Audio.Transcoding;

/// <summary>How much is transcoded at once.</summary>
public sealed record TranscodingOptions
{
    /// <summary>How many transcoders run at most. Default 4: each decodes far faster than anybody listens.</summary>
    public int MaxAtOnce { get; init; } = 4;

    /// <summary>How long one more waits for its turn before it is turned away. Default 10 s.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a transcoder may wait for somebody who does not read on before it is ended; it is started again where they
    /// left off. Default 5 s, less than <see cref="Patience"/>, so that those who read get a turn.
    /// </summary>
    public TimeSpan IdleTime { get; init; } = TimeSpan.FromSeconds(5);
}
