using MoodDeck.Vision;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Cli.Tests.Commands;

public sealed class AnalyzeTests : IDisposable
{
    private readonly CliProcess _cli = new();

    [Fact]
    public async Task Analyze_PictureWithoutFace_AnswersNoFacesAndNoMood()
    {
        var result = await _cli.RunAsync("analyze", WallPicture("wall.png"), "--json");

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(result.Error);
        var image = result.Document.GetProperty("images")[0];
        Assert.Equal(0, image.GetProperty("faces").GetArrayLength());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, image.GetProperty("mood").ValueKind);
        Assert.Equal(96, image.GetProperty("width").GetInt32());
        Assert.False(image.TryGetProperty("error", out _));
    }

    [Fact]
    public async Task Analyze_OneGoodAndOneBad_AnswersBothAndEndsWithOne()
    {
        var good = WallPicture("wall.png");
        var bad = _cli.Folder.Write("text.jpg", "not a picture");

        var result = await _cli.RunAsync("analyze", good, bad, "--json");

        result.AssertOneLineError(1);
        var images = result.Document.GetProperty("images");
        Assert.Equal(2, images.GetArrayLength());
        Assert.False(images[0].TryGetProperty("error", out _));
        Assert.Equal(bad, images[1].GetProperty("path").GetString());
        Assert.NotEmpty(images[1].GetProperty("error").GetString()!);
    }

    [Fact]
    public async Task Analyze_Text_SaysWhatItFound()
    {
        var result = await _cli.RunAsync("analyze", WallPicture("wall.png"));

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("96 x 64, no face", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.jpg")]
    [InlineData("empty.jpg")]
    [InlineData("text.jpg")]
    [InlineData("folder")]
    public async Task Analyze_WhatIsNoPicture_EndsWithOneAndOneLine(string name)
    {
        _cli.Folder.Write("empty.jpg", "");
        _cli.Folder.Write("text.jpg", "not a picture");
        Directory.CreateDirectory(Path.Combine(_cli.Folder.Path, "folder"));

        var result = await _cli.RunAsync("analyze", name);

        result.AssertOneLineError(1);
        Assert.Contains(name, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--model")]
    [InlineData("--detector")]
    public async Task Analyze_ModelThatIsNoModel_EndsWithOneAndOneLine(string option)
    {
        var broken = _cli.Folder.Write("broken.onnx", "not a model");

        var result = await _cli.RunAsync("analyze", WallPicture("wall.png"), option, broken);

        result.AssertOneLineError(1);
        Assert.Contains("broken.onnx", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Annotate_OnePhoto_WritesPng()
    {
        var result = await _cli.RunAsync("analyze", WallPicture("wall.png"), "--annotate", "out.png");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("PNG"u8, File.ReadAllBytes(Path.Combine(_cli.Folder.Path, "out.png")).AsSpan(1, 3));
    }

    [Fact]
    public async Task Annotate_SeveralOfOneName_WritesOneFileEach()
    {
        Directory.CreateDirectory(Path.Combine(_cli.Folder.Path, "other"));

        var result = await _cli.RunAsync("analyze", WallPicture("wall.png"), WallPicture("other/wall.png"), "--annotate", "framed");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(["wall-2.png", "wall.png"], Directory.GetFiles(Path.Combine(_cli.Folder.Path, "framed")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Annotate_SeveralPhotosIntoOneFile_IsWrongUsage()
    {
        var result = await _cli.RunAsync("analyze", "a.jpg", "b.jpg", "--annotate", "out.png");

        result.AssertOneLineError(2);
    }

    private string WallPicture(string name)
    {
        Assert.SkipUnless(File.Exists(new VisionOptions().FaceModelPath), "needs the face model in models/");
        Assert.SkipUnless(File.Exists(new VisionOptions().EmotionModelPath), "needs the emotion model in models/");
        using Image wall = new(96, 64);
        wall.Fill(new Rgb(180, 170, 160));
        return _cli.Folder.Write(name, PngEncoder.Encode(wall));
    }

    public void Dispose() => _cli.Dispose();
}
