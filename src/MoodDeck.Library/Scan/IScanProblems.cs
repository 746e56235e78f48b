namespace MoodDeck.Library.Scan;

/// <summary>A file that scans could not take in, and since when that is known.</summary>
public sealed record KnownProblem(FileProblem Problem, DateTimeOffset? At);

/// <summary>What scans could not read, and why.</summary>
public interface IScanProblems
{
    /// <summary>Some of the files by path, and how many there are in all.</summary>
    Task<(int Total, IReadOnlyList<KnownProblem> Problems)> ListAsync(int offset, int limit, CancellationToken cancellationToken = default);

    /// <summary>Lets the next scan of a folder try again what earlier ones gave up.</summary>
    Task RetryAsync(string folder, CancellationToken cancellationToken = default);
}
