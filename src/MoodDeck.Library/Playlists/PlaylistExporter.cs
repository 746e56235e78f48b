using MoodDeck.Library.Export;

namespace MoodDeck.Library.Playlists;

/// <summary>Writes a playlist out.</summary>
public static class PlaylistExporter
{
    /// <summary>
    /// Writes it as UTF-8; returns how many tracks. Tables have the columns of the catalogue's own, and of a track that left
    /// it only title, artist and id; a playlist file has the tracks that play here, by the paths of their files.
    /// </summary>
    public static Task<int> ExportAsync(Stream destination, Playlist playlist, ExportFormat format, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(playlist);
        var rows = playlist.Entries.Select(e => e.Track is { } track ? ExportColumns.Of(track) : ExportColumns.OfGap(e.TrackId, e.Title, e.Artist)).ToAsyncEnumerable();
        return format switch
        {
            ExportFormat.Csv => CsvRows.WriteAsync(destination, ExportColumns.Names, rows),
            ExportFormat.Json => JsonRows.WriteAsync(destination, ExportColumns.Names, rows, cancellationToken),
            ExportFormat.M3u8 => M3u8Text.WriteAsync(destination, playlist.Entries.Select(e => e.Track).OfType<Core.Music.Track>().ToAsyncEnumerable()),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Expected csv, json or m3u8."),
        };
    }
}
