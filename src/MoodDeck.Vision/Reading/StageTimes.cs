namespace MoodDeck.Vision.Reading;

/// <summary>How long the stages took, in milliseconds.</summary>
/// <param name="DecodeMs">From bytes to pixels.</param>
/// <param name="DetectMs">Finding faces.</param>
/// <param name="ClassifyMs">Cropping faces and reading them.</param>
public readonly record struct StageTimes(double DecodeMs, double DetectMs, double ClassifyMs)
{
    /// <summary>All stages.</summary>
    public double TotalMs => DecodeMs + DetectMs + ClassifyMs;
}
