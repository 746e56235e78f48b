using MoodDeck.Core.Mood;
using MoodDeck.Vision.Expressions;
using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Server.Tests.Support;

/// <summary>
/// Vision without models: a picture that is not dark is a face from edge to edge, a light one happy, a dim one sad. A
/// test may close the eyes and so hold every reading up.
/// </summary>
internal sealed class FakeEyes : IFaceDetector, IEmotionClassifier
{
    private const int Side = 8;
    private const byte DarkBelow = 40, HappyAbove = 128;
    private int _looking;
    private int _mostAtOnce;

    public ManualResetEventSlim Open { get; } = new(true);

    /// <summary>Set when a reading has begun.</summary>
    public SemaphoreSlim Began { get; } = new(0);

    public int MostAtOnce => _mostAtOnce;

    public string Name => "fake";

    public string ModelId => "fake@1";

    public int CropWidth => Side;

    public int CropHeight => Side;

    public UnsureRule Unsure { get; } = new(0.4);

    public IReadOnlyList<DetectedFace> Detect(GreyImage picture, FaceSearch search = FaceSearch.Quick)
    {
        var now = Interlocked.Increment(ref _looking);
        InterlockedMax(now);
        Began.Release();
        Open.Wait();
        Interlocked.Decrement(ref _looking);
        return picture.Pixels[0] < DarkBelow ? [] : [new(new(0, 0, picture.Width, picture.Height), 0.9)];
    }

    public SampleWindow WindowOf(FaceBox face) => new(face.X, face.Y, face.Width, face.Height);

    public IReadOnlyList<EmotionPrediction> Classify(ReadOnlySpan<float> crops)
    {
        var predictions = new EmotionPrediction[crops.Length / (Side * Side)];
        for (var i = 0; i < predictions.Length; i++) predictions[i] = Prediction(crops[i * Side * Side] >= HappyAbove);
        return predictions;
    }

    public void Dispose() => Open.Set();

    private EmotionPrediction Prediction(bool happy) => new(Scores(happy), null, false) { ModelId = ModelId, Embedding = new float[] { happy ? 1 : 0, happy ? 0 : 1 } };

    private static EmotionScores Scores(bool happy)
    {
        Span<double> weights = stackalloc double[Emotions.Count];
        weights.Fill(0.02);
        weights[(int)(happy ? Emotion.Happiness : Emotion.Sadness)] = 1;
        return EmotionScores.FromWeights(weights);
    }

    private void InterlockedMax(int value)
    {
        for (var seen = _mostAtOnce; value > seen; seen = _mostAtOnce)
            if (Interlocked.CompareExchange(ref _mostAtOnce, value, seen) == seen) return;
    }
}
