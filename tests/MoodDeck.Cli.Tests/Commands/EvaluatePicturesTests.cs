using System.IO.Compression;
using MoodDeck.Vision;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Cli.Tests.Commands;

/// <summary><c>evaluate emotion</c> on folders and archives of pictures.</summary>
public sealed class EvaluatePicturesTests : IDisposable
{
    private readonly CliProcess _cli = new();

    public EvaluatePicturesTests()
    {
        foreach (var name in (string[])["happy", "sad", "joy", "confused"])
            for (var i = 0; i < 3; i++) Draw($"pictures/{name}/{i}.png", name.Length + (i * 5));
    }

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Evaluate_FolderWithOwnLabels_JudgesTheSevenAndNamesWhatItSkipped()
    {
        NeedModel();
        _cli.Folder.Write("pictures/sad/bad.jpg", [1, 2, 3]);

        var result = await _cli.RunAsync("evaluate", "emotion", "--data", "pictures", "--label", "joy=surprise", "--label", "confused=", "--json");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("fer2013", result.Document.GetProperty("task").GetString());
        Assert.Equal(9, result.Document.GetProperty("samples").GetInt32());
        Assert.Equal([0, 0, 0, 3, 3, 3, 0], result.Document.GetProperty("perClass").EnumerateArray().Select(c => c.GetProperty("support").GetInt32()));
        Assert.StartsWith("skipped sad/bad.jpg: ", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_ZipWithContempt_JudgesTheEightOfOneUsage()
    {
        NeedModel();
        Draw("set/test/contempt/1.png", 3);
        Draw("set/test/happy/2.png", 4);
        Draw("set/train/happy/3.png", 5);
        ZipFile.CreateFromDirectory(Path.Combine(_cli.Folder.Path, "set"), Path.Combine(_cli.Folder.Path, "set.zip"));

        var result = await _cli.RunAsync("evaluate", "emotion", "--data", "set.zip", "--usage", "Test", "--json");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("ferplus", result.Document.GetProperty("task").GetString());
        Assert.Equal(2, result.Document.GetProperty("samples").GetInt32());
        Assert.Equal(8, result.Document.GetProperty("perClass").GetArrayLength());
    }

    [Theory]
    [InlineData("--label", "joy=hapy")]
    [InlineData("--label", "joy")]
    [InlineData("--crop", "half")]
    public async Task Evaluate_ValueThatWillNotDo_EndsWithOneLine(string option, string value) =>
        (await _cli.RunAsync("evaluate", "emotion", "--data", "pictures", option, value)).AssertOneLineError(2);

    private void Draw(string name, int seed)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_cli.Folder.Path, name))!);
        using Image picture = new(60, 50);
        for (var i = 0; i < picture.Pixels.Length; i++) picture.Pixels[i] = (byte)(i * seed);
        _cli.Folder.Write(name, PngEncoder.Encode(picture));
    }

    private static void NeedModel() => Assert.SkipUnless(File.Exists(new VisionOptions().EmotionModelPath), "needs the emotion model in models/");
}
