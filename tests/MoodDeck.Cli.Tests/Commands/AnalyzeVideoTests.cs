using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;
using MoodDeck.Vision;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Cli.Tests.Commands;

public sealed class AnalyzeVideoTests : IDisposable
{
    private static readonly string s_astronaut = Path.Combine(Repository.Root, "tests", "assets", "astronaut.png");
    private readonly CliProcess _cli = new();

    public AnalyzeVideoTests()
    {
        Assert.SkipUnless(File.Exists(new VisionOptions().FaceModelPath), "needs the face model in models/");
        Assert.SkipUnless(File.Exists(new VisionOptions().EmotionModelPath), "needs the emotion model in models/");
    }

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Analyze_VideoAndPhoto_GivesImagesAndVideosWithATimeline()
    {
        await SmileAsync("clip.mp4");
        var result = await _cli.RunAsync("analyze", "clip.mp4", s_astronaut, "--json", "--csv", "mood.csv", "--chart", "mood.png");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(s_astronaut, Assert.Single(result.Document.GetProperty("images").EnumerateArray()).GetProperty("path").GetString());
        var video = Assert.Single(result.Document.GetProperty("videos").EnumerateArray());
        Assert.Equal((320, 240), (video.GetProperty("width").GetInt32(), video.GetProperty("height").GetInt32()));
        var timeline = video.GetProperty("timeline").EnumerateArray().ToList();
        Assert.Equal((20, 2.0), (timeline.Count, video.GetProperty("durationSeconds").GetDouble()));
        Assert.All(timeline, m => Assert.Equal("happiness", m.GetProperty("label").GetString()));
        Assert.True(video.GetProperty("mood").GetProperty("valence").GetDouble() > 0.3);
        Assert.Equal(1, video.GetProperty("labels").GetProperty("happiness").GetDouble());

        var rows = await File.ReadAllLinesAsync(InFolder("mood.csv"), TestContext.Current.CancellationToken);
        Assert.Equal("path,seconds,faces,face,label,advice,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,valence,arousal,dominance,mood,confidence", rows[0]);
        Assert.Equal(21, rows.Length);
        Assert.Equal(["clip.mp4", "1.9", "1", "1", "happiness"], rows[^1].Split(',')[..5]);
        AssertSmileIsDrawn(InFolder("mood.png"));
    }

    [Fact]
    public async Task Analyze_ChartAsSvg_IsADrawingWithTitleAndLegend()
    {
        await SmileAsync("clip.mp4");
        Assert.Equal(0, (await _cli.RunAsync("analyze", "clip.mp4", "--chart", "mood.svg")).ExitCode);
        var texts = XDocument.Load(InFolder("mood.svg")).Descendants().Where(e => e.Name.LocalName is "text" or "title").Select(e => e.Value).ToList();
        Assert.Equal("Mood in clip.mp4", texts[0]);
        Assert.All((string[])["valence", "arousal", "happiness 100%", "0.0 s", "+0.5"], t => Assert.Contains(t, texts));
    }

    [Fact]
    public async Task Analyze_VideoHeldUpright_IsReadTheRightWayUp()
    {
        // As a telephone writes it: the pictures lie on their side, and the file says how to turn them.
        await FfmpegAsync("-loop", "1", "-t", "1", "-i", s_astronaut, "-vf", "crop=384:512,scale=240:320,transpose=1,fps=10", "-c:v", "mpeg4", "-q:v", "3", "lying.mp4");
        await FfmpegAsync("-i", "lying.mp4", "-c", "copy", "-metadata:s:v", "rotate=90", "upright.mp4");
        var video = (await _cli.RunAsync("analyze", "upright.mp4", "--json")).Document.GetProperty("videos")[0];
        Assert.Equal((240, 320), (video.GetProperty("width").GetInt32(), video.GetProperty("height").GetInt32()));
        var box = video.GetProperty("timeline")[0].GetProperty("box");
        Assert.InRange(box.GetProperty("y").GetDouble(), 10, 100);
    }

    [Fact]
    public async Task Analyze_GapInTheTimes_ShowsNoFrameTwice()
    {
        // Ten frames, an hour, ten more: as a telephone that slept, or a call that was interrupted, writes them.
        await FfmpegAsync("-loop", "1", "-t", "2", "-i", s_astronaut, "-vf", "scale=240:240,format=yuvj420p,fps=10,setpts='PTS+gte(N,10)*3600/TB'", "-vsync", "passthrough", "-c:v", "mjpeg", "-q:v", "3", "gap.mkv");
        var video = (await _cli.RunAsync("analyze", "gap.mkv", "--json")).Document.GetProperty("videos")[0];
        var seconds = video.GetProperty("timeline").EnumerateArray().Select(m => m.GetProperty("seconds").GetDouble()).ToList();
        Assert.Equal(20, seconds.Count);
        Assert.Equal(0.9, seconds[9], 0.02);
        Assert.Equal(3601, seconds[10], 0.02);
    }

    [Fact]
    public async Task Analyze_PixelsThatAreNotSquare_AreShownAsTheyShouldBe()
    {
        await FfmpegAsync("-loop", "1", "-t", "0.5", "-i", s_astronaut, "-vf", "scale=256:512,setsar=2,fps=10", "-c:v", "mpeg4", "-q:v", "3", "narrow.mp4");
        var video = (await _cli.RunAsync("analyze", "narrow.mp4", "--json")).Document.GetProperty("videos")[0];
        Assert.Equal((512, 512), (video.GetProperty("width").GetInt32(), video.GetProperty("height").GetInt32()));
        var box = video.GetProperty("timeline")[0].GetProperty("box");
        Assert.InRange(box.GetProperty("width").GetDouble() / box.GetProperty("height").GetDouble(), 0.6, 1);
    }

    [Theory]
    [InlineData("--csv", "mood.csv", "none is named")]
    [InlineData("--chart", "mood.png", "one video")]
    public async Task Analyze_VideoOptionForPhotosAlone_IsWrongUsage(string option, string file, string reason)
    {
        var result = await _cli.RunAsync("analyze", s_astronaut, option, file);
        result.AssertOneLineError(2);
        Assert.Contains(reason, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Analyze_LargeVideo_HasBoxesInItsOwnPixels()
    {
        await FfmpegAsync("-loop", "1", "-t", "0.5", "-i", s_astronaut, "-vf", "scale=1280:1280,fps=10", "-c:v", "mpeg4", "-q:v", "3", "large.mp4");
        var box = (await _cli.RunAsync("analyze", "large.mp4", "--json")).Document.GetProperty("videos")[0].GetProperty("timeline")[0].GetProperty("box");
        // The face in the picture of 512 x 512 pixels is some 95 wide at 180.
        Assert.InRange(box.GetProperty("x").GetDouble(), 400, 500);
        Assert.InRange(box.GetProperty("width").GetDouble(), 180, 300);
    }

    [Fact]
    public async Task Analyze_VideoWithoutFaces_HasNoMood()
    {
        await FfmpegAsync("-f", "lavfi", "-i", "gradients=s=160x120:d=1:r=10:c0=gray:c1=black:nb_colors=2:seed=1", "-c:v", "mpeg4", "wall.mp4");
        var result = await _cli.RunAsync("analyze", "wall.mp4", "--json");
        var video = result.Document.GetProperty("videos")[0];
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, video.GetProperty("mood").ValueKind);
        Assert.Equal(10, video.GetProperty("counts").GetProperty("withoutFace").GetInt32());
        Assert.Contains("no mood", (await _cli.RunAsync("analyze", "wall.mp4")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Analyze_HalfWrittenVideos_GiveWhatTheyHoldOrSayWhy()
    {
        await SmileAsync("clip.mp4");
        await FfmpegAsync("-i", "clip.mp4", "-c", "copy", "clip.mkv");
        foreach (var name in (string[])["clip.mp4", "clip.mkv"])
        {
            var bytes = await File.ReadAllBytesAsync(InFolder(name), TestContext.Current.CancellationToken);
            await File.WriteAllBytesAsync(InFolder("half-" + name), bytes[..(bytes.Length * 2 / 3)], TestContext.Current.CancellationToken);
        }

        var torn = (await _cli.RunAsync("analyze", "half-clip.mkv", "--json")).Document.GetProperty("videos")[0];
        Assert.InRange(torn.GetProperty("timeline").GetArrayLength(), 1, 15);
        Assert.Contains("half written", torn.GetProperty("incomplete").GetString(), StringComparison.Ordinal);
        var indexless = await _cli.RunAsync("analyze", "half-clip.mp4");
        indexless.AssertOneLineError(1);
        Assert.Contains("half written", indexless.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Analyze_WhatIsNoVideo_EndsWithOneAndOneLine()
    {
        await FfmpegAsync("-f", "lavfi", "-i", "sine=d=1", "sound.m4a");
        _cli.Folder.Write("notes.txt", "not a video");
        foreach (var (name, reason) in new[] { ("sound.m4a", "no moving picture"), ("notes.txt", "neither a photo"), ("missing.mp4", "no such file") })
        {
            var result = await _cli.RunAsync("analyze", name);
            result.AssertOneLineError(1);
            Assert.Contains(reason, result.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Analyze_NameLikeAnAddressOrAnOption_StaysAName()
    {
        await SmileAsync("-y:clip.mp4");
        var result = await _cli.RunAsync("analyze", "./-y:clip.mp4", "--json");
        Assert.Equal(0, result.ExitCode);
    }

    [Theory]
    [InlineData("--chart", "mood.gif")]
    [InlineData("--fps", "0")]
    public async Task Analyze_BadVideoOption_IsWrongUsage(string option, string value)
    {
        await SmileAsync("clip.mp4");
        (await _cli.RunAsync("analyze", "clip.mp4", option, value)).AssertOneLineError(2);
    }

    [Fact]
    public async Task Analyze_ChartOfAPhoto_IsWrongUsage() => (await _cli.RunAsync("analyze", s_astronaut, "--chart", "mood.png")).AssertOneLineError(2);

    private string InFolder(string name) => Path.Combine(_cli.Folder.Path, name);

    private Task SmileAsync(string name) =>
        FfmpegAsync("-loop", "1", "-t", "2", "-i", s_astronaut, "-vf", "scale=240:240,pad=320:240:40:0,fps=10", "-c:v", "mpeg4", "-q:v", "3", "file:" + name);

    // The strip below the lines is all in happiness' colour.
    private static void AssertSmileIsDrawn(string path)
    {
        using var chart = new ImageDecoder().Decode(File.ReadAllBytes(path)).Value!;
        Assert.Equal((1800, 800), (chart.Width, chart.Height));
        Assert.All((int[])[200, 900, 1600], x => Assert.Equal(new Rgb(240, 180, 0), chart[x, 624]));
    }

    private async Task FfmpegAsync(params string[] arguments)
    {
        ProcessStartInfo start = new("ffmpeg", ["-nostdin", "-v", "error", "-y", .. arguments]) { WorkingDirectory = _cli.Folder.Path, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var complaints = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, string.Create(CultureInfo.InvariantCulture, $"ffmpeg ended with {process.ExitCode}: {complaints}"));
    }
}
