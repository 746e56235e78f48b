using MoodDeck.Core.Mood;
using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Imaging;
using MoodDeck.Vision.Reading;
using MoodDeck.Vision.Tests.Imaging;

namespace MoodDeck.Vision.Tests.Reading;

/// <summary>The committed models on a real face.</summary>
public sealed class TrainedModelsTests : IDisposable
{
    // Middle of the forehead to the chin, cheek to cheek, marked by hand.
    private static readonly FaceBox s_astronautFace = new(176, 76, 92, 112);

    private readonly VisionModels _models = new(new VisionOptions());

    public void Dispose() => _models.Dispose();

    [Theory]
    [InlineData(FaceSearch.Quick)]
    [InlineData(FaceSearch.Thorough)]
    public void Analyze_Astronaut_FindsHerSmile(FaceSearch search)
    {
        RequireModels();
        var reading = Analyzer().AnalyzeFile(TestPictures.Astronaut, search).Value!;
        var face = Assert.Single(reading.Faces);
        Assert.InRange(FaceBox.IntersectionOverUnion(s_astronautFace, face.Box), 0.5, 1);
        Assert.Equal("happiness", face.Dominant);
        Assert.True(reading.Mood!.Vad.Mean.Valence > 0.3);
        Assert.InRange(face.Quality.Overall, 0.5, 1);
    }

    [Theory]
    [InlineData(96)]
    [InlineData(200)]
    [InlineData(1600)]
    public void Analyze_AstronautInAnotherSize_FindsHer(int side)
    {
        RequireModels();
        using var image = new ImageDecoder().Decode(File.ReadAllBytes(TestPictures.Astronaut)).Value!;
        var jpeg = JpegEncoder.Encode(Resampler.Resize(image, side, side));
        var faces = Analyzer().Analyze(jpeg).Value!.Faces;
        Assert.Contains(faces, f => FaceBox.IntersectionOverUnion(s_astronautFace.ScaledBy(side / 512.0), f.Box) > 0.45);
    }

    [Fact]
    public void Analyze_HelmetAndRocketAlone_HasNoFace()
    {
        RequireModels();
        using var image = new ImageDecoder().Decode(File.ReadAllBytes(TestPictures.Astronaut)).Value!;
        var jpeg = JpegEncoder.Encode(Resampler.Crop(image, new(312, 0, 200, 512), 200, 512));
        Assert.Empty(Analyzer().Analyze(jpeg).Value!.Faces);
    }

    [Fact]
    public void Classify_TrainedModel_NamesEveryExpressionOnce()
    {
        RequireModels();
        var crop = Enumerable.Repeat(128f, _models.Emotions.CropWidth * _models.Emotions.CropHeight).ToArray();
        var prediction = Assert.Single(_models.Emotions.Classify(crop));
        Assert.Equal(Emotions.Count, prediction.Scores.Count);
        Assert.Equal(7, prediction.Fer2013!.Count);
    }

    private PhotoAnalyzer Analyzer() => new(_models, new ImageDecoder(), TimeProvider.System);

    private void RequireModels()
    {
        VisionOptions options = new();
        foreach (var path in (string[])[options.FaceModelPath, options.EmotionModelPath])
            Assert.SkipUnless(File.Exists(path), $"The trained model {Path.GetFileName(path)} is not there yet.");
    }
}
