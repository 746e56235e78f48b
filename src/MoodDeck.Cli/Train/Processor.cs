using System.Runtime.InteropServices;

namespace MoodDeck.Cli.Train;

/// <summary>What a measurement was made on.</summary>
internal static class Processor
{
    private const string LinuxFacts = "/proc/cpuinfo";

    /// <summary>The processor's name as its maker gives it, or its architecture where the system does not tell.</summary>
    public static string Name()
    {
        var told = File.Exists(LinuxFacts)
            ? File.ReadLines(LinuxFacts).Where(l => l.StartsWith("model name", StringComparison.Ordinal)).Select(l => l[(l.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()).FirstOrDefault()
            : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER");
        return string.IsNullOrWhiteSpace(told) ? RuntimeInformation.ProcessArchitecture.ToString() : told;
    }
}
