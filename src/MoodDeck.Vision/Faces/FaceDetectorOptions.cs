namespace MoodDeck.Vision.Faces;

/// <summary>How <see cref="FaceDetector"/> looks.</summary>
public sealed record FaceDetectorOptions
{
    /// <summary>The longer side, in pixels, of the copy that <see cref="FaceSearch.Quick"/> looks at. Default 480.</summary>
    public int QuickLongSide { get; init; } = 480;

    /// <summary>
    /// The longer side, in pixels, of a further look at a smaller copy: a face that fills the picture is larger than what
    /// the network's coarsest cells are made for. Costs a ninth of the quick look. Default 160.
    /// </summary>
    public int CloseUpLongSide { get; init; } = 160;

    /// <summary>The smallest copy answers only for faces of at least this height or width there, in pixels. Default 64.</summary>
    public double CloseUpFacePixels { get; init; } = 64;

    /// <summary>The longer side, in pixels, of the middle copy of <see cref="FaceSearch.Thorough"/>. Default 320.</summary>
    public int MiddleLongSide { get; init; } = 320;

    /// <summary>The longer side, in pixels, of the largest copy of <see cref="FaceSearch.Thorough"/>. Default 640.</summary>
    public int LargeLongSide { get; init; } = 640;

    /// <summary>The largest copy answers only for faces of at most this height or width there, in pixels. Default 48.</summary>
    public double LargeFacePixels { get; init; } = 48;

    /// <summary>Pictures whose longer side is shorter than this are enlarged, at most twice. Default 160.</summary>
    public int SmallPictureSide { get; init; } = 160;

    /// <summary>Least probability of a face, in (0, 1). Default null: what the model's metadata says.</summary>
    public double? Threshold { get; init; }

    /// <summary>Boxes that overlap more than this (intersection over union) are one face. Default 0.4.</summary>
    public double OverlapLimit { get; init; } = 0.4;

    /// <summary>Threads that share one run. Default 1.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A member is out of range.</exception>
    public void Validate()
    {
        Side(QuickLongSide, nameof(QuickLongSide));
        Side(CloseUpLongSide, nameof(CloseUpLongSide));
        Side(MiddleLongSide, nameof(MiddleLongSide));
        Side(LargeLongSide, nameof(LargeLongSide));
        if (SmallPictureSide < 0) throw new ArgumentOutOfRangeException(nameof(SmallPictureSide), SmallPictureSide, "Expected 0 or more pixels.");
        if (Threshold is <= 0 or >= 1 or double.NaN) throw new ArgumentOutOfRangeException(nameof(Threshold), Threshold, "Expected more than 0 and less than 1.");
        if (OverlapLimit is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(OverlapLimit), OverlapLimit, "Expected more than 0 and less than 1.");
    }

    private static void Side(int pixels, string name)
    {
        if (pixels is < 32 or > 4096) throw new ArgumentOutOfRangeException(name, pixels, "Expected 32 to 4096 pixels.");
    }
}
