using System.Reflection;
using System.Runtime.InteropServices;

namespace MoodDeck.Cli.Doctor;

/// <summary>What MoodDeck runs on.</summary>
internal static class Machine
{
    /// <summary>Versions, processors and memory; always fine.</summary>
    public static IEnumerable<Finding> Examine()
    {
        var version = typeof(Machine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024);
        yield return Finding.Works("MoodDeck", version?.Split('+')[0] ?? "unknown");
        yield return Finding.Works(".NET", RuntimeInformation.FrameworkDescription);
        yield return Finding.Works("machine", FormattableString.Invariant(
            $"{RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}, {Environment.ProcessorCount} processors, {memory:0.0} GiB"));
    }
}
