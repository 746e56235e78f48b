using System.Diagnostics;
using MoodDeck.Library.Tests;

[assembly: AssemblyFixture(typeof(Cluster))]

namespace MoodDeck.Library.Tests;

/// <summary>The PostgreSQL of this test process: started when a test first asks for it, and gone with the process.</summary>
public sealed class Cluster : IDisposable
{
    // Each test has a database of its own, and one is three hundred files: in memory they cost a tenth.
    private static readonly string s_folder = Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"mooddeck-pg-{Environment.ProcessId}");

    /// <summary>The folder of the scripts that start it.</summary>
    internal static string Scripts { get; } = Path.Combine(Root(), "bench", "postgres");

    /// <summary>Why there is none; null where there is one.</summary>
    internal static string? Missing { get; } = Find();

    public void Dispose()
    {
        if (Directory.Exists(s_folder)) Run("stop", s_folder);
    }

    /// <summary>Starts it; returns how to connect to it, without a database.</summary>
    internal static string Start()
    {
        var (code, output, error) = Run("start", s_folder, $"{Environment.ProcessId}");
        Assert.True(code == 0, error);
        return output.Trim();
    }

    private static string? Find()
    {
        var (code, _, error) = Run("check");
        return code == 0 ? null : error.Trim();
    }

    private static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        ProcessStartInfo start = new(Path.Combine(Scripts, "cluster.sh"), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "MoodDeck.slnx"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
