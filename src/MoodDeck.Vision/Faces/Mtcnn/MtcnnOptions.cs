namespace MoodDeck.Vision.Faces.Mtcnn;

/// <summary>How <see cref="MtcnnDetector"/> looks.</summary>
public sealed record MtcnnOptions
{
    /// <summary>Least side of a face's square in pixels. Default 20.</summary>
    public double MinFacePixels { get; init; } = 20;

    /// <summary>Factor from one copy of the picture to the next smaller one (Zhang et al. 2016). Default 0.709, which halves the area.</summary>
    public double ScaleFactor { get; init; } = 0.709;

    /// <summary>Pictures whose longer side exceeds this are scaled down to it first, in pixels. Default 1280.</summary>
    public int LargestSide { get; init; } = 1280;

    /// <summary>Most windows that one network hands to the next. Default 400.</summary>
    public int MostWindows { get; init; } = 400;

    /// <summary>Least probability of a face, in (0, 1), for the last network. Default null: what its metadata says.</summary>
    public double? Threshold { get; init; }

    /// <summary>Threads that share one run. Default 1.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A member is out of range.</exception>
    public void Validate()
    {
        if (MinFacePixels is not (>= 12 and <= 4096)) throw new ArgumentOutOfRangeException(nameof(MinFacePixels), MinFacePixels, "Expected 12 to 4096 pixels.");
        if (ScaleFactor is not (>= 0.3 and <= 0.95)) throw new ArgumentOutOfRangeException(nameof(ScaleFactor), ScaleFactor, "Expected 0.3 to 0.95.");
        if (LargestSide is < 32 or > 8192) throw new ArgumentOutOfRangeException(nameof(LargestSide), LargestSide, "Expected 32 to 8192 pixels.");
        if (MostWindows is < 1 or > 10_000) throw new ArgumentOutOfRangeException(nameof(MostWindows), MostWindows, "Expected 1 to 10000.");
        if (Threshold is <= 0 or >= 1 or double.NaN) throw new ArgumentOutOfRangeException(nameof(Threshold), Threshold, "Expected more than 0 and less than 1.");
    }
}
