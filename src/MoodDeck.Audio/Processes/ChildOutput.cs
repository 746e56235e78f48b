namespace MoodDeck.Audio.Processes;

/// <summary>How a child process ended.</summary>
internal enum ChildEnd
{
    /// <summary>By itself.</summary>
    Exited,
    /// <summary>Killed, because it took too long.</summary>
    TimedOut,
    /// <summary>Killed, because it wrote more than was wanted.</summary>
    OutputFull,
    /// <summary>It never started: there is no such program.</summary>
    Missing,
}

/// <summary>What is left of a child process.</summary>
internal sealed record ChildOutput(ChildEnd End, int ExitCode, ByteSink Output, string Errors)
{
    public static ChildOutput Missing { get; } = new(ChildEnd.Missing, -1, new ByteSink(0), "");

    public bool IsSuccess => End == ChildEnd.Exited && ExitCode == 0;

    /// <summary>The failure every tool can have; null when the child ran to its end, whatever its exit code.</summary>
    public AudioFailure? ToolFailure(string program, string path, TimeSpan timeout) => End switch
    {
        ChildEnd.Missing => new(AudioProblem.ToolMissing,
            $"The program \"{program}\" was not found. Install ffmpeg, on Debian or Ubuntu with: apt-get install ffmpeg"),
        ChildEnd.TimedOut => new(AudioProblem.TimedOut,
            string.Create(System.Globalization.CultureInfo.InvariantCulture,
                $"\"{path}\" took longer than {timeout.TotalSeconds:0.#} s and was given up. Check whether the disk answers.")),
        _ => null,
    };
}
