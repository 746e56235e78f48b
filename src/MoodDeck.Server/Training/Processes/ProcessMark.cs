using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace MoodDeck.Server.Training.Processes;

/// <summary>
/// Tells a process from a later one that was given the same number: by when it started, on Linux to the tick and within one
/// boot of the machine.
/// </summary>
internal static class ProcessMark
{
    // Fields of /proc/PID/stat, counted from the one after the name (proc(5): 3 is the state, 22 the start).
    private const int State = 0, Start = 22 - 3;

    /// <summary>The mark of a running process; null when there is none of this number.</summary>
    public static string? Of(int processId) => OperatingSystem.IsLinux() ? OfLinux(processId) : OfOthers(processId);

    /// <summary>Whether the process that had this mark still runs.</summary>
    public static bool Runs(int processId, string mark) => Of(processId) == mark;

    private static string? OfLinux(int processId)
    {
        try
        {
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/stat"));
            // The name stands in parentheses and may hold spaces and parentheses of its own.
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            // A zombie has ended; nobody has asked yet how.
            if (fields[State] is "Z" or "X") return null;
            return $"{File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim()}:{fields[Start]}";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string? OfOthers(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.HasExited ? null : process.StartTime.ToUniversalTime().Ticks.ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }
}
