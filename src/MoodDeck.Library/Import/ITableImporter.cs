namespace MoodDeck.Library.Import;

/// <summary>How far an import is.</summary>
/// <param name="Rows">Rows read so far.</param>
/// <param name="Total">Of how many; 0 while the file is read for the first time, to count them and find its scales.</param>
public readonly record struct ImportProgress(int Rows, int Total)
{
    /// <summary>How many rows are read between two reports.</summary>
    internal const int RowsBetween = 1000;
}

/// <summary>Takes tables of tracks into the catalogue.</summary>
public interface ITableImporter
{
    /// <summary>
    /// Imports one table (CSV, TSV, JSON, JSON lines, an account's export), playlist (M3U, XSPF) or iTunes library, gzip or not. All
    /// of it or nothing: one transaction. A song that is there already gains what was unknown of it. The same file twice leaves the
    /// same tracks.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="progress">How far it is.</param>
    /// <param name="cancellationToken">Cancels; nothing of the file is kept then.</param>
    /// <exception cref="LibraryException">The file cannot be read, or is no table of music.</exception>
    Task<ImportReport> ImportAsync(string path, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default);
}
