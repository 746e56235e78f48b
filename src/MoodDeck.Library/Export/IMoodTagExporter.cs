using MoodDeck.Audio.Tagging;
using MoodDeck.Core.Music;

namespace MoodDeck.Library.Export;

/// <summary>A file whose tags were left alone.</summary>
/// <param name="Path">The file.</param>
/// <param name="Outcome"><see cref="MoodTagOutcome.Stated"/>, <see cref="MoodTagOutcome.Unsupported"/> or <see cref="MoodTagOutcome.Failed"/>.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record LeftAloneFile(string Path, MoodTagOutcome Outcome, string Reason);

/// <summary>What became of the files.</summary>
/// <param name="Written">How many hold their mood now; after a trial run: would.</param>
/// <param name="Unchanged">How many said the same already.</param>
/// <param name="LeftAlone">The others.</param>
public sealed record TagExportReport(int Written, int Unchanged, IReadOnlyList<LeftAloneFile> LeftAlone);

/// <summary>How far it is.</summary>
/// <param name="Done">Files dealt with.</param>
/// <param name="Total">Of how many.</param>
/// <param name="Path">The file just dealt with.</param>
public readonly record struct TagExportProgress(int Done, int Total, string Path);

/// <summary>Writes the moods of the catalogue into the files that it names.</summary>
public interface IMoodTagExporter
{
    /// <summary>How many tracks with a file and a known mood there are.</summary>
    Task<int> CountAsync(TrackSource? source = null, CancellationToken cancellationToken = default);

    /// <summary>Writes them, or only finds out what would be done.</summary>
    /// <exception cref="LibraryException">Another export is writing tags.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; each file is as it was or has its mood.</exception>
    Task<TagExportReport> ExportAsync(
        TrackSource? source = null, bool trial = false, IProgress<TagExportProgress>? progress = null, CancellationToken cancellationToken = default);
}
