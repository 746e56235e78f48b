using System.ComponentModel;
using System.Diagnostics;

namespace MoodDeck.Cli.Analyze.Videos;

/// <summary>Starts ffmpeg's programs, with their arguments as a list and never through a shell.</summary>
internal static class FfmpegTool
{
    /// <summary>
    /// Opens a local file and nothing else: a name like <c>http://…</c> or <c>-y</c> stays a name, and a reference inside a
    /// file cannot reach the network.
    /// </summary>
    public static string[] Input(string path) => ["-protocol_whitelist", "file,pipe", "-i", "file:" + path];

    /// <summary>Starts a program with its outputs redirected.</summary>
    /// <exception cref="VideoException">There is no such program.</exception>
    public static Process Start(string program, IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        Process process = new() { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            process.Dispose();
            throw new VideoException($"Videos are read with the program \"{program}\", which was not found. Install ffmpeg, on Debian or Ubuntu with: apt-get install ffmpeg");
        }

        process.StandardInput.Close();
        return process;
    }

    /// <summary>Ends a program that is no longer needed.</summary>
    public static void End(Process process)
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }
}
