using System.Globalization;
using System.Text;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Cli.Tests.Commands;

/// <summary>Valence, arousal and dominance from a table in EMOTIC's layout to a model and its figures.</summary>
public sealed class ValenceTests : IDisposable
{
    private readonly CliProcess _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task TrainAndEvaluateEmotion_EmoticAnnotations_TellErrorAndConcordance()
    {
        WriteEmotic(24);

        var trained = await _cli.RunAsync("train", "emotion", "--data", "emotic.csv", "--epochs", "2", "--batch", "8", "--width", "8", "--run", "run", "--json");
        var evaluated = await _cli.RunAsync("evaluate", "emotion", "--data", "emotic.csv", "--model", "run/emotion.onnx", "--report", "vad.html", "--json");
        var played = await _cli.RunAsync("analyze", "pictures/0.png", "--model", "run/emotion.onnx");

        Assert.Equal(0, trained.ExitCode);
        Assert.Equal(0, evaluated.ExitCode);
        Assert.Equal("vad", evaluated.Document.GetProperty("task").GetString());
        Assert.Equal(24, evaluated.Document.GetProperty("samples").GetInt32());
        foreach (var dimension in (string[])["valence", "arousal", "dominance"])
        {
            Assert.InRange(evaluated.Document.GetProperty("mae").GetProperty(dimension).GetDouble(), 0, 2);
            Assert.InRange(evaluated.Document.GetProperty("ccc").GetProperty(dimension).GetDouble(), -1, 1);
        }

        Assert.True(File.Exists(Path.Combine(_cli.Folder.Path, "vad.html")));
        // It names no expressions, so it cannot serve the player.
        played.AssertOneLineError(1);
    }

    private void WriteEmotic(int rows)
    {
        Directory.CreateDirectory(Path.Combine(_cli.Folder.Path, "pictures"));
        StringBuilder csv = new("Folder,Filename,BBox,Continuous_Labels,Gender,Age\n");
        for (var i = 0; i < rows; i++)
        {
            using Image picture = new(80, 60);
            picture.Fill(new Rgb((byte)(40 + (i % 8 * 25)), 90, 90));
            _cli.Folder.Write($"pictures/{i}.png", PngEncoder.Encode(picture));
            csv.Append(CultureInfo.InvariantCulture, $"pictures,{i}.png,\"[10, 5, 70, 55]\",\"[{1 + (i % 8)}, {9 - (i % 8)}, 5]\",Male,Adult\n");
        }

        _cli.Folder.Write("emotic.csv", csv.ToString());
    }
}
