using MoodDeck.Vision.Expressions;
using MoodDeck.Vision.Faces;

namespace MoodDeck.Vision;

/// <summary>
/// The two models of vision, opened when first needed and shared from then on. A failure is not remembered, so that a
/// model which appears later is used without a restart. Safe for concurrent use.
/// </summary>
public sealed class VisionModels : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Func<IFaceDetector> _openFaces;
    private readonly Func<IEmotionClassifier> _openEmotions;
    private IFaceDetector? _faces;
    private IEmotionClassifier? _emotions;
    private bool _disposed;

    /// <summary>The models these options name.</summary>
    public VisionModels(VisionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _openFaces = () => FaceDetector.Open(options.FaceModelPath, options.Detector);
        _openEmotions = () => EmotionClassifier.Open(options.EmotionModelPath, options.Classifier);
    }

    /// <summary>Models that are already open; they are disposed with this.</summary>
    public VisionModels(IFaceDetector faces, IEmotionClassifier emotions)
    {
        (_faces, _openFaces) = (faces, () => faces);
        (_emotions, _openEmotions) = (emotions, () => emotions);
    }

    /// <summary>The face detector.</summary>
    /// <exception cref="VisionModelException">It is missing or unusable; the message names the file and what to do.</exception>
    public IFaceDetector Faces => Get(ref _faces, _openFaces);

    /// <summary>The emotion classifier.</summary>
    /// <exception cref="VisionModelException">It is missing or unusable; the message names the file and what to do.</exception>
    public IEmotionClassifier Emotions => Get(ref _emotions, _openEmotions);

    /// <summary>The name of the face model; null, with the reason, when it cannot be used.</summary>
    public string? TryNameFaces(out string? problem) => TryName(() => Faces.Name, out problem);

    /// <summary>The name of the emotion model; null, with the reason, when it cannot be used.</summary>
    public string? TryNameEmotions(out string? problem) => TryName(() => Emotions.Name, out problem);

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            _faces?.Dispose();
            _emotions?.Dispose();
        }
    }

    private T Get<T>(ref T? model, Func<T> open) where T : class
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return model ??= open();
        }
    }

    private static string? TryName(Func<string> name, out string? problem)
    {
        try
        {
            problem = null;
            return name();
        }
        catch (VisionModelException e)
        {
            problem = e.Message;
            return null;
        }
    }
}
