using MoodDeck.Library.Scan;

namespace MoodDeck.Library.Jobs;

/// <summary>What is to be done with an audio file.</summary>
internal enum JobKind
{
    /// <summary>Read its tags and listen to excerpts; the track is there with its mood afterwards.</summary>
    Listen,
    /// <summary>Measure the loudness of all of it.</summary>
    Measure,
}

/// <summary>A piece of work on one file.</summary>
/// <param name="Id">Never used twice.</param>
/// <param name="Kind">What is to be done.</param>
/// <param name="File">The file as it was when the work was asked for.</param>
/// <param name="Attempts">How often it has been taken, this time included.</param>
internal sealed record AnalysisJob(long Id, JobKind Kind, ListedFile File, int Attempts);

/// <summary>Work that nobody tries any more.</summary>
/// <param name="Path">The file.</param>
/// <param name="Error">What went wrong the last time, in a sentence.</param>
/// <param name="GaveUpAt">Since when.</param>
internal sealed record GivenUpJob(string Path, string Error, DateTimeOffset GaveUpAt);

/// <summary>How much work is left.</summary>
/// <param name="Waiting">Nobody is at it.</param>
/// <param name="Taken">Somebody is.</param>
internal readonly record struct JobCount(int Waiting, int Taken)
{
    public int All => Waiting + Taken;
}
