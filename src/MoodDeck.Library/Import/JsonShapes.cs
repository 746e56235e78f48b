using System.Text.Json;

namespace MoodDeck.Library.Import;

/// <summary>Finds the songs in the objects that services and programs write.</summary>
internal static class JsonShapes
{
    // Lists that lie in or beside songs and hold something else.
    private static readonly HashSet<string> Beside = new(StringComparer.OrdinalIgnoreCase)
    {
        "artists", "albums", "shows", "episodes", "audiobooks", "bannedTracks", "bannedArtists", "other", "image", "images", "tags", "genres", "links",
    };

    private static readonly string[] Wrappers = ["track", "song", "item"];

    /// <summary>Whether a list of that name holds something else than songs.</summary>
    public static bool IsBeside(string? name) => name is not null && Beside.Contains(name);

    /// <summary>The objects that are songs, or may be meant as such: the object itself, what it wraps, or what its lists hold.</summary>
    public static IEnumerable<JsonElement> Songs(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object || (Has(value, FieldNames.IsTitle) && Has(value, IsArtist))) return [value];
        foreach (var name in Wrappers)
            if (value.TryGetProperty(name, out var wrapped) && wrapped.ValueKind == JsonValueKind.Object) return Songs(wrapped);
        var lists = value.EnumerateObject().Where(p => !IsBeside(p.Name) && HoldsObjects(p.Value)).ToList();
        if (lists.Count > 0) return lists.SelectMany(p => p.Value.EnumerateArray()).SelectMany(Songs);
        // {"recenttracks":{"track":[…]}}
        return Has(value, FieldNames.IsTitle) ? [value] : value.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Object && !IsArtist(p.Name))
            .Select(p => Songs(p.Value).ToList()).FirstOrDefault(inner => inner.Count > 1 || (inner.Count == 1 && Has(inner[0], FieldNames.IsTitle))) ?? [value];
    }

    /// <summary>A value as the text of a cell: of several the first counts; of an object, its name.</summary>
    public static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => Whole(value),
        JsonValueKind.Array => value.GetArrayLength() > 0 ? Text(value[0]) : null,
        JsonValueKind.Object => value.TryGetProperty("name", out var name) || value.TryGetProperty("#text", out name) ? Text(name) : null,
        _ => value.GetRawText(),
    };

    // Half a surrogate pair, which damaged files hold, is no text to the reader.
    private static string? Whole(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static bool HoldsObjects(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 && value[0].ValueKind == JsonValueKind.Object;

    private static bool Has(JsonElement value, Func<string, bool> isName) => value.EnumerateObject()
        .Any(p => isName(p.Name) && p.Value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object) || (IsArtist(p.Name) && isName(p.Name)));

    private static bool IsArtist(string name) => FieldNames.All[Field.Artist].Contains(FieldNames.Bare(name), StringComparer.Ordinal);
}
