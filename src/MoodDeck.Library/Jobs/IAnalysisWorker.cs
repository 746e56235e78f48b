namespace MoodDeck.Library.Jobs;

/// <summary>What a worker tells while it works.</summary>
/// <param name="Listened">Files it listened to so far.</param>
/// <param name="Measured">Files it measured so far.</param>
/// <param name="Path">The file it was just through with; null where something else is told.</param>
/// <param name="Unseen">A file or folder that is not seen from here, whose work was left to others.</param>
/// <param name="Trouble">Why it waits for the database, in a sentence.</param>
public sealed record WorkerProgress(int Listened, int Measured, string? Path = null, string? Unseen = null, string? Trouble = null);

/// <summary>How much work there is for all together.</summary>
/// <param name="Listen">Files to be listened to.</param>
/// <param name="Measure">Files to be measured whole.</param>
public readonly record struct WorkLeft(int Listen, int Measure);

/// <summary>
/// Takes part in the work on audio files that scans ask for, whoever asked: one more process, on this machine or another that sees the
/// same files under the same paths.
/// </summary>
public interface IAnalysisWorker
{
    /// <summary>
    /// Works until it is stopped. What was under way then is given back, and what was done is stored. While the database cannot be
    /// reached it waits.
    /// </summary>
    /// <param name="atOnce">How many files at once.</param>
    /// <param name="progress">Told of each file; from several threads at once.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="LibraryException">Nothing can be done at all: a program is missing.</exception>
    Task RunAsync(int atOnce, IProgress<WorkerProgress> progress, CancellationToken stop);

    /// <summary>How much is left.</summary>
    Task<WorkLeft> LeftAsync(CancellationToken cancellationToken = default);
}
