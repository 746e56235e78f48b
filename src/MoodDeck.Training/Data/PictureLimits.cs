namespace MoodDeck.Training.Data;

/// <summary>
/// How much is read of a folder or an archive of pictures. What counts is what is really read, never what an archive
/// says about itself.
/// </summary>
internal sealed record PictureLimits
{
    /// <summary>Most files, pictures or not.</summary>
    public int MaxFiles { get; init; } = 1_000_000;

    /// <summary>Most bytes of one file; a larger one is skipped.</summary>
    public long MaxFileBytes { get; init; } = 20_000_000;

    /// <summary>Most bytes in all.</summary>
    public long MaxTotalBytes { get; init; } = 64L << 30;

    /// <summary>
    /// Most bytes that one packed byte may unpack to, for an entry and for the whole archive: pictures hardly shrink, and
    /// deflate alone reaches 1032 (RFC 1951).
    /// </summary>
    public int MaxRatio { get; init; } = 100;

    /// <summary>Bytes to which the ratio does not apply: a small plain picture may shrink to almost nothing.</summary>
    public long RatioFreeBytes { get; init; } = 1 << 20;
}
