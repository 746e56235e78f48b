using MoodDeck.Core.Mood;
using MoodDeck.Training.Metrics;
using MoodDeck.Vision.Expressions;
using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Training.Tests.Metrics;

public sealed class EmotionScorersTests
{
    private static readonly double[] Eight = [0.1, 0.2, 0.05, 0.15, 0.25, 0.05, 0.1, 0.1];

    [Fact]
    public void Of_FerPlus_GivesBackTheProbabilities() => Assert.Equal(Eight, Answer(new Fixed(null), EmotionLabels.FerPlus, 8), (a, b) => Math.Abs(a - b) < 1e-6);

    [Fact]
    public void Of_Fer2013WithItsOwnOutput_TakesThat()
    {
        double[] seven = [0.4, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1];

        Assert.Equal(seven, Answer(new Fixed(seven), EmotionLabels.Fer2013, 7), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void Of_Fer2013WithoutItsOwnOutput_TakesTheMatchingSeven()
    {
        var p = Answer(new Fixed(null), EmotionLabels.Fer2013, 7);

        Assert.Equal(0.25 / 0.9, p[0], 1e-6); // angry, of what is left without contempt
        Assert.Equal(0.1 / 0.9, p[6], 1e-6); // neutral
    }

    [Fact]
    public void Of_OtherCropSize_SaysWhatToDo() =>
        Assert.Contains("reads 64 x 64 pixels", Assert.Throws<ArgumentException>(() => EmotionScorers.Of(new Fixed(null, 64), EmotionLabels.FerPlus)).Message, StringComparison.Ordinal);

    private static double[] Answer(IEmotionClassifier classifier, EmotionLabels labels, int classes)
    {
        var (logits, p) = (new float[classes], new double[classes]);
        EmotionScorers.Of(classifier, labels)(new float[48 * 48], 1, logits);
        Calibration.Softmax(logits, 1, p);
        return p;
    }

    /// <summary>Always gives the same answer.</summary>
    private sealed class Fixed(double[]? seven, int side = 48) : IEmotionClassifier
    {
        public string Name => "fixed";

        public string ModelId => "fixed@1";

        public int CropWidth => side;

        public int CropHeight => side;

        public UnsureRule Unsure { get; } = new(0.4);

        public SampleWindow WindowOf(FaceBox face) => throw new NotSupportedException("The answers depend on no picture.");

        public IReadOnlyList<EmotionPrediction> Classify(ReadOnlySpan<float> crops) => [new EmotionPrediction(EmotionScores.FromWeights(Eight), seven, false)];

        public void Dispose()
        {
        }
    }
}
