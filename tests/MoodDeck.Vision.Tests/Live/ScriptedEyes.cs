using MoodDeck.Core.Mood;
using MoodDeck.Vision.Expressions;
using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Vision.Tests.Live;

/// <summary>A detector and a classifier that see what a test says: faces where it puts them, and the expression by how light a crop is.</summary>
internal sealed class ScriptedEyes : IFaceDetector, IEmotionClassifier
{
    private const int Side = 16;

    public List<DetectedFace> Found { get; } = [];

    public int Judged { get; private set; }

    public string Name => "scripted";

    public string ModelId => "scripted@1";

    public int CropWidth => Side;

    public int CropHeight => Side;

    public UnsureRule Unsure { get; } = new(0.4);

    /// <summary>A camera frame of this light, chequered so that it is sharp.</summary>
    public static GreyImage Frame(byte light)
    {
        GreyImage frame = new(640, 480);
        for (var i = 0; i < frame.Pixels.Length; i++) frame.Pixels[i] = (byte)(((i % 640 / 8) + (i / 640 / 8)) % 2 == 0 ? light : Math.Max(0, light - 40));
        return frame;
    }

    public void Sees(params FaceBox[] boxes)
    {
        Found.Clear();
        Found.AddRange(boxes.Select(b => new DetectedFace(b, 0.9)));
    }

    public IReadOnlyList<DetectedFace> Detect(GreyImage picture, FaceSearch search = FaceSearch.Quick) => [.. Found];

    public SampleWindow WindowOf(FaceBox face) => new(face.X, face.Y, face.Width, face.Height);

    public IReadOnlyList<EmotionPrediction> Classify(ReadOnlySpan<float> crops)
    {
        var predictions = new EmotionPrediction[crops.Length / (Side * Side)];
        for (var i = 0; i < predictions.Length; i++)
        {
            var happy = crops.Slice(i * Side * Side, Side * Side).ToArray().Average() >= 128;
            var weights = Enumerable.Repeat(0.02, Emotions.Count).ToArray();
            weights[(int)(happy ? Emotion.Happiness : Emotion.Sadness)] = 1;
            predictions[i] = new(EmotionScores.FromWeights(weights), null, false) { ModelId = ModelId, Embedding = new float[] { happy ? 1 : 0, happy ? 0 : 1 } };
        }

        Judged += predictions.Length;
        return predictions;
    }

    public void Dispose() { }
}
