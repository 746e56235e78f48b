using System.Globalization;
using System.Text;
using System.Text.Json;
using MoodDeck.Vision;
using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Cli.Tests.Commands;

/// <summary>The whole way from labelled pictures to a model file to its figures, on data small enough for a test.</summary>
public sealed class TrainAndEvaluateTests : IDisposable
{
    private const int PicturesPerClass = 6;
    private readonly CliProcess _cli = new();

    [Fact]
    public async Task TrainEmotion_ThenEvaluate_TellsTheFigures()
    {
        WriteFaces("faces.csv");

        var trained = await _cli.RunAsync("train", "emotion", "--data", "faces.csv", "--epochs", "1", "--batch", "8", "--width", "8", "--threads", "2", "--out", "model.onnx", "--report", "run.html", "--json");
        var evaluated = await _cli.RunAsync("evaluate", "emotion", "--data", "faces.csv", "--model", "model.onnx", "--report", "figures.html", "--json");

        Assert.Equal(0, trained.ExitCode);
        Assert.Equal(1, trained.Document.GetProperty("history").GetArrayLength());
        Assert.Equal(0, evaluated.ExitCode);
        var figures = evaluated.Document;
        Assert.Equal("fer2013", figures.GetProperty("task").GetString());
        Assert.Equal(7 * PicturesPerClass, figures.GetProperty("samples").GetInt32());
        Assert.Equal(7, figures.GetProperty("perClass").GetArrayLength());
        Assert.Equal(7 * PicturesPerClass, figures.GetProperty("confusion").EnumerateArray().Sum(row => row.EnumerateArray().Sum(n => n.GetInt32())));
        Assert.True(figures.GetProperty("parameters").GetInt64() > 0);
        Assert.Equal(new FileInfo(InFolder("model.onnx")).Length, figures.GetProperty("fileBytes").GetInt64());
        Assert.Contains("<h3>By class</h3>", File.ReadAllText(InFolder("figures.html")), StringComparison.Ordinal);
        Assert.Contains("<h2>Training</h2>", File.ReadAllText(InFolder("run.html")), StringComparison.Ordinal);
        Assert.Equal(figures.GetProperty("accuracy").GetDouble(), ReportOf("figures.json").GetProperty("evaluations")[0].GetProperty("classification").GetProperty("accuracy").GetDouble(), 1e-4);
        Assert.Equal(1, ReportOf("run.json").GetProperty("curves")[0].GetProperty("epochs").GetArrayLength());
    }

    [Fact]
    public async Task EvaluateEmotion_TwoClasses_CountsOnlyTheirRows()
    {
        WriteFaces("faces.csv");
        await _cli.RunAsync("train", "emotion", "--data", "faces.csv", "--epochs", "1", "--batch", "8", "--width", "8", "--threads", "2", "--out", "model.onnx");

        var result = await _cli.RunAsync("evaluate", "emotion", "--data", "faces.csv", "--model", "model.onnx", "--classes", "happy,sad", "--json");

        Assert.Equal(2 * PicturesPerClass, result.Document.GetProperty("samples").GetInt32());
        Assert.Equal(["happy", "sad"], result.Document.GetProperty("perClass").EnumerateArray().Select(c => c.GetProperty("label").GetString()));
    }

    [Fact]
    public async Task EvaluateEmotion_EndToEnd_TellsHowManyFacesWereFound()
    {
        Assert.SkipUnless(File.Exists(new VisionOptions().FaceModelPath), "needs the face model in models/");
        Assert.SkipUnless(File.Exists(new VisionOptions().EmotionModelPath), "needs the emotion model in models/");
        WriteFaces("faces.csv");

        var result = await _cli.RunAsync("evaluate", "emotion", "--data", "faces.csv", "--end-to-end", "--json");

        Assert.Equal(0, result.ExitCode);
        var found = result.Document.GetProperty("detected").GetDouble();
        Assert.InRange(found, 0, 1);
        Assert.InRange(result.Document.GetProperty("accuracy").GetDouble(), 0, found);
    }

    [Fact]
    public async Task TrainFaces_ThenEvaluate_TellsTheFigures()
    {
        WritePictures();

        var trained = await _cli.RunAsync("train", "faces", "--data", "pictures", "--labels", "labels.csv", "--prefix", "", "--epochs", "1", "--batch", "4", "--threads", "2", "--out", "faces.onnx");
        var evaluated = await _cli.RunAsync("evaluate", "faces", "--images", "pictures", "--labels", "labels.csv", "--detector", "faces.onnx", "--report", "found.html", "--json");

        Assert.Equal(0, trained.ExitCode);
        Assert.Equal(0, evaluated.ExitCode);
        Assert.Equal(14, evaluated.Document.GetProperty("images").GetInt32());
        Assert.Equal(13, evaluated.Document.GetProperty("faces").GetInt32());
        Assert.InRange(evaluated.Document.GetProperty("averagePrecision").GetDouble(), 0, 1);
        Assert.Equal(JsonValueKind.Array, evaluated.Document.GetProperty("bySource").ValueKind);
        Assert.Equal(evaluated.Document.GetProperty("recall").GetDouble(), ReportOf("found.json").GetProperty("detection").GetProperty("figures").GetProperty("recall").GetDouble(), 1e-4);
    }

    [Fact]
    public async Task EvaluateFaces_TwoDetectors_SetsThemSideBySide()
    {
        Assert.SkipUnless(Directory.Exists(FaceDetectors.MtcnnFolder) && File.Exists(FaceDetectors.OwnModelPath), "needs the models in models/");
        WritePictures();

        var answered = await _cli.RunAsync("evaluate", "faces", "--images", "pictures", "--labels", "labels.csv", "--detector", "deck", "--detector", "mtcnn", "--json");
        var shown = await _cli.RunAsync("evaluate", "faces", "--images", "pictures", "--labels", "labels.csv", "--detector", "deck", "--detector", "mtcnn");

        Assert.Equal(["deck", "mtcnn"], answered.Document.GetProperty("detectors").EnumerateArray().Select(d => d.GetProperty("detector").GetString()));
        Assert.All(answered.Document.GetProperty("detectors").EnumerateArray(), d => Assert.Equal(14, d.GetProperty("images").GetInt32()));
        Assert.Contains("average precision", shown.Out, StringComparison.Ordinal);
        Assert.Contains("mtcnn", shown.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "evaluate", "faces", "--images", "x.zip", "--labels", "x.csv", "--detector", "retina")]
    [InlineData(1, "evaluate", "faces", "--images", "x.zip", "--labels", "x.csv", "--detector", "missing.xml")]
    [InlineData(1, "evaluate", "faces", "--images", "x.zip", "--labels", "x.csv", "--detector", "cascade.xml")]
    [InlineData(2, "evaluate", "faces", "--images", "x.zip", "--labels", "x.csv", "--detector", "deck", "--detector", "mtcnn", "--report", "r.html")]
    [InlineData(1, "train", "mtcnn", "--data", "missing.zip", "--labels", "table.csv")]
    [InlineData(2, "evaluate", "emotion", "--data", "x.csv", "--classes", "happy,smug")]
    [InlineData(2, "evaluate", "emotion", "--data", "x.csv", "--protocol", "loose")]
    [InlineData(2, "evaluate", "emotion")]
    [InlineData(2, "train", "emotion", "--data", "x.csv", "--arch", "resnet")]
    [InlineData(2, "train", "emotion", "--data", "x.csv", "--epochs", "0")]
    [InlineData(2, "train", "emotion", "--data", "x.csv", "--rate", "-1")]
    [InlineData(1, "train", "emotion", "--data", "missing.csv")]
    [InlineData(1, "train", "emotion", "--data", "table.csv")]
    [InlineData(1, "train", "faces", "--data", "missing.zip", "--labels", "table.csv")]
    public async Task Run_BadInput_EndsWithOneLine(int exitCode, params string[] arguments)
    {
        _cli.Folder.Write("table.csv", "a,b\n1,2\n");
        _cli.Folder.Write("cascade.xml", "<opencv_storage></opencv_storage>");

        var result = await _cli.RunAsync(arguments);

        result.AssertOneLineError(exitCode);
    }

    public void Dispose() => _cli.Dispose();

    private JsonElement ReportOf(string name) => JsonDocument.Parse(File.ReadAllText(InFolder(name))).RootElement;

    private string InFolder(string name) => Path.Combine(_cli.Folder.Path, name);

    private void WriteFaces(string name)
    {
        Random random = new(1);
        StringBuilder csv = new("emotion,pixels,Usage\n");
        for (var i = 0; i < 7 * PicturesPerClass; i++)
        {
            var label = i % 7;
            csv.Append(CultureInfo.InvariantCulture, $"{label},").AppendJoin(' ', Enumerable.Range(0, 48 * 48).Select(p => (p / 48 % 7 == label ? 200 : 60) + random.Next(40))).Append(",Training\n");
        }

        _cli.Folder.Write(name, csv.ToString());
    }

    private void WritePictures()
    {
        Directory.CreateDirectory(InFolder("pictures"));
        StringBuilder labels = new("image,x,y,w,h,source\n");
        for (var i = 0; i < 14; i++)
        {
            using Image picture = new(160, 120);
            picture.Fill(new Rgb(90, 90, 90));
            if (i > 0) for (var y = 30; y < 80; y++) for (var x = 40 + i; x < 80 + i; x++) picture[x, y] = new Rgb(220, 190, 170);
            _cli.Folder.Write($"pictures/{i}.png", PngEncoder.Encode(picture));
            labels.Append(i > 0 ? FormattableString.Invariant($"{i}.png,{40 + i},30,40,50,drawn\n") : "0.png,,,,,drawn\n");
        }

        _cli.Folder.Write("labels.csv", labels.ToString());
    }
}
