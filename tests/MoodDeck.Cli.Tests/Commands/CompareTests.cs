using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace MoodDeck.Cli.Tests.Commands;

/// <summary>Architectures compared on drawn faces, in seconds.</summary>
public sealed class CompareTests : IDisposable
{
    private const int PicturesPerClass = 8;
    private static readonly string[] s_narrow = ["train", "compare", "--data", "faces.csv", "--arch", "cnn", "--arch", "moodnet", "--width", "4", "--batch", "8", "--minutes", "0.02"];
    private readonly CliProcess _cli = new();

    [Fact]
    public async Task TrainCompare_TwoArchitectures_WritesTableAndPlots()
    {
        WriteFaces();

        var result = await _cli.RunAsync([.. s_narrow, "--judge-on", "PublicTest", "--out", "docs/compared.md", "--json"]);

        Assert.Equal(0, result.ExitCode);
        var comparison = result.Document.GetProperty("comparison");
        var all = comparison.GetProperty("architectures").EnumerateArray().ToList();
        Assert.Equal(["cnn", "moodnet"], all.Select(a => a.GetProperty("name").GetString()));
        Assert.All(all, CheckFigures);
        Assert.Equal(7, comparison.GetProperty("judged").GetInt32());
        Assert.Equal(7, comparison.GetProperty("copies").GetInt32());
        var page = File.ReadAllText(InFolder("docs/compared.md"));
        Assert.Contains("mooddeck train compare --data faces.csv", page, StringComparison.Ordinal);
        Assert.Contains("of PublicTest, which were neither learned from nor chosen by; 7 of them are the very same", page, StringComparison.Ordinal);
        foreach (var name in (string[])["cnn", "moodnet"]) Assert.Equal(2, page.Split('\n').Count(line => line.StartsWith($"| `{name}`", StringComparison.Ordinal)));
        foreach (var plot in (string[])["time", "macs", "parameters"])
        {
            Assert.Contains($"(images/compared-{plot}.svg)", page, StringComparison.Ordinal);
            var svg = XDocument.Load(InFolder($"docs/images/compared-{plot}.svg")).Root!;
            Assert.Equal(XName.Get("svg", "http://www.w3.org/2000/svg"), svg.Name);
            Assert.Superset(new HashSet<string> { "cnn", "moodnet" }, svg.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value).ToHashSet());
        }
    }

    [Fact]
    public async Task TrainCompare_Resumed_TellsTheSameFigures()
    {
        WriteFaces();
        var first = await _cli.RunAsync([.. s_narrow]);

        var second = await _cli.RunAsync([.. s_narrow, "--resume"]);
        var other = await _cli.RunAsync([.. s_narrow, "--minutes", "0.03", "--resume"]);

        Assert.Equal(0, first.ExitCode);
        Assert.Equal(first.Out, second.Out);
        Assert.Contains("which chose the epoch as well", first.Out, StringComparison.Ordinal);
        Assert.Single(first.Out.Split('\n'), line => line.TrimStart().StartsWith("cnn ", StringComparison.Ordinal));
        Assert.Single(first.Out.Split('\n'), line => line.TrimStart().StartsWith("moodnet ", StringComparison.Ordinal));
        Assert.NotEqual(0, other.ExitCode);
    }

    [Theory]
    [InlineData(2, "--arch", "resnet")]
    [InlineData(2, "--arch", "cnn", "--arch", "cnn")]
    [InlineData(2, "--minutes", "0")]
    [InlineData(2, "--minutes", "soon")]
    [InlineData(2, "--judge-on", "Training")]
    [InlineData(2, "--validate-on", "PublicTest", "--judge-on", "publictest")]
    [InlineData(2, "--holdout", "0")]
    [InlineData(2, "--out", "page.html")]
    [InlineData(1, "--judge-on", "PrivateTest")]
    public async Task TrainCompare_BadArguments_EndsWithOneLine(int exitCode, params string[] arguments)
    {
        WriteFaces();

        var result = await _cli.RunAsync(["train", "compare", "--data", "faces.csv", .. arguments]);

        result.AssertOneLineError(exitCode);
    }

    public void Dispose() => _cli.Dispose();

    private static void CheckFigures(JsonElement architecture)
    {
        Assert.Equal(4, architecture.GetProperty("width").GetInt32());
        foreach (var name in (string[])["parameters", "macs", "fileBytes", "epochs", "bestEpoch", "seconds", "imagesPerSecond"])
            Assert.True(architecture.GetProperty(name).GetDouble() > 0, name);
        var score = Assert.Single(architecture.GetProperty("scores").EnumerateArray());
        Assert.Equal("fer2013", score.GetProperty("task").GetString());
        Assert.Equal(7, score.GetProperty("samples").GetInt32());
        var interval = score.GetProperty("accuracyCi95");
        Assert.InRange(score.GetProperty("accuracy").GetDouble(), interval[0].GetDouble(), interval[1].GetDouble());
        var course = architecture.GetProperty("course").EnumerateArray().Select(c => c.GetProperty("seconds").GetDouble()).ToList();
        Assert.Equal(architecture.GetProperty("epochs").GetInt32(), course.Count);
        Assert.Equal(course.Order(), course);
    }

    private string InFolder(string name) => Path.Combine(_cli.Folder.Path, name);

    // The rows to judge are the first of each class again, so that copies are counted.
    private void WriteFaces()
    {
        StringBuilder csv = new("emotion,pixels,Usage\n");
        for (var i = 0; i < 7 * PicturesPerClass; i++) Append(csv, i, "Training");
        for (var i = 0; i < 7; i++) Append(csv, i, "PublicTest");
        _cli.Folder.Write("faces.csv", csv.ToString());
    }

    private static void Append(StringBuilder csv, int row, string usage)
    {
        Random random = new(row);
        var label = row % 7;
        csv.Append(CultureInfo.InvariantCulture, $"{label},").AppendJoin(' ', Enumerable.Range(0, 48 * 48).Select(p => (p / 48 % 7 == label ? 200 : 60) + random.Next(40))).Append(CultureInfo.InvariantCulture, $",{usage}\n");
    }
}
