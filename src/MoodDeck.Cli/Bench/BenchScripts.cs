using MoodDeck.Cli.CommandLine;

namespace MoodDeck.Cli.Bench;

/// <summary>The scripts under <c>bench/</c> that run what MoodDeck is measured beside.</summary>
internal static class BenchScripts
{
    // Debian's packages belong to Debian's Python, which need not be the first on the path.
    private const string DebianPython = "/usr/bin/python3";

    /// <summary>The Python that runs them: what <c>PYTHON</c> names, else Debian's own, else the first on the path.</summary>
    public static string Python => Environment.GetEnvironmentVariable("PYTHON") ?? (File.Exists(DebianPython) ? DebianPython : "python3");

    /// <summary>The path of a script of this checkout.</summary>
    /// <param name="name">Its path below <c>bench/</c>.</param>
    /// <param name="option">The option that asked for it, for the error message; null where the command does nothing without it.</param>
    /// <exception cref="CliException">This is not run from a checkout.</exception>
    public static string Find(string name, string? option = null)
    {
        // The program lies inside the checkout it was built from, or it was built elsewhere and is run from there.
        foreach (var start in (string[])[AppContext.BaseDirectory, Environment.CurrentDirectory])
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                var script = Path.Combine(folder.FullName, "bench", name);
                if (File.Exists(script)) return script;
            }
        }

        throw new CliException($"bench/{name} is not there. Run from a checkout of MoodDeck{(option is null ? "." : $", or leave {option} out.")}");
    }
}
