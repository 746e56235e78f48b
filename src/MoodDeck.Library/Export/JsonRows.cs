using System.Text.Encodings.Web;
using System.Text.Json;

namespace MoodDeck.Library.Export;

/// <summary>Writes rows as a JSON array of objects.</summary>
internal static class JsonRows
{
    private const int RowsAtOnce = 500;

    /// <summary>Writes every row with these names; returns how many. A name whose value is null is written as null.</summary>
    public static async Task<int> WriteAsync(Stream destination, IReadOnlyList<string> names, IAsyncEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        var options = new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        await using var json = new Utf8JsonWriter(destination, options);
        json.WriteStartArray();
        var count = 0;
        await foreach (var row in rows)
        {
            json.WriteStartObject();
            foreach (var (name, value) in names.Zip(row))
            {
                json.WritePropertyName(name);
                JsonSerializer.Serialize(json, value);
            }

            json.WriteEndObject();
            if (++count % RowsAtOnce == 0) await json.FlushAsync(cancellationToken);
        }

        json.WriteEndArray();
        await json.FlushAsync(cancellationToken);
        return count;
    }
}
