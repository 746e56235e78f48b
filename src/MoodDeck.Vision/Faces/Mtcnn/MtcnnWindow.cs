namespace MoodDeck.Vision.Faces.Mtcnn;

/// <summary>
/// The geometry of the cascade: square windows, and the four offsets from a window's edges to a face's, in shares of the
/// window's side (Zhang et al. 2016, "Joint face detection and alignment").
/// </summary>
public static class MtcnnWindow
{
    /// <summary>Numbers that lead from a window to a face: left, top, right, bottom.</summary>
    public const int OffsetCount = 4;

    /// <summary>Writes the offsets from a window to a face.</summary>
    public static void Encode(FaceBox window, FaceBox face, Span<float> offsets)
    {
        offsets[0] = (float)((face.X - window.X) / window.Width);
        offsets[1] = (float)((face.Y - window.Y) / window.Height);
        offsets[2] = (float)((face.Right - window.Right) / window.Width);
        offsets[3] = (float)((face.Bottom - window.Bottom) / window.Height);
    }

    /// <summary>The face that offsets lead to from a window.</summary>
    public static FaceBox Decode(FaceBox window, ReadOnlySpan<float> offsets)
    {
        double left = window.X + (offsets[0] * window.Width), top = window.Y + (offsets[1] * window.Height);
        double right = window.Right + (offsets[2] * window.Width), bottom = window.Bottom + (offsets[3] * window.Height);
        return new(left, top, right - left, bottom - top);
    }

    /// <summary>The square around a box's centre with its longer side: what the next network looks at.</summary>
    public static FaceBox Square(FaceBox box)
    {
        var side = Math.Max(box.Width, box.Height);
        return new(box.CentreX - (side / 2), box.CentreY - (side / 2), side, side);
    }
}
