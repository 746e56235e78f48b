namespace MoodDeck.Server.Live;

/// <summary>How much one live socket, and all of them together, may ask of this machine.</summary>
internal sealed record LiveOptions
{
    /// <summary>The largest frame, in bytes. A 640x480 JPEG has some 50,000. Default 2 MB.</summary>
    public int MaxFrameBytes { get; init; } = 2_000_000;

    /// <summary>How many sockets may be open at once. Default 8.</summary>
    public int MaxSockets { get; init; } = 8;

    /// <summary>A socket over which nothing came for this long is closed. Default one minute.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a client may take to accept an answer, or to say goodbye. Default ten seconds.</summary>
    public TimeSpan PatienceTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long somebody looks at the screen to show their face at rest. Default ten seconds.</summary>
    public TimeSpan RestTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many text messages may wait to be answered. Default 16.</summary>
    public int MaxWaitingTexts { get; init; } = 16;
}
