using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using MoodDeck.Core.Music;
using MoodDeck.Library.Catalogue;

namespace MoodDeck.Library.Export;

/// <summary>Writes the catalogue out, track by track.</summary>
internal sealed class LibraryExporter(ICatalogue catalogue) : ILibraryExporter
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public Task<int> ExportAsync(Stream destination, ExportFormat format, TrackSource? source = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        var tracks = catalogue.StreamAsync(source, cancellationToken);
        return format switch
        {
            ExportFormat.Csv => CsvAsync(destination, tracks),
            ExportFormat.Json => JsonAsync(destination, tracks, cancellationToken),
            ExportFormat.M3u8 => PlaylistAsync(destination, tracks),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Expected csv, json or m3u8."),
        };
    }

    private static async Task<int> CsvAsync(Stream destination, IAsyncEnumerable<Track> tracks)
    {
        await using var text = new StreamWriter(destination, Utf8, leaveOpen: true);
        await using var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n", ShouldQuote = NeedsQuotes });
        foreach (var name in ExportColumns.Names) csv.WriteField(name);
        await csv.NextRecordAsync();
        var count = 0;
        await foreach (var track in tracks)
        {
            foreach (var value in ExportColumns.Of(track))
                csv.WriteField(value is string cell ? SpreadsheetText.Escape(cell) : Convert.ToString(value, CultureInfo.InvariantCulture));
            await csv.NextRecordAsync();
            count++;
        }

        return count;
    }

    // The writer by itself would leave a single line feed bare.
    private static bool NeedsQuotes(ShouldQuoteArgs args) =>
        args.Field is { Length: > 0 } text && (text.AsSpan().ContainsAny("\",\r\n") || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]));

    private static async Task<int> JsonAsync(Stream destination, IAsyncEnumerable<Track> tracks, CancellationToken cancellationToken)
    {
        var options = new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        await using var json = new Utf8JsonWriter(destination, options);
        json.WriteStartArray();
        var count = 0;
        await foreach (var track in tracks)
        {
            json.WriteStartObject();
            foreach (var (name, value) in ExportColumns.Names.Zip(ExportColumns.Of(track)))
            {
                json.WritePropertyName(name);
                JsonSerializer.Serialize(json, value);
            }

            json.WriteEndObject();
            if (++count % 500 == 0) await json.FlushAsync(cancellationToken);
        }

        json.WriteEndArray();
        await json.FlushAsync(cancellationToken);
        return count;
    }

    private static async Task<int> PlaylistAsync(Stream destination, IAsyncEnumerable<Track> tracks)
    {
        await using var text = new StreamWriter(destination, Utf8, leaveOpen: true) { NewLine = "\n" };
        await text.WriteLineAsync("#EXTM3U");
        var count = 0;
        await foreach (var track in tracks)
        {
            // A line break in a path cannot be written in this format.
            if (track.Path is null || track.Path.AsSpan().ContainsAny('\r', '\n')) continue;
            var seconds = track.DurationSeconds is { } duration ? (int)Math.Round(duration) : -1;
            var name = track.Artist is null ? track.Title : $"{track.Artist} - {track.Title}";
            await text.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"#EXTINF:{seconds},{name.ReplaceLineEndings(" ")}"));
            await text.WriteLineAsync(track.Path);
            count++;
        }

        return count;
    }
}
