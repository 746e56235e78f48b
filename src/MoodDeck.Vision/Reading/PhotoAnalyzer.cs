using System.Buffers;
using MoodDeck.Core.Mood;
using MoodDeck.Vision.Expressions;
using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Vision.Reading;

/// <summary>
/// Reads the faces and the mood of a picture: decode, detect, crop, classify. Safe for concurrent use; models are shared,
/// buffers are pooled per call, and nothing of a picture is kept.
/// </summary>
/// <param name="models">The detector and the classifier, opened when first needed.</param>
/// <param name="decoder">Reads the bytes.</param>
/// <param name="time">Measures stages and dates moods.</param>
public sealed class PhotoAnalyzer(VisionModels models, ImageDecoder decoder, TimeProvider time)
{
    // Crops go through in groups, so that a photo of a stadium needs no more memory than one of a family.
    private const int GroupSize = 32;

    /// <summary>Reads a JPEG, PNG or WebP.</summary>
    /// <exception cref="VisionModelException">A model is missing or unusable; the message says what to do.</exception>
    public ImageResult<PhotoReading> Analyze(ReadOnlySpan<byte> image, FaceSearch search = FaceSearch.Thorough) => Analyze(image, null, search);

    /// <summary>Reads a JPEG, PNG or WebP with a classifier of the caller's; null for the shared one.</summary>
    /// <exception cref="VisionModelException">A model is missing or unusable; the message says what to do.</exception>
    public ImageResult<PhotoReading> Analyze(ReadOnlySpan<byte> image, IEmotionClassifier? classifier, FaceSearch search = FaceSearch.Thorough)
    {
        var started = time.GetTimestamp();
        var decoded = decoder.DecodeGrey(image);
        if (!decoded.IsOk) return ImageResult<PhotoReading>.Of(new ImageProblem(decoded.Status, decoded.Problem));
        using var picture = decoded.Value;
        return ImageResult<PhotoReading>.Of(Analyze(picture, classifier, search, time.GetElapsedTime(started)));
    }

    /// <summary>Reads an image file.</summary>
    /// <exception cref="VisionModelException">A model is missing or unusable; the message says what to do.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public ImageResult<PhotoReading> AnalyzeFile(string path, FaceSearch search = FaceSearch.Thorough)
    {
        var file = decoder.ReadFile(path);
        return file.IsOk ? Analyze(file.Value, search) : ImageResult<PhotoReading>.Of(new ImageProblem(file.Status, file.Problem));
    }

    /// <summary>Reads a picture that is already decoded.</summary>
    /// <exception cref="VisionModelException">A model is missing or unusable; the message says what to do.</exception>
    public PhotoReading Analyze(GreyImage picture, FaceSearch search = FaceSearch.Thorough) => Analyze(picture, null, search, TimeSpan.Zero);

    private PhotoReading Analyze(GreyImage picture, IEmotionClassifier? own, FaceSearch search, TimeSpan decodeTime)
    {
        ArgumentNullException.ThrowIfNull(picture);
        // Both models before the first look: a missing one must not show only once somebody steps before the camera.
        var detector = models.Faces;
        using var lease = own is null ? models.BorrowEmotions() : null;
        var classifier = own ?? lease!.Classifier;
        var started = time.GetTimestamp();
        var found = detector.Detect(picture, search);
        var detectTime = time.GetElapsedTime(started);
        started = time.GetTimestamp();
        List<FaceReading> faces = new(found.Count);
        foreach (var group in found.Chunk(GroupSize)) Read(picture, classifier, group, faces);
        StageTimes times = new(decodeTime.TotalMilliseconds, detectTime.TotalMilliseconds, time.GetElapsedTime(started).TotalMilliseconds);
        var mood = FaceCrowd.MoodOf(faces) is { } vad ? MoodEstimate.Of(vad, time.GetUtcNow()) : null;
        return new(picture.Width, picture.Height, faces, mood, times);
    }

    private static void Read(GreyImage picture, IEmotionClassifier classifier, DetectedFace[] found, List<FaceReading> faces)
    {
        int width = classifier.CropWidth, height = classifier.CropHeight, size = width * height;
        var rented = ArrayPool<float>.Shared.Rent(found.Length * size);
        try
        {
            var crops = rented.AsSpan(0, found.Length * size);
            for (var i = 0; i < found.Length; i++)
                Resampler.Sample(picture, classifier.WindowOf(found[i].Box), width, height, crops.Slice(i * size, size));
            var predictions = classifier.Classify(crops);
            for (var i = 0; i < found.Length; i++)
            {
                var quality = FaceQuality.Of(found[i].Box, crops.Slice(i * size, size), width);
                faces.Add(new(found[i].Box, found[i].Score, quality, predictions[i]));
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(rented);
        }
    }
}
