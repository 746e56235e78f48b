using System.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Library.Export;

namespace MoodDeck.Cli.CommandLine;

/// <summary>Where something is written, and as what.</summary>
internal static class ExportOptions
{
    /// <summary>The options; the first format allowed is the one taken when neither names another.</summary>
    public static (Option<ExportFormat?> Format, Option<string?> Output) Of(params ExportFormat[] allowed) => (
        ValueParsers.Option<ExportFormat?>(
            "--format", "F", $"{string.Join(" or ", allowed.Select(NameOf))} (default: what FILE ends with, else {NameOf(allowed[0])}).",
            text => allowed.FirstOrDefault(f => NameOf(f).Equals(text, StringComparison.OrdinalIgnoreCase), (ExportFormat)(-1)) is var format && Enum.IsDefined(format)
                ? format
                : throw new FormatException($"no format is called '{text}'. There are: {string.Join(", ", allowed.Select(NameOf))}")),
        new("--out") { HelpName = "FILE", Description = "Where to write; without it, to stdout." });

    /// <summary>What a file is to hold by its name.</summary>
    public static ExportFormat FormatOfFile(string? file, ExportFormat otherwise) => Path.GetExtension(file)?.ToLowerInvariant() switch
    {
        ".csv" => ExportFormat.Csv,
        ".json" => ExportFormat.Json,
        ".m3u8" or ".m3u" when otherwise == ExportFormat.M3u8 => ExportFormat.M3u8,
        _ => otherwise,
    };

    /// <summary>Writes to a file, as a whole or not at all, and says how many; or to stdout.</summary>
    public static async Task WriteAsync(string? file, string what, Func<Stream, Task<int>> write)
    {
        if (file is null)
        {
            await using var stdout = Console.OpenStandardOutput();
            await write(stdout);
            return;
        }

        var count = await WholeFile.WriteAsync(file, write);
        Console.Out.WriteLine($"{count} {what} in {file}");
    }

    private static string NameOf(ExportFormat format) => format.ToString().ToLowerInvariant();
}
