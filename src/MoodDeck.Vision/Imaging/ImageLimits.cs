namespace MoodDeck.Vision.Imaging;

/// <summary>How large a picture may be; checked from its header, before memory is taken for its pixels.</summary>
public sealed record ImageLimits
{
    /// <summary>Most bytes of a file. Default 20 MB (20,000,000).</summary>
    public long MaxBytes { get; init; } = 20_000_000;

    /// <summary>Most pixels. Default 50 megapixels (50,000,000).</summary>
    public long MaxPixels { get; init; } = 50_000_000;

    /// <summary>Most pixels along one side. Default 20,000.</summary>
    public int MaxSide { get; init; } = 20_000;

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A limit is less than 1, or more than memory can be addressed with.</exception>
    public void Validate()
    {
        if (MaxBytes is < 1 or > int.MaxValue) throw new ArgumentOutOfRangeException(nameof(MaxBytes), MaxBytes, "Expected 1 to 2,147,483,647 bytes.");
        if (MaxPixels is < 1 or > 500_000_000) throw new ArgumentOutOfRangeException(nameof(MaxPixels), MaxPixels, "Expected 1 to 500,000,000 pixels.");
        if (MaxSide < 1) throw new ArgumentOutOfRangeException(nameof(MaxSide), MaxSide, "Expected at least 1 pixel.");
    }
}
