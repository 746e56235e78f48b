using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace MoodDeck.Server.Contracts;

/// <summary>How every JSON document of MoodDeck is written and read.</summary>
public static class MoodDeckJson
{
    /// <summary>camelCase, unknown values as null, letters of every script as they are.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        JsonSerializerOptions options = new();
        Apply(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    /// <summary>Makes options of the framework's own write and read the same way.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = true;
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
    }
}
