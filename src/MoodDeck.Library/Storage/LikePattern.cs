namespace MoodDeck.Library.Storage;

/// <summary>Texts to be found anywhere in a column, as patterns of LIKE.</summary>
internal static class LikePattern
{
    /// <summary>The pattern of everything that holds a text as it stands.</summary>
    public static string Holding(string text) =>
        "%" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";

    /// <summary>The condition for such a pattern.</summary>
    public static string Condition(string column, string parameter) => $"{column} LIKE {parameter} ESCAPE '\\'";
}
