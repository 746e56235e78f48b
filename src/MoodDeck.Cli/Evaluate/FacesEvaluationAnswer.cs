using MoodDeck.Training.Detection;

namespace MoodDeck.Cli.Evaluate;

/// <summary>What <c>evaluate faces --json</c> prints of one detector.</summary>
/// <param name="Detector">Its name.</param>
/// <param name="Threshold">The score from which a detection counts.</param>
/// <param name="Images">Pictures.</param>
/// <param name="Faces">Faces that count.</param>
/// <param name="Recall">Share of them that were found.</param>
/// <param name="Precision">Share of what was found that is a face.</param>
/// <param name="AveragePrecision">Area under precision over recall.</param>
/// <param name="FaceFreeImages">Pictures that show no face.</param>
/// <param name="FaceFreeFalseAlarms">Detections on those.</param>
/// <param name="MedianMs">Half the pictures took longer; decoding is not counted.</param>
/// <param name="BySource">The same by source.</param>
internal sealed record FacesEvaluationAnswer(
    string Detector, double Threshold, int Images, int Faces, double Recall, double Precision, double AveragePrecision,
    int FaceFreeImages, int FaceFreeFalseAlarms, double MedianMs, IReadOnlyList<FacesSourceAnswer> BySource)
{
    /// <summary>The report as it is answered.</summary>
    public static FacesEvaluationAnswer Of(string detector, DetectionReport report, double medianMilliseconds) => new(
        detector, Math.Round(report.Threshold, 4), report.Images, report.Faces, Math.Round(report.Recall, 4), Math.Round(report.Precision, 4),
        Math.Round(report.AveragePrecision, 4), report.FaceFreeImages, report.FaceFreeFalseAlarms, Math.Round(medianMilliseconds, 2),
        [.. report.BySource.Select(s => new FacesSourceAnswer(s.Source, s.Faces, Math.Round(s.Recall, 4), s.FalseAlarms))]);
}

/// <summary>What <c>evaluate faces --json</c> prints of several detectors.</summary>
/// <param name="Detectors">Each, in the order they were named.</param>
internal sealed record FacesComparisonAnswer(IReadOnlyList<FacesEvaluationAnswer> Detectors);

/// <summary>The pictures of one source.</summary>
/// <param name="Source">Its name.</param>
/// <param name="Faces">Faces that count.</param>
/// <param name="Recall">Share of them that were found.</param>
/// <param name="FalseAlarms">Detections that are no face.</param>
internal sealed record FacesSourceAnswer(string Source, int Faces, double Recall, int FalseAlarms);
