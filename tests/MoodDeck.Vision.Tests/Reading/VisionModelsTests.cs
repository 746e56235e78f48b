using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Vision.Expressions;
using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Imaging;
using MoodDeck.Vision.Reading;
using MoodDeck.Vision.Tests.Models;

namespace MoodDeck.Vision.Tests.Reading;

public sealed class VisionModelsTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Analyze_ModelsMissing_NamesTheFileAndTheCommandUntilTheyAppear()
    {
        VisionOptions options = new() { FaceModelPath = _folder["faces.onnx"], EmotionModelPath = _folder["emotion.onnx"] };
        using var services = new ServiceCollection().AddMoodDeckVision(options).BuildServiceProvider();
        var analyzer = services.GetRequiredService<PhotoAnalyzer>();
        var models = services.GetRequiredService<VisionModels>();
        var png = PngEncoder.Encode(SpotDetector.Picture(64, 64));

        Assert.Contains("train faces", Assert.Throws<VisionModelException>(() => analyzer.Analyze(png)).Message, StringComparison.Ordinal);
        SpotDetector.Model().Save(options.FaceModelPath);
        Assert.Contains("train emotion", Assert.Throws<VisionModelException>(() => analyzer.Analyze(png)).Message, StringComparison.Ordinal);
        Assert.Null(models.TryNameEmotions(out var problem));
        Assert.Contains(options.EmotionModelPath, problem, StringComparison.Ordinal);
        HalfClassifier.Model().Save(options.EmotionModelPath);
        Assert.True(analyzer.Analyze(png).IsOk);
        Assert.Equal("halves", models.TryNameEmotions(out problem));
        Assert.Null(problem);
        Assert.Equal("spots", models.TryNameFaces(out _));
    }

    [Fact]
    public void Faces_AskedTwice_IsOpenedOnce()
    {
        using VisionModels models = new(new VisionOptions { FaceModelPath = SpotDetector.Model().Save(_folder["faces.onnx"]) });
        Assert.Same(models.Faces, models.Faces);
    }

    [Fact]
    public void Faces_AfterDispose_Throws()
    {
        VisionModels models = new(new VisionOptions());
        models.Dispose();
        Assert.Throws<ObjectDisposedException>(() => models.Faces);
    }

    [Fact]
    public async Task UseEmotions_WhileReadingsGoOn_NoneMeetsAClosedModel()
    {
        VisionOptions options = new() { FaceModelPath = SpotDetector.Model().Save(_folder["faces.onnx"]), EmotionModelPath = HalfClassifier.Model().Save(_folder["emotion.onnx"]) };
        using var services = new ServiceCollection().AddMoodDeckVision(options).BuildServiceProvider();
        var (analyzer, models) = (services.GetRequiredService<PhotoAnalyzer>(), services.GetRequiredService<VisionModels>());
        var other = HalfClassifier.Model().Save(_folder["other.onnx"]);
        var png = PngEncoder.Encode(SpotDetector.Picture(64, 64));
        using CancellationTokenSource enough = new();
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            var read = 0;
            do
            {
                Assert.True(analyzer.Analyze(png).IsOk);
                read++;
            }
            while (!enough.IsCancellationRequested);
            return read;
        })).ToList();

        for (var i = 0; i < 30; i++) models.UseEmotions(i % 2 == 0 ? other : options.EmotionModelPath);

        await enough.CancelAsync();
        Assert.All(await Task.WhenAll(readers), read => Assert.NotEqual(0, read));
    }

    [Fact]
    public void UseEmotions_ReplacedInTheMiddleOfAReading_StaysOpenUntilItsEnd()
    {
        WatchedClassifier first = new();
        using VisionModels models = new(new NoFaces(), first);
        var lease = models.BorrowEmotions();

        models.UseEmotions(HalfClassifier.Model().Save(_folder["emotion.onnx"]));

        Assert.Equal("halves", models.TryNameEmotions(out _));
        Assert.False(first.IsClosed);
        lease.Dispose();
        lease.Dispose();
        Assert.True(first.IsClosed);
    }

    [Fact]
    public void UseEmotions_NoModel_KeepsTheOldOne()
    {
        File.WriteAllText(_folder["letter.onnx"], "not a model");
        WatchedClassifier first = new();
        using VisionModels models = new(new NoFaces(), first);
        Assert.Throws<VisionModelException>(() => models.UseEmotions(_folder["letter.onnx"]));
        Assert.Throws<VisionModelException>(() => models.UseEmotions(_folder["nowhere.onnx"]));
        Assert.Same(first, models.Emotions);
        Assert.False(first.IsClosed);
    }

    [Fact]
    public void AddMoodDeckVision_ImpossibleOptions_ThrowsAtOnce() => Assert.Throws<ArgumentOutOfRangeException>(
        () => new ServiceCollection().AddMoodDeckVision(new VisionOptions { Limits = new ImageLimits { MaxSide = 0 } }));

    private sealed class NoFaces : IFaceDetector
    {
        public string Name => "none";

        public IReadOnlyList<DetectedFace> Detect(GreyImage picture, FaceSearch search = FaceSearch.Quick) => [];

        public void Dispose() { }
    }

    private sealed class WatchedClassifier : IEmotionClassifier
    {
        public bool IsClosed { get; private set; }

        public string Name => "watched";

        public string ModelId => "watched@1";

        public int CropWidth => 48;

        public int CropHeight => 48;

        public UnsureRule Unsure { get; } = new(0.4);

        public SampleWindow WindowOf(FaceBox face) => throw new NotSupportedException();

        public IReadOnlyList<EmotionPrediction> Classify(ReadOnlySpan<float> crops) => [];

        public void Dispose() => IsClosed = true;
    }
}
