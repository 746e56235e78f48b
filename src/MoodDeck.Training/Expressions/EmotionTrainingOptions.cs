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
    public FaceAugmentationOptions Augmentation { get; init; } = new();

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
