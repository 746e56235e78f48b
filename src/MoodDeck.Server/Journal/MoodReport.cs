using MoodDeck.Library.Journal;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Journal;

/// <summary>What a page tells of a mood it read.</summary>
internal sealed record MoodReport
{
    private const double MostSigma = 2;

    // A phone's clock may run a little fast.
    private static readonly TimeSpan s_ahead = TimeSpan.FromMinutes(5);

    /// <summary>From -1 to 1.</summary>
    public double? Valence { get; init; }

    /// <summary>From -1 to 1.</summary>
    public double? Arousal { get; init; }

    /// <summary>From -1 to 1; may be left out.</summary>
    public double? Dominance { get; init; }

    /// <summary>One standard deviation, 0 to 2.</summary>
    public double? SigmaValence { get; init; }

    /// <summary>One standard deviation, 0 to 2.</summary>
    public double? SigmaArousal { get; init; }

    /// <summary><c>camera</c>, <c>photo</c> or <c>hand</c>.</summary>
    public string? Source { get; init; }

    /// <summary>ISO 8601, UTC where it says nothing else; the server's clock when left out.</summary>
    public string? At { get; init; }

    /// <summary>The reading, or what is wrong with it as the rest of a sentence.</summary>
    public MoodEntry? Read(DateTimeOffset now, out ProblemHttpResult? problem, string where)
    {
        var (at, source) = (now, default(MoodSource));
        var wrong = !IsFrom(Valence, -1, 1) ? "'valence' must be a number from -1 to 1"
            : !IsFrom(Arousal, -1, 1) ? "'arousal' must be a number from -1 to 1"
            : Dominance is not null && !IsFrom(Dominance, -1, 1) ? "'dominance' must be a number from -1 to 1, or left out"
            : !IsFrom(SigmaValence, 0, MostSigma) ? "'sigmaValence' must be a number from 0 to 2"
            : !IsFrom(SigmaArousal, 0, MostSigma) ? "'sigmaArousal' must be a number from 0 to 2"
            : !MoodSources.TryParse(Source, out source) ? $"'source' must be one of: {string.Join(", ", MoodSources.Names)}"
            : At is not null && !JournalClock.TryParse(At, TimeZoneInfo.Utc, out at) ? "'at' must be a time such as 2026-11-21T08:30:00Z"
            : at > now + s_ahead ? "'at' lies in the future: is the clock of this device right?"
            : at < now.AddDays(-IMoodStore.HistoryDays) ? $"'at' lies more than {IMoodStore.HistoryDays} days back, and nothing is kept for longer"
            : null;
        problem = wrong is null ? null : ProblemKind.BadOption.With($"{wrong}{where}.");
        return wrong is not null ? null : new(at, Valence!.Value, Arousal!.Value, Dominance, SigmaValence!.Value, SigmaArousal!.Value, source);
    }

    private static bool IsFrom(double? number, double least, double most) => number >= least && number <= most;
}
