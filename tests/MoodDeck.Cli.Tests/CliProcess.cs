using System.Diagnostics;
using System.Text.Json;

namespace MoodDeck.Cli.Tests;

/// <summary>What a run of the command left behind.</summary>
internal sealed record CliResult(int ExitCode, string Out, string Error)
{
    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Stdout as the one JSON document it must be.</summary>
    public JsonElement Document => JsonDocument.Parse(Out).RootElement;

    public void AssertOneLineError(int exitCode)
    {
        Assert.Equal(exitCode, ExitCode);
        Assert.StartsWith("error: ", Assert.Single(ErrorLines), StringComparison.Ordinal);
    }
}

/// <summary>Runs the built command as a process of its own, with a data folder of its own.</summary>
internal sealed class CliProcess : IDisposable
{
    public TemporaryFolder Folder { get; } = new();

    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "mooddeck.dll");

    public Task<CliResult> RunAsync(params string[] arguments) => RunAsync(StartInfo(arguments));

    /// <summary>How a run is started: stdin closed, a data folder that is not the user's.</summary>
    public ProcessStartInfo StartInfo(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder.Path,
        };
        start.Environment["MOODDECK_DATA"] = Path.Combine(Folder.Path, "data");
        return start;
    }

    public static async Task<CliResult> RunAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output, await error);
    }

    public void Dispose() => Folder.Dispose();
}
