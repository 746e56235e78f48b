using System.Text.Json;

namespace MoodDeck.Cli.Tests.Commands;

public sealed class DoctorTests : IDisposable
{
    private readonly CliProcess _cli = new();

    [Fact]
    public async Task Doctor_EachPart_WorksOrHasCostAndMend()
    {
        var result = await _cli.RunAsync("doctor", "--json");

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(result.Error);
        var parts = result.Document.GetProperty("parts").EnumerateArray().ToList();
        foreach (var name in (string[])["ONNX Runtime", "face detector", "emotion model", "libsqlite3-0", "libturbojpeg0", "libpng16-16", "libwebp7", "ffmpeg", "the page", "data folder", "database"])
            Assert.Contains(parts, p => p.GetProperty("part").GetString() == name);
        Assert.All(parts, p => Assert.Equal(p.GetProperty("ok").GetBoolean(), p.GetProperty("cost").ValueKind == JsonValueKind.Null));
        Assert.All(parts, p => Assert.Equal(p.GetProperty("ok").GetBoolean(), p.GetProperty("mend").ValueKind == JsonValueKind.Null));
    }

    [Fact]
    public async Task Doctor_WithoutPrograms_NamesCostAndCommand()
    {
        var start = _cli.StartInfo("doctor");
        start.FileName = Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : DotNetPath();
        start.Environment["PATH"] = _cli.Folder.Path;

        var result = await CliProcess.RunAsync(start);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("sudo apt-get install -y ffmpeg", result.Out, StringComparison.Ordinal);
        Assert.Contains("no library scan", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_WithoutOnnxRuntime_SaysWhatItCosts()
    {
        var start = _cli.StartInfo("doctor");
        start.Environment["MOODDECK_ONNXRUNTIME"] = Path.Combine(_cli.Folder.Path, "missing.so");

        var result = await CliProcess.RunAsync(start);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("no mood can be read from a camera or a photo", result.Out, StringComparison.Ordinal);
    }

    private static string DotNetPath() => Environment.GetEnvironmentVariable("PATH")!.Split(':')
        .Select(folder => Path.Combine(folder, "dotnet")).First(File.Exists);

    public void Dispose() => _cli.Dispose();
}
