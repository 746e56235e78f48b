using System.ComponentModel;
using System.Diagnostics;

namespace MoodDeck.Server.Training.Processes;

/// <summary>
/// Starts <c>mooddeck train</c> with low priority, so that music and camera go before it, and in a session of its own, so that
/// Ctrl+C at the server's terminal does not stop it. Arguments are a list and never meet a shell.
/// </summary>
internal sealed class TrainingLauncher(ServerOptions options) : ITrainingLauncher
{
    /// <summary>How nice a training is; 19 would starve it on a machine that is never idle.</summary>
    private const string Niceness = "10";

    public string? WhyNot => options.TrainingProgram is null
        ? "This server was started by itself and does not know where the trainer is. Start MoodDeck with ./mooddeck serve."
        : null;

    public TrainingProcess Start(string folder, IReadOnlyList<string> arguments)
    {
        if (options.TrainingProgram is not { } program) throw new TrainingLaunchException(WhyNot!);
        string[] prefix = [.. Find("setsid"), .. Find("nice") is [var nice] ? [nice, "-n", Niceness] : (string[])[]];
        string[] words = [.. prefix, program.FileName, .. program.Arguments, .. arguments];
        ProcessStartInfo start = new(words[0], words[1..])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.Close();
            return new(process);
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            throw new TrainingLaunchException($"The trainer could not be started ({e.Message.TrimEnd('.')}). Check that {program.FileName} can be run.", e);
        }
    }

    /// <summary>A helper program where this system has it, else nothing; both replace themselves, so the process stays the same.</summary>
    private static string[] Find(string name)
    {
        if (OperatingSystem.IsWindows()) return [];
        var places = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return places.Select(p => Path.Combine(p, name)).FirstOrDefault(File.Exists) is { } path ? [path] : [];
    }
}
