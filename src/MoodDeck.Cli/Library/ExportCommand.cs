using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Core.Music;
using MoodDeck.Library.Export;

namespace MoodDeck.Cli.Library;

/// <summary><c>library export</c>: writes the catalogue out.</summary>
internal static class ExportCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var source = ValueParsers.Option<TrackSource?>("--source", "S", $"Only tracks of one source: {string.Join(", ", TrackSources.Names)}.", s => ValueParsers.Source(s));
        Option<string?> output = new("--out") { HelpName = "FILE", Description = "Where to write; without it, to stdout." };
        var format = ValueParsers.Option<ExportFormat?>("--format", "F", "csv, json or m3u8 (default: what FILE ends with, else csv).", s => FormatOf(s));
        Option<bool> toTags = new("--to-tags") { Description = "Write the moods into the tags of the files themselves (MP3, FLAC, Ogg Vorbis, Opus)." };
        Option<bool> trial = new("--dry-run") { Description = "With --to-tags: only say what would be done." };
        Option<bool> yes = new("--yes") { Description = "With --to-tags: do not ask." };
        var json = CommonOptions.Json();
        var data = CommonOptions.Data();
        DocumentedCommand command = new(
            "export", "Write the catalogue, or one source of it, as a table or a playlist.",
            "mooddeck library export --out tracks.csv", "mooddeck library export --source library --format m3u8 --out mine.m3u8",
            "mooddeck library export --to-tags --dry-run")
        {
            source, output, format, toTags, trial, yes, json, data,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = DataFolderServices.Open(parsed.GetValue(data));
            var file = parsed.GetValue(output);
            if (parsed.GetValue(toTags))
            {
                if (file is not null || parsed.GetValue(format) is not null) throw CliException.Usage("--to-tags writes into the files of the catalogue; --out and --format do not go with it.");
                return await TagExport.RunAsync(services, parsed.GetValue(source), parsed.GetValue(trial), parsed.GetValue(yes), parsed.GetValue(json), cancel);
            }

            if (parsed.GetValue(trial) || parsed.GetValue(yes) || parsed.GetValue(json)) throw CliException.Usage("--dry-run, --yes and --json go with --to-tags. A table as JSON is --format json.");
            var exporter = services.GetRequiredService<ILibraryExporter>();
            var chosen = parsed.GetValue(format) ?? FormatOfFile(file);
            if (file is null)
            {
                await using var stdout = Console.OpenStandardOutput();
                await exporter.ExportAsync(stdout, chosen, parsed.GetValue(source), cancel);
                return ExitCodes.Done;
            }

            var tracks = await WholeFile.WriteAsync(file, stream => exporter.ExportAsync(stream, chosen, parsed.GetValue(source), cancel));
            Console.Out.WriteLine($"{tracks} tracks in {file}");
            return ExitCodes.Done;
        });
        return command;
    }

    private static ExportFormat FormatOf(string name) => name.ToLowerInvariant() switch
    {
        "csv" => ExportFormat.Csv,
        "json" => ExportFormat.Json,
        "m3u8" => ExportFormat.M3u8,
        _ => throw new FormatException($"no format is called '{name}'. There are: csv, json, m3u8"),
    };

    private static ExportFormat FormatOfFile(string? file) => Path.GetExtension(file)?.ToLowerInvariant() switch
    {
        ".json" => ExportFormat.Json,
        ".m3u8" or ".m3u" => ExportFormat.M3u8,
        _ => ExportFormat.Csv,
    };
}
