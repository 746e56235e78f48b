namespace MoodDeck.Library.Storage;

/// <summary>Texts as every engine can hold them: PostgreSQL knows neither a NUL nor half of a surrogate pair.</summary>
internal static class StoredText
{
    /// <summary>The text without what cannot be held; most are given back as they are.</summary>
    public static string? Of(string? text) =>
        text is null || (!text.Contains('\0', StringComparison.Ordinal) && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')) ? text
        : string.Concat(text.EnumerateRunes().Where(r => r.Value != 0).Select(r => r.ToString()));
}
