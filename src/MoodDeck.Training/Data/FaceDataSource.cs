using MoodDeck.Vision;

namespace MoodDeck.Training.Data;

/// <summary>Where labelled faces come from and how they are to be understood.</summary>
public sealed record FaceDataSource
{
    /// <summary>
    /// A CSV file in FER2013's or EMOTIC's layout, packed with gzip or not, a folder of folders of pictures, or a ZIP of
    /// such folders. What it is is told by its content.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>FER+ votes, row by row, for a file in FER2013's layout; null for none.</summary>
    public string? VotesPath { get; init; }

    /// <summary>The folder or ZIP of the pictures an EMOTIC file names; null looks beside the file. Of no meaning for other kinds.</summary>
    public string? ImagesPath { get; init; }

    /// <summary>Which folder name or label means which expression.</summary>
    public LabelMap Labels { get; init; } = LabelMap.Default;

    /// <summary>What part of each picture is the face; of no meaning for FER2013's layout.</summary>
    public FaceCropKind Crop { get; init; } = FaceCropKind.Whole;

    /// <summary>The face model of <see cref="FaceCropKind.Find"/>. Default: MoodDeck's own.</summary>
    public string FaceModelPath { get; init; } = new VisionOptions().FaceModelPath;

    /// <summary>Threads to decode pictures on; 0 takes every core. Any number gives the same set.</summary>
    public int Threads { get; init; }
}
