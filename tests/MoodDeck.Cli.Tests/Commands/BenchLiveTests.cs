using System.Globalization;
using System.Text;
using MoodDeck.Vision;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Cli.Tests.Commands;

public sealed class BenchLiveTests : IDisposable
{
    private readonly CliProcess _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task BenchLive_TwoFaces_TellsTheDocumentedFigures()
    {
        Assert.SkipUnless(File.Exists(new VisionOptions().FaceModelPath), "needs the face model in models/");
        Assert.SkipUnless(File.Exists(new VisionOptions().EmotionModelPath), "needs the emotion model in models/");
        var result = await _cli.RunAsync("bench", "live", "--data", Faces(), "--faces", "2", "--minutes", "0.02", "--fps", "10", "--trace", "trace.csv", "--json");

        Assert.Equal(0, result.ExitCode);
        var figures = result.Document;
        Assert.Equal(2, figures.GetProperty("faces").GetInt32() + figures.GetProperty("notFound").GetInt32());
        Assert.True(figures.GetProperty("framesPerSecond").GetDouble() > 0);
        Assert.All((string[])["labelChangesPer5Min", "switchDelayMs", "changes", "delay", "neverFollowedShare", "lostShare"], n => Assert.True(figures.TryGetProperty(n, out _), n));
        // A header, then two seconds of settling, 1.2 of watching and five of the other face, at ten frames a second.
        var rows = await File.ReadAllLinesAsync(Path.Combine(_cli.Folder.Path, "trace.csv"), TestContext.Current.CancellationToken);
        Assert.Equal(1 + (2 * 82), rows.Length);
    }

    [Theory]
    [InlineData("--minutes", "0")]
    [InlineData("--fps", "1000")]
    [InlineData("--usage", "NoSuch")]
    public async Task BenchLive_BadValue_IsRefused(string option, string value)
    {
        var result = await _cli.RunAsync("bench", "live", "--data", Faces(), option, value);
        result.AssertOneLineError(2);
    }

    // A face of two labels in the layout of FER2013, so that there is something to switch to.
    private string Faces()
    {
        using var image = new ImageDecoder().Decode(File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "assets", "astronaut.png"))).Value!;
        using var grey = image.ToGrey();
        var crop = new float[48 * 48];
        Resampler.Sample(grey, SampleWindow.Square(225, 125, 150), 48, 48, crop);
        StringBuilder csv = new("emotion,pixels,Usage\n");
        foreach (var (label, gain) in new[] { (3, 1.0), (6, 0.8), (3, 0.9) })
            csv.Append(label).Append(',').AppendJoin(' ', crop.Select(p => ((int)(gain * p)).ToString(CultureInfo.InvariantCulture))).Append(",Training\n");
        return _cli.Folder.Write("faces.csv", csv.ToString());
    }
}
