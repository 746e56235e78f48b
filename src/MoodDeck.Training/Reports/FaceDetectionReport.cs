using MoodDeck.Training.Detection;

namespace MoodDeck.Training.Reports;

/// <summary>How a face detector did on labelled pictures.</summary>
/// <param name="Figures">The figures at the threshold it works with.</param>
/// <param name="Curve">Recall and precision at every threshold, the highest threshold first.</param>
/// <param name="MedianMilliseconds">Half the pictures took longer; null when it was not measured.</param>
/// <param name="Rows">What the pictures are.</param>
public sealed record FaceDetectionReport(DetectionReport Figures, IReadOnlyList<PrecisionRecallPoint> Curve, double? MedianMilliseconds, RowsJudged Rows);
