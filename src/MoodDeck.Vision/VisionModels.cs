using MoodDeck.Vision.Expressions;
using MoodDeck.Vision.Faces;

namespace MoodDeck.Vision;

/// <summary>
/// The two models of vision, opened when first needed and shared from then on. A failure is not remembered, so that a
/// model which appears later is used without a restart. The emotion model may be exchanged while readings go on. Safe for
/// concurrent use.
/// </summary>
public sealed class VisionModels : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Func<IFaceDetector> _openFaces;
    private readonly EmotionClassifierOptions _classifier;
    private Func<IEmotionClassifier> _openEmotions;
    private IFaceDetector? _faces;
    private SharedModel<IEmotionClassifier>? _emotions;
    private bool _disposed;

    /// <summary>The models these options name.</summary>
    public VisionModels(VisionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _classifier = options.Classifier;
        _openFaces = () => FaceDetectors.Open(options.FaceModelPath, options.Detector);
        _openEmotions = () => EmotionClassifier.Open(options.EmotionModelPath, options.Classifier);
    }

    /// <summary>Models that are already open; they are disposed with this.</summary>
    public VisionModels(IFaceDetector faces, IEmotionClassifier emotions)
    {
        _classifier = new();
        (_faces, _openFaces) = (faces, () => faces);
        (_emotions, _openEmotions) = (new(emotions), () => emotions);
    }

    /// <summary>The face detector.</summary>
    /// <exception cref="VisionModelException">It is missing or unusable; the message names the file and what to do.</exception>
    public IFaceDetector Faces
    {
        get
        {
            lock (_lock)
            {
                ObjectDisposedException.ThrowIf(_disposed, this);
                return _faces ??= _openFaces();
            }
        }
    }

    /// <summary>
    /// The emotion classifier, for where nobody exchanges it; a reading borrows it with <see cref="BorrowEmotions"/> instead.
    /// </summary>
    /// <exception cref="VisionModelException">It is missing or unusable; the message names the file and what to do.</exception>
    public IEmotionClassifier Emotions
    {
        get
        {
            using var lease = BorrowEmotions();
            return lease.Classifier;
        }
    }

    /// <summary>The emotion classifier for one reading, to be disposed at its end.</summary>
    /// <exception cref="VisionModelException">It is missing or unusable; the message names the file and what to do.</exception>
    public EmotionLease BorrowEmotions()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _emotions ??= new(_openEmotions());
            _emotions.Hold();
            return new(_emotions);
        }
    }

    /// <summary>
    /// Reads expressions with another model from now on. Readings that began with the old one end with it; then it is closed.
    /// </summary>
    /// <param name="modelPath">An ONNX file.</param>
    /// <exception cref="VisionModelException">It is no model that can be used, and the message says why; the old one stays.</exception>
    public void UseEmotions(string modelPath)
    {
        IEmotionClassifier Open() => EmotionClassifier.Open(modelPath, _classifier);
        SharedModel<IEmotionClassifier> next = new(Open());
        SharedModel<IEmotionClassifier>? old;
        lock (_lock)
        {
            if (_disposed) next.Release();
            ObjectDisposedException.ThrowIf(_disposed, this);
            (old, _emotions, _openEmotions) = (_emotions, next, Open);
        }

        old?.Release();
    }

    /// <summary>The name of the face model; null, with the reason, when it cannot be used.</summary>
    public string? TryNameFaces(out string? problem) => TryName(() => Faces.Name, out problem);

    /// <summary>The name of the emotion model; null, with the reason, when it cannot be used.</summary>
    public string? TryNameEmotions(out string? problem) => TryName(() => Emotions.Name, out problem);

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_disposed) return;
            _disposed = true;
            _faces?.Dispose();
            _emotions?.Release();
            _emotions = null;
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
