using System.Text.Json;
using MoodDeck.Server.Contracts;

namespace MoodDeck.Cli.Output;

/// <summary>Prints the one document of <c>--json</c>.</summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions s_indented = new(MoodDeckJson.Options) { WriteIndented = true };

    /// <summary>One line in a pipe, indented for a reader.</summary>
    public static void Write<T>(T document) =>
        Console.Out.WriteLine(JsonSerializer.Serialize(document, Terminal.OutIsWatched ? s_indented : MoodDeckJson.Options));
}
