using System.Text.Json;

namespace MoodDeck.Library.Import;

/// <summary>A table as a JSON array of objects. Its columns are all names that occur.</summary>
internal sealed class JsonTable : ITable
{
    private readonly string _path;
    private readonly Dictionary<string, int> _columnByName = new(StringComparer.Ordinal);

    public JsonTable(string path)
    {
        _path = path;
        foreach (var element in Elements())
        {
            if (element.ValueKind != JsonValueKind.Object) continue;
            foreach (var property in element.EnumerateObject()) _columnByName.TryAdd(property.Name, _columnByName.Count);
        }

        Columns = [.. _columnByName.Keys];
    }

    public IReadOnlyList<string> Columns { get; }

    public IEnumerable<TableRow> Rows()
    {
        var number = 0;
        foreach (var element in Elements())
        {
            number++;
            var cells = new string?[Columns.Count];
            if (element.ValueKind != JsonValueKind.Object)
            {
                yield return new(number, cells, "is not an object");
                continue;
            }

            foreach (var property in element.EnumerateObject()) cells[_columnByName[property.Name]] = Text(property.Value);
            yield return new(number, cells);
        }
    }

    private IEnumerable<JsonElement> Elements()
    {
        using var stream = TableText.OpenUtf8(_path);
        using var elements = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(stream).ToBlockingEnumerable().GetEnumerator();
        while (true)
        {
            try
            {
                if (!elements.MoveNext()) yield break;
            }
            catch (Exception e) when (e is JsonException or IOException or InvalidDataException)
            {
                throw new LibraryException($"{_path} is not a JSON array of objects: {e.Message}", e);
            }

            yield return elements.Current;
        }
    }

    // Of several values the first counts; of an object, its name.
    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Array => value.GetArrayLength() > 0 ? Text(value[0]) : null,
        JsonValueKind.Object => value.TryGetProperty("name", out var name) ? Text(name) : null,
        _ => value.GetRawText(),
    };
}
