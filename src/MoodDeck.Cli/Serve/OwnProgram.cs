using MoodDeck.Server.Training.Processes;

namespace MoodDeck.Cli.Serve;

/// <summary>How this very program was started, so that it can start itself again for a training.</summary>
internal static class OwnProgram
{
    /// <summary>The program and what comes before a command; null when that cannot be told.</summary>
    public static TrainingProgram? Find()
    {
        if (Environment.ProcessPath is not { } program) return null;
        // Either dotnet with mooddeck.dll, or a host of mooddeck's own that finds the dll itself.
        if (!Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase)) return new(program, []);
        var dll = Path.Combine(AppContext.BaseDirectory, typeof(OwnProgram).Assembly.GetName().Name + ".dll");
        return File.Exists(dll) ? new(program, [dll]) : null;
    }
}
