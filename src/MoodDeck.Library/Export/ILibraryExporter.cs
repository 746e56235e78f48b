using MoodDeck.Core.Music;

namespace MoodDeck.Library.Export;

/// <summary>What a catalogue is written as.</summary>
public enum ExportFormat
{
    /// <summary>RFC 4180 with a header; <c>library import</c> reads it back.</summary>
    Csv,
    /// <summary>A JSON array of objects with the same names; read back as well.</summary>
    Json,
    /// <summary>A playlist of the tracks that play here.</summary>
    M3u8,
}

/// <summary>Writes the catalogue out.</summary>
public interface ILibraryExporter
{
    /// <summary>Writes every track, or those of one source, as UTF-8; returns how many.</summary>
    Task<int> ExportAsync(Stream destination, ExportFormat format, TrackSource? source = null, CancellationToken cancellationToken = default);
}
