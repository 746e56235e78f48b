using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Runs;

namespace MoodDeck.Training.Expressions;

/// <summary>How an expression model is trained.</summary>
public sealed record EmotionTrainingOptions
{
    /// <summary>Kaggle's <c>fer2013.csv</c>, packed with gzip or not.</summary>
    public required string DataPath { get; init; }

    /// <summary>FER+ votes; null trains the seven labels alone.</summary>
    public string? VotesPath { get; init; }

    /// <summary>The usage to learn from, or null for all rows.</summary>
    public string? Usage { get; init; } = "Training";

    /// <summary>Share of the rows kept aside to choose epoch, temperature and threshold by; 0 trains on all. Default 0.1.</summary>
    public double HoldoutShare { get; init; } = 0.1;

    /// <summary>Channels of the network's first stage. Default 32.</summary>
    public int Width { get; init; } = 32;

    /// <summary>Share of the trunk's output dropped while training. Default 0.2.</summary>
    public float Dropout { get; init; } = 0.2f;

    /// <summary>An ONNX model of the same architecture to start from, or null for random weights.</summary>
    public string? InitPath { get; init; }

    /// <summary>How pictures are changed.</summary>
    public FaceAugmentationOptions Augmentation { get; init; } = new() { DegradeChance = 0.1f };

    /// <summary>How a face is cut out for this model in use.</summary>
    public FaceCropFit Crop { get; init; } = new();

    /// <summary>The model file to write.</summary>
    public required string OutputPath { get; init; }

    /// <summary>The training itself.</summary>
    public required TrainingOptions Training { get; init; }

    /// <summary>The calibration to write where nothing is kept aside to fit it on; null leaves it at temperature 1.</summary>
    public EmotionCalibration? Calibration { get; init; }
}

/// <summary>What turns logits into what is said.</summary>
/// <param name="Temperature">Logits are divided by it (Guo et al. 2017).</param>
/// <param name="Unsure">A top probability below it is answered as "unsure".</param>
public sealed record EmotionCalibration(double Temperature, double Unsure);

/// <summary>
/// From a detector's box to the classifier's square: FER2013's pictures are wider than a detected face. The defaults were
/// fitted on 1,500 rows kept aside, pasted at 60 to 200 px into a drawn 640 x 480 background, found by the detector and read:
/// of seven scales and four shifts these lost least (85.9 % right against 87.1 % on the rows themselves).
/// </summary>
/// <param name="Scale">Side of the square as a multiple of the longer side of the box.</param>
/// <param name="ShiftY">How far its centre lies below the box's, as a share of the box's height.</param>
public sealed record FaceCropFit(double Scale = 1.15, double ShiftY = 0.04);
