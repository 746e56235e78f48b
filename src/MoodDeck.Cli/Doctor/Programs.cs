using System.Diagnostics;

namespace MoodDeck.Cli.Doctor;

/// <summary>The programs that MoodDeck starts.</summary>
internal static class Programs
{
    private static readonly (string Name, string VersionOption, string Package, string Cost)[] s_programs =
    [
        ("ffmpeg", "-version", "ffmpeg", "no music can be read or made: no library scan and no demo library; no video can be analyzed"),
        ("ffprobe", "-version", "ffmpeg", "no music can be read: no library scan; no video can be analyzed"),
        ("chromium", "--version", "chromium", "nothing in MoodDeck itself; ./test cannot run its browser tests"),
    ];

    /// <summary>Asks each of them for its version.</summary>
    public static IEnumerable<Finding> Examine()
    {
        foreach (var (name, versionOption, package, cost) in s_programs)
        {
            yield return FirstLine(name, versionOption) is { } version
                ? Finding.Works(name, version)
                : Finding.Lacks(name, "not found, or it does not start", cost, $"sudo apt-get install -y {package}");
        }
    }

    private static string? FirstLine(string program, string versionOption)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, [versionOption])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            });
            if (process is null) return null;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            var line = text.Split('\n', 2)[0].Trim();
            return process.ExitCode == 0 && line.Length > 0 ? Shortened(line) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null; // not on the path
        }
    }

    private static string Shortened(string line)
    {
        var end = line.IndexOf(" Copyright", StringComparison.Ordinal);
        return end > 0 ? line[..end] : line;
    }
}
