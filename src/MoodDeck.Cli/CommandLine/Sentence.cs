namespace MoodDeck.Cli.CommandLine;

/// <summary>The words of an exception for people.</summary>
internal static class Sentence
{
    /// <summary>Its message, without the name of a parameter that only a programmer knows.</summary>
    public static string Of(ArgumentException e) =>
        e.ParamName is { } name ? e.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal) : e.Message;
}
