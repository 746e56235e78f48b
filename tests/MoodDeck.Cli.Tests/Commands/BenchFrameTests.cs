using System.Diagnostics;

namespace MoodDeck.Cli.Tests.Commands;

public sealed class BenchFrameTests : IDisposable
{
    private readonly CliProcess _cli = new();

    [Fact]
    public async Task BenchFrame_Json_TellsTheDocumentedFigures()
    {
        var result = await _cli.RunAsync("bench", "frame", "--frames", "20", "--json");

        Assert.Equal(0, result.ExitCode);
        var figures = result.Document;
        Assert.Equal(20, figures.GetProperty("frames").GetInt32());
        Assert.Equal(640, figures.GetProperty("width").GetInt32());
        Assert.Equal(480, figures.GetProperty("height").GetInt32());
        Assert.Equal(1, figures.GetProperty("faces").GetInt32());
        Assert.Equal(1, figures.GetProperty("threads").GetInt32());
        var median = figures.GetProperty("medianMs").GetDouble();
        Assert.InRange(figures.GetProperty("p95Ms").GetDouble(), median, double.MaxValue);
        foreach (var stage in (string[])["decodeMs", "detectMs", "classifyMs"])
            Assert.InRange(figures.GetProperty("stages").GetProperty(stage).GetDouble(), 0.001, median);
        Assert.Equal(11, figures.GetProperty("residentMegabytes").GetArrayLength());
    }

    [Fact]
    public async Task BenchFrame_WithOpenCv_TellsBothAndTheRatio()
    {
        Assert.SkipUnless(await HasOpenCvAsync(), "Debian's python3-opencv, opencv-data and python3-torch are not installed.");

        var result = await CliProcess.RunAsync(InCheckout("bench", "frame", "--frames", "20", "--opencv", "--json"));

        Assert.Equal(0, result.ExitCode);
        var reference = result.Document.GetProperty("reference");
        Assert.Equal(1, reference.GetProperty("faces").GetInt32());
        Assert.Equal(10, reference.GetProperty("frames").GetInt32());
        var ratio = reference.GetProperty("medianMs").GetDouble() / result.Document.GetProperty("medianMs").GetDouble();
        Assert.Equal(ratio, result.Document.GetProperty("timesFaster").GetDouble(), 0.1);
    }

    [Fact]
    public async Task BenchFrame_WithOpenCvWherePythonIsMissing_SaysWhatToInstall()
    {
        var start = InCheckout("bench", "frame", "--opencv");
        start.Environment["PYTHON"] = Path.Combine(_cli.Folder.Path, "no-python");

        var result = await CliProcess.RunAsync(start);

        result.AssertOneLineError(1);
        Assert.Contains("python3-opencv", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BenchFrame_ScriptThatBreaksOff_SaysWhatToInstall()
    {
        var start = InCheckout("bench", "frame", "--opencv");
        start.Environment["PYTHON"] = "false";

        var result = await CliProcess.RunAsync(start);

        result.AssertOneLineError(1);
        Assert.Contains("python3-opencv", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BenchFrame_PictureThatIsNone_IsRefused()
    {
        var file = Path.Combine(_cli.Folder.Path, "notes.txt");
        await File.WriteAllTextAsync(file, "no picture", TestContext.Current.CancellationToken);

        (await _cli.RunAsync("bench", "frame", "--image", file)).AssertOneLineError(1);
        (await _cli.RunAsync("bench", "frame", "--image", file + ".missing")).AssertOneLineError(1);
        (await _cli.RunAsync("bench", "frame", "--frames", "0")).AssertOneLineError(2);
    }

    public void Dispose() => _cli.Dispose();

    // The script is found from there also when the program was built elsewhere.
    private ProcessStartInfo InCheckout(params string[] arguments)
    {
        var start = _cli.StartInfo(arguments);
        start.WorkingDirectory = Repository.Root;
        return start;
    }

    private static async Task<bool> HasOpenCvAsync()
    {
        const string python = "/usr/bin/python3";
        if (!File.Exists(python) || !File.Exists("/usr/share/opencv4/haarcascades/haarcascade_frontalface_default.xml")) return false;
        ProcessStartInfo start = new(python, ["-c", "import cv2, torch"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        return (await CliProcess.RunAsync(start)).ExitCode == 0;
    }
}
