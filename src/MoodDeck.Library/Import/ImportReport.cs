namespace MoodDeck.Library.Import;

/// <summary>A row that was skipped or taken in part.</summary>
/// <param name="Line">Line of the file, or number of the element in a JSON array, from 1.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record RowProblem(int Line, string Reason);

/// <summary>What an import did.</summary>
/// <param name="Path">The file.</param>
/// <param name="Rows">Rows read.</param>
/// <param name="Added">New tracks.</param>
/// <param name="Updated">Tracks that had been imported before and differed.</param>
/// <param name="Unchanged">Rows that were already there as they are.</param>
/// <param name="Skipped">Rows that were left out.</param>
/// <param name="Problems">The first of the skipped or incomplete rows.</param>
/// <param name="Scale">How the mood columns were read, in words.</param>
public sealed record ImportReport(
    string Path, int Rows, int Added, int Updated, int Unchanged, int Skipped, IReadOnlyList<RowProblem> Problems, string Scale);

/// <summary>Takes tables of tracks into the catalogue.</summary>
public interface ITableImporter
{
    /// <summary>
    /// Imports one CSV, TSV or JSON table, gzip or not. All of it or nothing: one transaction. The same file twice leaves
    /// the same rows.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="progress">Rows taken in so far.</param>
    /// <param name="cancellationToken">Cancels; nothing of the file is kept then.</param>
    /// <exception cref="LibraryException">The file cannot be read, is not such a table, or has no title column.</exception>
    Task<ImportReport> ImportAsync(string path, IProgress<int>? progress = null, CancellationToken cancellationToken = default);
}
