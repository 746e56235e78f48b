using MoodDeck.Core.Music;
using MoodDeck.Library.Catalogue;

namespace MoodDeck.Library.Export;

/// <summary>Writes the catalogue out, track by track.</summary>
internal sealed class LibraryExporter(ICatalogue catalogue) : ILibraryExporter
{
    public Task<int> ExportAsync(Stream destination, ExportFormat format, TrackSource? source = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        var tracks = catalogue.StreamAsync(source, cancellationToken);
        return format switch
        {
            ExportFormat.Csv => CsvRows.WriteAsync(destination, ExportColumns.Names, tracks.Select(ExportColumns.Of)),
            ExportFormat.Json => JsonRows.WriteAsync(destination, ExportColumns.Names, tracks.Select(ExportColumns.Of), cancellationToken),
            ExportFormat.M3u8 => M3u8Text.WriteAsync(destination, tracks),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Expected csv, json or m3u8."),
        };
    }
}
