using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace MoodDeck.Cli.Tests.Commands;

/// <summary>A training that is killed at some moment, as by a power cut, and resumed.</summary>
public sealed class KilledTrainingTests : IDisposable
{
    private readonly CliProcess _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task TrainEmotion_KilledAndResumed_GivesTheSameModel()
    {
        WriteFaces();
        var whole = await _cli.RunAsync(Arguments("whole"));
        Assert.Equal(0, whole.ExitCode);

        foreach (var epoch in (int[])[1, 4])
        {
            using var process = Process.Start(_cli.StartInfo([.. Arguments("parts"), "--resume"]))!;
            _ = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            while (await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                if (line.StartsWith($"epoch {epoch}:", StringComparison.Ordinal)) break;
            }

            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.NotEqual(0, process.ExitCode);
        }

        var resumed = await _cli.RunAsync([.. Arguments("parts"), "--resume"]);

        Assert.Equal(0, resumed.ExitCode);
        Assert.Equal(6, resumed.Document.GetProperty("history").GetArrayLength());
        Assert.Equal(File.ReadAllBytes(InFolder("whole/emotion.onnx")), File.ReadAllBytes(InFolder("parts/emotion.onnx")));
    }

    private static string[] Arguments(string run) =>
        ["train", "emotion", "--data", "faces.csv", "--epochs", "6", "--batch", "8", "--width", "8", "--threads", "2", "--mixup", "0.3", "--run", run, "--json"];

    private string InFolder(string name) => Path.Combine(_cli.Folder.Path, name);

    private void WriteFaces()
    {
        Random random = new(2);
        StringBuilder csv = new("emotion,pixels,Usage\n");
        for (var i = 0; i < 210; i++)
            csv.Append(CultureInfo.InvariantCulture, $"{i % 7},").AppendJoin(' ', Enumerable.Range(0, 48 * 48).Select(p => (p / 48 % 7 == i % 7 ? 200 : 60) + random.Next(40))).Append(",Training\n");
        _cli.Folder.Write("faces.csv", csv.ToString());
    }
}
