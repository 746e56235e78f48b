using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Imaging;
using MoodDeck.Vision.Reading;
using MoodDeck.Vision.Tests.Imaging;
using MoodDeck.Vision.Tests.Models;

namespace MoodDeck.Vision.Tests.Reading;

public sealed class PhotoAnalyzerTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly ServiceProvider _services;
    private readonly PhotoAnalyzer _analyzer;

    public PhotoAnalyzerTests()
    {
        _services = Services(SpotDetector.Model().Save(_folder["faces.onnx"]), HalfClassifier.Model().Save(_folder["emotion.onnx"]));
        _analyzer = _services.GetRequiredService<PhotoAnalyzer>();
    }

    public void Dispose()
    {
        _services.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Analyze_FaceBrightOnItsLeft_IsHappy()
    {
        // The spot is 16 wide in a crop 48 wide; to its left, the crop is lit as well.
        var image = SpotDetector.Picture(320, 240, (5, 6));
        for (var y = 80; y < 128; y++) for (var x = 64; x < 76; x++) image[x, y] = new(190, 190, 190);
        var reading = Read(PngEncoder.Encode(image));
        var face = Assert.Single(reading.Faces);
        Assert.Equal((320, 240), (reading.Width, reading.Height));
        Assert.Equal("happiness", face.Dominant);
        Assert.Equal(88, face.Box.CentreX, 1);
        Assert.InRange(face.Quality.Overall, 0.01, 1);
        Assert.NotNull(reading.Mood);
        Assert.True(reading.Mood.Vad.Mean.Valence > 0.2);
        Assert.Equal(face.Vad.Mean.Valence, reading.Mood.Vad.Mean.Valence, 1e-9);
    }

    [Fact]
    public void Analyze_NoFace_HasNoMoodAndIsNoProblem()
    {
        var reading = Read(JpegEncoder.Encode(SpotDetector.Picture(320, 240)));
        Assert.Empty(reading.Faces);
        Assert.Null(reading.Mood);
    }

    [Fact]
    public void Analyze_FiveFaces_ReadsEachInItsPlace()
    {
        var reading = Read(PngEncoder.Encode(SpotDetector.Picture(320, 240, (2, 3), (8, 3), (14, 3), (4, 10), (12, 10))));
        Assert.Equal([2, 4, 8, 12, 14], reading.Faces.Select(f => (int)(f.Box.CentreX / SpotDetector.Cell)).Order());
        Assert.All(reading.Faces, f => Assert.Equal(1, f.Emotions.Sum(), 1e-9));
        Assert.NotNull(reading.Mood);
    }

    [Fact]
    public void Analyze_CrowdLargerThanAGroup_ReadsEveryone()
    {
        var spots = Enumerable.Range(0, 70).Select(i => (Column: 1 + (2 * (i % 10)), Row: 1 + (3 * (i / 10)))).ToArray();
        Assert.Equal(70, Read(PngEncoder.Encode(SpotDetector.Picture(320, 320, spots))).Faces.Count(f => f.Emotions.Count == 8));
    }

    [Fact]
    public void Analyze_NotAnImage_IsAResultWithAReason()
    {
        var result = _analyzer.Analyze("just text"u8);
        Assert.Equal(ImageStatus.NotAnImage, result.Status);
        Assert.Equal("This is not an image that can be read. Give a JPEG, PNG or WebP file.", result.Problem);
    }

    [Fact]
    public void AnalyzeFile_TurnedPhoto_GivesBoxesAsDisplayed()
    {
        var jpeg = JpegEncoder.Encode(SpotDetector.Picture(320, 240, (5, 6)), 95);
        File.WriteAllBytes(_folder["turned.jpg"], TestEncoders.JpegWithExif(jpeg, TestEncoders.Exif(6, littleEndian: false)));
        var reading = _analyzer.AnalyzeFile(_folder["turned.jpg"]).Value!;
        Assert.Equal((240, 320), (reading.Width, reading.Height));
        Assert.Equal(240 - 104, Assert.Single(reading.Faces).Box.CentreX, 1);
    }

    [Fact]
    public void AnalyzeFile_HugeFile_IsRefusedUnread()
    {
        using (var file = File.Create(_folder["huge.jpg"])) file.SetLength(60L << 30); // sparse
        var result = _analyzer.AnalyzeFile(_folder["huge.jpg"]);
        Assert.Equal(ImageStatus.TooLarge, result.Status);
        Assert.Equal("The file has 64424.5 MB; at most 20 MB are read. Make it smaller.", result.Problem);
    }

    [Fact]
    public void AnalyzeFile_EndlessDevice_StopsAtTheLimit()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "There is no /dev/zero.");
        Assert.Equal("The file has more than 20 MB; at most 20 MB are read. Make it smaller.", _analyzer.AnalyzeFile("/dev/zero").Problem);
    }

    [Fact]
    public void AnalyzeFile_Missing_Throws() => Assert.Throws<FileNotFoundException>(() => _analyzer.AnalyzeFile(_folder["none.jpg"]));

    [Fact]
    public async Task Analyze_FromManyThreads_GivesEachItsOwnReading() =>
        await Task.WhenAll(Enumerable.Range(2, 6).Select(column => Task.Run(() =>
        {
            var jpeg = JpegEncoder.Encode(SpotDetector.Picture(320, 240, (column, 5)));
            for (var i = 0; i < 20; i++)
                Assert.Equal((column + 0.5) * SpotDetector.Cell, Assert.Single(_analyzer.Analyze(jpeg, FaceSearch.Quick).Value!.Faces).Box.CentreX, 1.0);
        })));

    [Fact]
    public void Analyze_CameraFrames_TakesLittleNewMemory()
    {
        var jpeg = JpegEncoder.Encode(SpotDetector.Picture(640, 480, (5, 6)));
        for (var i = 0; i < 5; i++) _analyzer.Analyze(jpeg, FaceSearch.Quick);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 20; i++) _analyzer.Analyze(jpeg, FaceSearch.Quick);
        // The picture alone has 307,200 bytes.
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 20, 0, 60_000);
    }

    [Fact]
    public void Annotate_Face_FramesIt()
    {
        using var image = SpotDetector.Picture(320, 240, (5, 6));
        var reading = Read(PngEncoder.Encode(image));
        PhotoAnnotator.Annotate(image, reading.Faces);
        Assert.NotEqual(new Rgb(20, 20, 20), image[73, 110]); // the left edge of the frame
        Assert.NotEqual(new Rgb(20, 20, 20), image[76, 72]); // the label above it
    }

    private PhotoReading Read(byte[] file)
    {
        var result = _analyzer.Analyze(file);
        Assert.True(result.IsOk, result.Problem);
        return result.Value;
    }

    private static ServiceProvider Services(string faces, string emotion) =>
        new ServiceCollection().AddMoodDeckVision(new VisionOptions { FaceModelPath = faces, EmotionModelPath = emotion }).BuildServiceProvider();
}
