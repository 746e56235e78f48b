using MoodDeck.Vision.Faces.Haar;
using MoodDeck.Vision.Faces.Mtcnn;

namespace MoodDeck.Vision.Faces;

/// <summary>The face detectors there are, by name or by the kind of their file.</summary>
public static class FaceDetectors
{
    /// <summary>MoodDeck's own: <c>models/faces.onnx</c> beside the program.</summary>
    public const string Deck = "deck";

    /// <summary>Three small networks one after the other: <c>models/mtcnn</c> beside the program.</summary>
    public const string Mtcnn = "mtcnn";

    /// <summary>What may be named, for messages.</summary>
    public const string Expected = $"{Deck}, {Mtcnn}, or the path of an OpenCV cascade (.xml) or of a face model (.onnx)";

    /// <summary>MoodDeck's own model.</summary>
    public static string OwnModelPath => Path.Combine(AppContext.BaseDirectory, "models", "faces.onnx");

    /// <summary>The folder of the networks of <see cref="Mtcnn"/>.</summary>
    public static string MtcnnFolder => Path.Combine(AppContext.BaseDirectory, "models", "mtcnn");

    /// <summary>Whether it is the name of a detector or looks like the file of one; the file need not be there.</summary>
    public static bool IsKnown(string nameOrPath) => nameOrPath is Deck or Mtcnn || Has(nameOrPath, ".onnx") || Has(nameOrPath, ".xml");

    /// <summary>Opens a detector.</summary>
    /// <param name="nameOrPath"><c>deck</c>, <c>mtcnn</c>, or the path of an OpenCV cascade (<c>.xml</c>) or of a face model (<c>.onnx</c>).</param>
    /// <param name="options">How it looks; a detector other than MoodDeck's own takes only threshold and threads.</param>
    /// <exception cref="VisionModelException">It is unknown, missing or cannot be used; the message says why and what to do.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static IFaceDetector Open(string nameOrPath, FaceDetectorOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(nameOrPath);
        options ??= new();
        if (nameOrPath == Deck) return FaceDetector.Open(OwnModelPath, options);
        if (nameOrPath == Mtcnn) return MtcnnDetector.Open(MtcnnFolder, new() { Threshold = options.Threshold, Threads = options.Threads });
        if (Has(nameOrPath, ".xml")) return HaarDetector.Open(nameOrPath, new() { Threshold = options.Threshold });
        return IsKnown(nameOrPath)
            ? FaceDetector.Open(nameOrPath, options)
            : throw new VisionModelException($"There is no detector {nameOrPath}. Give {Expected}.");
    }

    private static bool Has(string path, string extension) => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
}
