using System.Diagnostics;

namespace MoodDeck.Cli.Bench.Recommend;

/// <summary>How long each of some calls took.</summary>
/// <param name="MedianMs">Half took no longer.</param>
/// <param name="P99Ms">99 of 100 took no longer.</param>
/// <param name="SlowestMs">None took longer.</param>
internal readonly record struct Spell(double MedianMs, double P99Ms, double SlowestMs)
{
    /// <summary>Times calls one after the other on this thread.</summary>
    public static Spell Of<T>(IReadOnlyList<T> asked, Action<T> call, CancellationToken cancellation)
    {
        var times = new double[asked.Count];
        for (var i = 0; i < times.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var start = Stopwatch.GetTimestamp();
            call(asked[i]);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        return new(At(0.5), At(0.99), Math.Round(times[^1], 3));

        double At(double share) => Math.Round(times[Math.Max(0, (int)Math.Ceiling(share * times.Length) - 1)], 3);
    }
}
