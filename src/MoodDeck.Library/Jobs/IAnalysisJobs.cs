using MoodDeck.Library.Scan;

namespace MoodDeck.Library.Jobs;

/// <summary>
/// Work on audio files, shared by every process that has the catalogue open. Who takes a job holds a lease on it and renews that
/// while at work; the job of a process that was killed is free again when its lease runs out. A job that fails comes up again
/// later, and is given up after <see cref="MostAttempts"/>.
/// </summary>
internal interface IAnalysisJobs
{
    /// <summary>How often a job is taken before it is given up.</summary>
    const int MostAttempts = 4;

    /// <summary>How long a lease holds.</summary>
    static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);

    /// <summary>Asks for work on files. What is asked for already stays as it is, unless the file or what reads it has changed since.</summary>
    Task AddAsync(JobKind kind, IReadOnlyList<ListedFile> files, string reader);

    /// <summary>Takes the job that was tried least and asked for first; null when none is free.</summary>
    /// <param name="kind">Of which kind.</param>
    /// <param name="worker">Who takes it.</param>
    /// <param name="root">Only files below this folder; null for any.</param>
    /// <param name="except">But not these.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<AnalysisJob?> TakeAsync(JobKind kind, string worker, string? root, IReadOnlyList<PathRange> except, CancellationToken cancellationToken);

    /// <summary>Renews all leases of a worker.</summary>
    Task RenewAsync(string worker);

    /// <summary>Lets go of all jobs of a worker, or of one of them, as if it had not taken them.</summary>
    Task GiveBackAsync(string worker, AnalysisJob? only = null);

    /// <summary>Says that a job failed: it comes up again later, or is given up.</summary>
    Task FailAsync(AnalysisJob job, string worker, string error);

    /// <summary>How many jobs are left that are not given up.</summary>
    Task<JobCount> CountAsync(JobKind kind, string? root, CancellationToken cancellationToken);

    /// <summary>The jobs that were given up below a folder, or all, by path.</summary>
    Task<IReadOnlyList<GivenUpJob>> GivenUpAsync(JobKind kind, string? root, CancellationToken cancellationToken);

    /// <summary>Drops all work below a folder but on some files; what is being worked at is not stored then.</summary>
    Task DropBelowAsync(string folder, Func<string, bool> except);

    /// <summary>Tries again what was given up below a folder.</summary>
    Task RetryAsync(string root);
}
