using Microsoft.Extensions.DependencyInjection;
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
    public void AddMoodDeckVision_ImpossibleOptions_ThrowsAtOnce() => Assert.Throws<ArgumentOutOfRangeException>(
        () => new ServiceCollection().AddMoodDeckVision(new VisionOptions { Limits = new ImageLimits { MaxSide = 0 } }));
}
