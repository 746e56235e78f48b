namespace MoodDeck.Vision.Faces;

/// <summary>What the gate says of a face in one frame.</summary>
/// <param name="Advice">What would help.</param>
/// <param name="Forbids">Whether the face is too poor to be judged at all.</param>
public readonly record struct GateVerdict(FaceAdvice Advice, bool Forbids);

/// <summary>
/// Whether a face may be judged, and what would help. Each figure has a level from which help is advised and a worse one
/// from which the face is not judged. The levels of light and sharpness let through 99 of 100 faces of photos and television
/// frames; a blur with a deviation of 1.5 of the crop's 48 pixels is advised on, one of 2.7 forbids. How far a
/// head is turned is not judged: mirror symmetry, which needs no landmarks, took one frontal face in three for a turned one.
/// </summary>
public static class FaceGate
{
    private static readonly Level s_side = new(Advise: 44, Forbid: 26);
    private static readonly Level s_light = new(Advise: 0.14, Forbid: 0.06);
    private static readonly Level s_shade = new(Advise: 0.16, Forbid: 0.08);
    private static readonly Level s_evenness = new(Advise: 0.55, Forbid: 0.2);
    private static readonly Level s_sharpness = new(Advise: 0.5, Forbid: 0.15);
    private static readonly Level s_stillness = new(Advise: -1.5, Forbid: -3);

    /// <summary>Judges one face in one frame; of several reasons the one that forbids goes first, then the one listed first.</summary>
    /// <param name="box">The face in the picture's pixels.</param>
    /// <param name="quality">How well it can be read.</param>
    /// <param name="speed">How fast it moves, in face sizes a second.</param>
    public static GateVerdict Judge(FaceBox box, FaceQuality quality, double speed)
    {
        (double Value, Level Level, FaceAdvice Advice)[] reasons =
        [
            (Math.Min(box.Width, box.Height), s_side, FaceAdvice.ComeCloser),
            (quality.Light, s_light, FaceAdvice.TooDark),
            (1 - quality.Light, s_shade, FaceAdvice.TooBright),
            (1 - quality.SideLight, s_evenness, FaceAdvice.LightFromOneSide),
            (quality.Sharpness, s_sharpness, FaceAdvice.HoldStill),
            (-speed, s_stillness, FaceAdvice.HoldStill),
        ];
        foreach (var (value, level, advice) in reasons)
            if (value < level.Forbid) return new(advice, true);
        foreach (var (value, level, advice) in reasons)
            if (value < level.Advise) return new(advice, false);
        return default;
    }

    private readonly record struct Level(double Advise, double Forbid);
}
