namespace MoodDeck.Training.Detection;

/// <summary>A detector at one threshold.</summary>
/// <param name="Threshold">The score from which a detection counts.</param>
/// <param name="Recall">Share of the faces found.</param>
/// <param name="Precision">Share of the detections that are faces.</param>
public readonly record struct PrecisionRecallPoint(double Threshold, double Recall, double Precision);
