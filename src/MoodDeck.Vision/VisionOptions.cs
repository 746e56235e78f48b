using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Expressions;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Vision;

/// <summary>Where the models are and how pictures are read.</summary>
public sealed record VisionOptions
{
    /// <summary>The command that makes the face model.</summary>
    public const string TrainFaces = "./mooddeck train faces";

    /// <summary>The command that makes the networks of the other detector, <see cref="Faces.Mtcnn.MtcnnDetector"/>.</summary>
    public const string TrainMtcnn = "./mooddeck train mtcnn";

    /// <summary>The command that makes the emotion model.</summary>
    public const string TrainEmotion = "./mooddeck train emotion";

    /// <summary>MoodDeck's own emotion model: <c>models/emotion.onnx</c> beside the program.</summary>
    public static string OwnEmotionModelPath => Path.Combine(AppContext.BaseDirectory, "models", "emotion.onnx");

    /// <summary>The face model, or whatever else <see cref="FaceDetectors.Open"/> takes. Default <c>models/faces.onnx</c> beside the program.</summary>
    public string FaceModelPath { get; init; } = FaceDetectors.OwnModelPath;

    /// <summary>The emotion model. Default <see cref="OwnEmotionModelPath"/>.</summary>
    public string EmotionModelPath { get; init; } = OwnEmotionModelPath;

    /// <summary>What pictures are refused.</summary>
    public ImageLimits Limits { get; init; } = new();

    /// <summary>How faces are looked for.</summary>
    public FaceDetectorOptions Detector { get; init; } = new();

    /// <summary>How expressions are read.</summary>
    public EmotionClassifierOptions Classifier { get; init; } = new();

    /// <summary>Checks every part.</summary>
    /// <exception cref="ArgumentException">A path is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A member is out of range.</exception>
    public void Validate()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(FaceModelPath);
        ArgumentException.ThrowIfNullOrWhiteSpace(EmotionModelPath);
        Limits.Validate();
        Detector.Validate();
        Classifier.Validate();
    }
}
