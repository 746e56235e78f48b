using System.Text.Json;

namespace MoodDeck.Library.Import;

/// <summary>A table as JSON: an array of objects, an object a line, or an account's export. Its columns are all names that occur.</summary>
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

    public string Kind => "table (JSON)";

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
                yield return new(number, cells, new("is not an object"));
                continue;
            }

            foreach (var property in element.EnumerateObject()) cells[_columnByName[property.Name]] = JsonShapes.Text(property.Value);
            yield return new(number, cells);
        }
    }

    private IEnumerable<JsonElement> Elements()
    {
        using var objects = new JsonObjectReader(TableText.OpenUtf8(_path));
        while (objects.Next() is { } next)
            foreach (var song in JsonShapes.Songs(next)) yield return song;
    }
}
