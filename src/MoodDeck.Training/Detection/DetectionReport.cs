namespace MoodDeck.Training.Detection;

/// <summary>How a detector did on a set of pictures at one threshold.</summary>
/// <param name="Images">Pictures.</param>
/// <param name="Faces">Faces that count.</param>
/// <param name="Threshold">The score from which a detection counts.</param>
/// <param name="Hits">Faces found.</param>
/// <param name="FalseAlarms">Detections that are no face.</param>
/// <param name="AveragePrecision">Area under precision over recall at all thresholds, 0 to 1.</param>
/// <param name="BySource">The same by source, in the order of their names.</param>
public sealed record DetectionReport(
    int Images, int Faces, double Threshold, int Hits, int FalseAlarms, double AveragePrecision, IReadOnlyList<DetectionSourceReport> BySource)
{
    /// <summary>Pictures that show no face at all.</summary>
    public int FaceFreeImages { get; init; }

    /// <summary>Detections on those.</summary>
    public int FaceFreeFalseAlarms { get; init; }

    /// <summary>Share of the faces that were found; 1 when there are none.</summary>
    public double Recall => Faces == 0 ? 1 : (double)Hits / Faces;

    /// <summary>Share of the detections that are faces; 1 when there are none.</summary>
    public double Precision => Hits + FalseAlarms == 0 ? 1 : (double)Hits / (Hits + FalseAlarms);

    /// <summary>Harmonic mean of recall and precision.</summary>
    public double F1 => Recall + Precision == 0 ? 0 : 2 * Recall * Precision / (Recall + Precision);
}

/// <summary>How a detector did on the pictures of one source.</summary>
/// <param name="Source">The source.</param>
/// <param name="Faces">Faces that count.</param>
/// <param name="Hits">Faces found.</param>
/// <param name="FalseAlarms">Detections that are no face.</param>
public sealed record DetectionSourceReport(string Source, int Faces, int Hits, int FalseAlarms)
{
    /// <summary>Share of the faces that were found; 1 when there are none.</summary>
    public double Recall => Faces == 0 ? 1 : (double)Hits / Faces;
}
