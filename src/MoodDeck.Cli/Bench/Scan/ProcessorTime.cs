using System.Globalization;

namespace MoodDeck.Cli.Bench.Scan;

/// <summary>Processor time as Linux counts it, to a hundredth of a second.</summary>
internal static class ProcessorTime
{
    // Linux tells programs of hundredths, whatever the kernel's own clock (USER_HZ).
    private const double TicksPerSecond = 100;

    /// <summary>Seconds of all cores that this process and its children that have ended took so far.</summary>
    public static double OfThisAndItsChildren()
    {
        var status = File.ReadAllText("/proc/self/stat");
        // The program's name, in brackets, may hold spaces; of the fields behind it the 12th to 15th are utime, stime, cutime and cstime.
        var fields = status[(status.LastIndexOf(')') + 2)..].Split(' ');
        return fields.Skip(11).Take(4).Sum(f => double.Parse(f, CultureInfo.InvariantCulture)) / TicksPerSecond;
    }
}
