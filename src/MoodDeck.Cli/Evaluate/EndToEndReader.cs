using MoodDeck.Training.Data;
using MoodDeck.Training.Metrics;
using MoodDeck.Training.Scenes;
using MoodDeck.Vision;
using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Imaging;
using MoodDeck.Vision.Reading;

namespace MoodDeck.Cli.Evaluate;

/// <summary>
/// Reads a face the way the player does: enlarged and pasted into a drawn camera frame (<see cref="PastedFace"/>), found
/// there and read from where it was found.
/// </summary>
internal sealed class EndToEndReader : IDisposable
{
    // The labelled pictures show a little more than the box of a face; less overlap than this is something else.
    private const double LeastOverlap = 0.25;

    private readonly VisionModels _models;
    private readonly PhotoAnalyzer _analyzer;
    private readonly EmotionLabels _labels;
    private readonly List<bool> _detected = [];

    /// <summary>A reader with an emotion model and MoodDeck's own detector.</summary>
    public EndToEndReader(string emotionModel, EmotionLabels labels)
    {
        VisionOptions options = new() { EmotionModelPath = emotionModel };
        _models = new VisionModels(options);
        _analyzer = new PhotoAnalyzer(_models, new ImageDecoder(options.Limits), TimeProvider.System);
        _labels = labels;
    }

    /// <summary>For each face scored so far whether it was found.</summary>
    public IReadOnlyList<bool> Detected => _detected;

    /// <summary>See <see cref="EmotionScorer"/>; a face that is not found gets the same logit for every class.</summary>
    public void Score(ReadOnlySpan<float> faces, int count, Span<float> logits)
    {
        var classes = logits.Length / count;
        using GreyImage face = new(FaceImageSet.Side, FaceImageSet.Side);
        for (var i = 0; i < count; i++)
        {
            var pixels = faces.Slice(i * FaceImageSet.ImageLength, FaceImageSet.ImageLength);
            for (var p = 0; p < pixels.Length; p++) face.Pixels[p] = (byte)pixels[p];
            var reading = Read(face);
            _detected.Add(reading is not null);
            var target = logits.Slice(i * classes, classes);
            if (reading is null) target.Clear();
            else for (var c = 0; c < classes; c++) target[c] = (float)Math.Log(Math.Max(1e-12, EmotionScorers.Probability(reading.Prediction, _labels, c)));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _models.Dispose();

    private FaceReading? Read(GreyImage face)
    {
        var (frame, square) = PastedFace.Compose(face, _detected.Count);
        using var composed = frame;
        return _analyzer.Analyze(composed, FaceSearch.Quick).Faces
            .Select(f => (Face: f, Overlap: FaceBox.IntersectionOverUnion(f.Box, square)))
            .Where(f => f.Overlap >= LeastOverlap).OrderByDescending(f => f.Overlap).FirstOrDefault().Face;
    }
}
