namespace MoodDeck.Vision.Faces.Haar;

/// <summary>How <see cref="HaarDetector"/> looks. The defaults are those of OpenCV's <c>detectMultiScale</c>.</summary>
public sealed record HaarDetectorOptions
{
    /// <summary>Factor from one size of the window to the next. Default 1.1.</summary>
    public double ScaleFactor { get; init; } = 1.1;

    /// <summary>A face is where more than this many windows agree. Default 3.</summary>
    public int MinNeighbours { get; init; } = 3;

    /// <summary>Least width and height of a face in pixels; below the cascade's window it changes nothing. Default 0.</summary>
    public int MinFacePixels { get; init; }

    /// <summary>Pictures whose longer side exceeds this are scaled down to it first, in pixels. Default 1280.</summary>
    public int LargestSide { get; init; } = 1280;

    /// <summary>
    /// Least score of a face, in (0, 1); see <see cref="HaarDetector"/>. Default null: what <see cref="MinNeighbours"/> says.
    /// </summary>
    public double? Threshold { get; init; }

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A member is out of range.</exception>
    public void Validate()
    {
        if (ScaleFactor is not (> 1.001 and <= 4)) throw new ArgumentOutOfRangeException(nameof(ScaleFactor), ScaleFactor, "Expected more than 1.001 and at most 4.");
        if (MinNeighbours is < 0 or > 1000) throw new ArgumentOutOfRangeException(nameof(MinNeighbours), MinNeighbours, "Expected 0 to 1000.");
        if (MinFacePixels < 0) throw new ArgumentOutOfRangeException(nameof(MinFacePixels), MinFacePixels, "Expected 0 or more pixels.");
        if (LargestSide is < 32 or > 8192) throw new ArgumentOutOfRangeException(nameof(LargestSide), LargestSide, "Expected 32 to 8192 pixels.");
        if (Threshold is <= 0 or >= 1 or double.NaN) throw new ArgumentOutOfRangeException(nameof(Threshold), Threshold, "Expected more than 0 and less than 1.");
    }
}
