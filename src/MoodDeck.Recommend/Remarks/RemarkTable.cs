using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using MoodDeck.Core.Music;

namespace MoodDeck.Recommend.Remarks;

/// <summary>
/// Every code of a <see cref="Remark"/> with its English sentence: <c>remarks.json</c>, in the shape the page's own words
/// have, so that one can be held against the other.
/// </summary>
public static partial class RemarkTable
{
    private static readonly Dictionary<string, Forms> Sentences = Read();

    /// <summary>Every code.</summary>
    public static IReadOnlyCollection<string> Codes => Sentences.Keys;

    /// <summary>The English sentence of a remark, with its first letter a capital one.</summary>
    internal static string Say(Remark remark)
    {
        var forms = Sentences.GetValueOrDefault(remark.Code) ?? throw new KeyNotFoundException($"There is no remark '{remark.Code}'.");
        var sentence = remark.Values.GetValueOrDefault("n") is 1 ? forms.One : forms.Other;
        return Capital(Place().Replace(sentence, place => WordOf(remark, place.Groups[1].Value)));
    }

    private static string WordOf(Remark remark, string name) => (name, remark.Values[name]) switch
    {
        ("language", string code) => MusicLanguages.NameOf(code),
        ("languages", IEnumerable<string> codes) => Or([.. codes.Select(MusicLanguages.NameOf)]),
        (_, var value) => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Or(List<string> items) =>
        items.Count == 1 ? items[0] : string.Join(", ", items[..^1]) + " or " + items[^1];

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    private static Dictionary<string, Forms> Read()
    {
        using var json = Assembly.GetExecutingAssembly().GetManifestResourceStream("remarks.json")!;
        using var table = JsonDocument.Parse(json);
        return table.RootElement.EnumerateObject().ToDictionary(row => row.Name, row => Forms.Of(row.Value), StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Place();

    private sealed record Forms(string One, string Other)
    {
        public static Forms Of(JsonElement row) => row.ValueKind == JsonValueKind.String
            ? new(row.GetString()!, row.GetString()!)
            : new(row.GetProperty("one").GetString()!, row.GetProperty("other").GetString()!);
    }
}
