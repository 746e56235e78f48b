namespace MoodDeck.Library.Import;

/// <summary>What is wrong with a row.</summary>
/// <param name="Kind">In words that are the same for every such row, so that they can be counted.</param>
/// <param name="Detail">In words for this row; null when <paramref name="Kind"/> says it all.</param>
internal sealed record Flaw(string Kind, string? Detail = null)
{
    /// <summary>A row that can be no track.</summary>
    public static Flaw NoTitle { get; } = new("has no title");

    /// <summary>The words for this row.</summary>
    public string Text => Detail ?? Kind;
}
