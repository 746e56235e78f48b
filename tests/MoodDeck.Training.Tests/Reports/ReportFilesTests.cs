using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using MoodDeck.Training.Metrics;
using MoodDeck.Training.Reports;
using MoodDeck.Training.Tests.Data;

namespace MoodDeck.Training.Tests.Reports;

public sealed partial class ReportFilesTests : IDisposable
{
    private const string Wicked = "<script>alert(1)</script>\"'&\u0000\u202Egpj.exe";

    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("x.html", "x.html", "x.json")]
    [InlineData("a.b/x.HTM", "a.b/x.HTM", "a.b/x.json")]
    [InlineData("x.json", "x.html", "x.json")]
    [InlineData("run.v2", "run.v2.html", "run.v2.json")]
    public void Of_Name_GivesBothFiles(string path, string html, string json) => Assert.Equal(new ReportFiles(html, json), ReportFiles.Of(path));

    [Fact]
    public void Save_EveryPart_IsOneWellFormedPageThatNeedsNothingElse()
    {
        foreach (var report in (RunReport[])[SampleReports.Training(), SampleReports.Training(folds: 5), SampleReports.Training(epochs: 1), SampleReports.Faces(), new() { Title = "nothing", CreatedAt = SampleReports.Written }])
        {
            var page = Saved(report).Page;

            var ids = page.Descendants().Attributes("id").Select(a => a.Value).ToList();
            Assert.Equal(ids.Count, ids.Distinct().Count());
            Assert.All(page.Descendants("a"), a => Assert.Contains(a.Attribute("href")!.Value[1..], ids));
            Assert.All(page.Descendants("img"), i => Assert.StartsWith("data:image/png;base64,", i.Attribute("src")!.Value, StringComparison.Ordinal));
            Assert.DoesNotContain(page.Descendants(), e => e.Name.LocalName is "script" or "link" or "iframe" or "object" or "use" or "image" or "foreignObject");
            Assert.DoesNotContain(page.Descendants().Attributes(), a => a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
            var captions = page.Descendants("figcaption").Select(c => c.Value).ToList();
            Assert.All(captions, (c, i) => Assert.StartsWith(FormattableString.Invariant($"Figure {i + 1}. "), c, StringComparison.Ordinal));
            Assert.DoesNotMatch(Elsewhere(), Inlined().Replace(page.ToString(), ""));
        }
    }

    [Fact]
    public void Save_EveryPlot_SaysWhatItShowsAndHasFiniteCoordinates()
    {
        var page = Saved(SampleReports.Training()).Page;

        var plots = page.Descendants("svg").ToList();
        Assert.Equal(9, plots.Count); // counts, loss, figures, rate, by class, confusion, reliability, two scatter plots
        Assert.All(plots, svg => Assert.True(svg.Attribute("role")?.Value == "img" && svg.Element("title")!.Value.Length > 0 && svg.Element("desc")!.Value.Length > 0));
        Assert.All(plots.Descendants().Attributes(), a => Assert.DoesNotContain("NaN", a.Value, StringComparison.Ordinal));
        Assert.Equal(plots.Count, page.Descendants("figcaption").Count());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    public void Save_Curve_HasOnePointPerEpoch(int epochs)
    {
        var (page, json) = Saved(SampleReports.Training(epochs));

        Assert.Equal(epochs, json.GetProperty("curves")[0].GetProperty("epochs").GetArrayLength());
        var loss = page.Descendants("svg").Single(s => s.Element("title")!.Value == "Training loss by epoch");
        Assert.Equal(Math.Max(2, epochs), loss.Elements("polyline").Max(l => l.Attribute("points")!.Value.Split(' ').Length)); // two in the legend
        var table = page.Descendants("table").Single(t => t.Element("caption")!.Value.StartsWith("Every epoch", StringComparison.Ordinal));
        Assert.Equal(epochs, table.Element("tbody")!.Elements("tr").Count());
        Assert.Single(table.Descendants("th"), th => th.Value.EndsWith(" *", StringComparison.Ordinal));
    }

    [Fact]
    public void Save_Evaluation_TellsTheMetricsNumbers()
    {
        var set = SampleReports.Set(420);
        var answers = SampleReports.Answers(set);

        var (page, json) = Saved(SampleReports.Training());

        var figures = json.GetProperty("evaluations")[0].GetProperty("classification");
        Assert.Equal(answers.Figures.Accuracy, figures.GetProperty("accuracy").GetDouble());
        Assert.Equal(answers.Figures.MacroF1, figures.GetProperty("macroF1").GetDouble(), 1e-12);
        Assert.Equal(answers.Figures.BalancedAccuracy, figures.GetProperty("balancedAccuracy").GetDouble(), 1e-12);
        Assert.Equal(answers.ExpectedCalibrationError, figures.GetProperty("ece").GetDouble(), 1e-12);
        Assert.Equal(answers.Figures.AccuracyInterval.High, figures.GetProperty("accuracyCi95")[1].GetDouble(), 1e-12);
        Assert.Equal(answers.Figures.Confusion, figures.GetProperty("confusion").Deserialize<int[][]>());
        Assert.Equal(420, figures.GetProperty("reliability").EnumerateArray().Sum(b => b.GetProperty("count").GetInt32()));
        Assert.Equal(12, json.GetProperty("evaluations")[0].GetProperty("mistakes").GetArrayLength());
        Assert.Contains(FormattableString.Invariant($"accuracy {answers.Figures.Accuracy:0.000}"), page.Root!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Save_TenFolds_SaysOnceWhatHoldsOfAllAndDrawsEachLineDifferently()
    {
        var report = SampleReports.Training(folds: 10);
        var judged = report.Evaluations[0];
        report = report with { Evaluations = [.. Enumerable.Range(1, 10).Select(f => judged with { Name = $"fold {f}" })] };

        var page = Saved(report).Page;

        var overview = page.Descendants("section").Single(s => s.Attribute("id")?.Value == "overview");
        Assert.Equal(judged.Rows.Warnings.Count, overview.Elements("aside").Elements("p").Count(p => p.Value.StartsWith("Every evaluation: ", StringComparison.Ordinal)));
        var loss = page.Descendants("svg").Single(s => s.Element("title")!.Value == "Training loss by epoch");
        var looks = loss.Elements("polyline").Select(l => l.Attribute("class")!.Value + l.Attribute("stroke-dasharray")?.Value).Distinct();
        Assert.Equal(10, looks.Count());
        Assert.Equal("0 0 560 334", loss.Attribute("viewBox")!.Value); // two more lines of legend than the 300 have room for
    }

    [Fact]
    public void Save_WickedNames_BecomeText()
    {
        var set = SampleReports.Set(14, [.. Enumerable.Repeat(Wicked, 14)]);
        EmotionReport answers = new("fer2013", [Wicked, "b"], [new(0, 0, 1, 0.9), new(1, 1, 1, 0.8)], 1);
        RunReport report = new()
        {
            Title = Wicked,
            Summary = Wicked,
            CreatedAt = SampleReports.Written,
            Warnings = [Wicked],
            Settings = [new(Wicked, Wicked)],
            Data = new() { Sources = [Wicked], Skipped = [new(Wicked, Wicked)], Counts = [new(Wicked, [Wicked], [new(Wicked, [1])])], Averages = [new(Wicked, 1, ReportPicture.Of(set, 0))] },
            Curves = [new(Wicked, [new(1, 1, new Dictionary<string, double> { [Wicked] = 0.5 }, 0.1, 1)], 1)],
            Evaluations = [EvaluationReport.Of(Wicked, answers, set, new RowsJudged { Description = Wicked }, new() { ShowsPictures = true })],
        };

        var text = File.ReadAllText(ReportFiles.Save(report, _folder.File("x.html")).HtmlPath);

        Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\0', text);
        Assert.DoesNotContain('\u202E', text);
        Assert.Contains("&lt;script&gt;", text, StringComparison.Ordinal);
        Assert.Equal(Wicked, Saved(report).Json.GetProperty("title").GetString());
    }

    [Fact]
    public void Save_HugeNames_KeepThePageReadable()
    {
        var huge = new string('x', 20_000) + "\uD83D\uDE00.jpg";
        var set = SampleReports.Set(1, [huge]);
        RunReport report = new()
        {
            Title = huge,
            CreatedAt = SampleReports.Written,
            Data = new() { Skipped = [.. Enumerable.Repeat(new SkippedRow(huge, huge), 200)] },
            Evaluations = [EvaluationReport.Of(huge, new EmotionReport("fer2013", [huge, "b"], [new(0, 0, 1, 0.9)], 1), set, new RowsJudged { Description = huge })],
        };

        var files = ReportFiles.Save(report, _folder.File("x.html"));

        Assert.InRange(new FileInfo(files.HtmlPath).Length, 1, 80_000);
        Assert.Contains("And 150 more", File.ReadAllText(files.HtmlPath), StringComparison.Ordinal);
    }

    [Fact]
    public void Save_FiguresThatAreNone_AreNullAndDashes()
    {
        RunReport report = new()
        {
            Title = "x",
            CreatedAt = SampleReports.Written,
            Curves = [new("training", [new(1, double.NaN, new Dictionary<string, double> { ["r"] = double.NaN }, null, 1)], 1)],
        };

        var (page, json) = Saved(report);

        Assert.Equal(JsonValueKind.Null, json.GetProperty("curves")[0].GetProperty("epochs")[0].GetProperty("loss").ValueKind);
        Assert.DoesNotContain("NaN", page.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Save_Twice_GivesTheSameBytesAndLeavesNothingElse()
    {
        var first = File.ReadAllText(ReportFiles.Save(SampleReports.Training(), _folder.File("deep/x.html")).HtmlPath);
        var second = File.ReadAllText(ReportFiles.Save(SampleReports.Training(), _folder.File("deep/x.html")).HtmlPath);

        Assert.Equal(first, second);
        Assert.Equal(["x.html", "x.json"], Directory.GetFiles(_folder.File("deep")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Save_WhereTheJsonCannotGo_LeavesNoHalfWrittenFile()
    {
        Directory.CreateDirectory(_folder.File("x.json"));

        Assert.ThrowsAny<Exception>(() => ReportFiles.Save(SampleReports.Faces(), _folder.File("x.html")));

        Assert.DoesNotContain(Directory.GetFiles(_folder.Root), f => f.EndsWith(".tmp", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    [GeneratedRegex("data:image/png;base64,[A-Za-z0-9+/=]+")]
    private static partial Regex Inlined();

    // Addresses, imports and urls in styles: anything a browser would fetch.
    [GeneratedRegex("https?:|//[a-z]|url\\(|@import|srcset", RegexOptions.IgnoreCase)]
    private static partial Regex Elsewhere();

    private (XDocument Page, JsonElement Json) Saved(RunReport report)
    {
        var files = ReportFiles.Save(report, _folder.File("report.html"));
        using var reader = XmlReader.Create(files.HtmlPath, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return (XDocument.Load(reader), JsonDocument.Parse(File.ReadAllText(files.JsonPath)).RootElement);
    }
}
