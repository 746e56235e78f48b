using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Demo;

namespace MoodDeck.Cli.Demo;

/// <summary><c>demo create DIR</c>: makes the demo library.</summary>
internal static class DemoCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => new("demo", "A small library of synthesised music, free of any licence, to try MoodDeck with.") { CreateCreate() };

    private static DocumentedCommand CreateCreate()
    {
        Argument<string> folder = new("DIR") { Description = "Where to write it; made when it is not there." };
        var json = CommonOptions.Json();
        DocumentedCommand command = new(
            "create", "Synthesise the demo library, the same on every machine. What is there already is kept.",
            "mooddeck demo create ~/Music/demo", "mooddeck library scan ~/Music/demo")
        {
            folder, json,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            using var services = new ServiceCollection().AddMoodDeckDemo().BuildServiceProvider();
            var library = services.GetRequiredService<DemoLibrary>();
            var path = Path.GetFullPath(parsed.GetRequiredValue(folder));
            var files = await LongWork.RunAsync("making the demo library", progress => library.CreateAsync(
                path, new Relay<DemoProgress>(p => progress.Report(new(p.Done, p.Total, p.Title ?? ""))), cancel));
            if (parsed.GetValue(json)) JsonOutput.Write(new { folder = path, files = files.Select(f => f.Path) });
            else Console.Out.WriteLine($"{files.Count} pieces in {path}. Take them into the catalogue with: ./mooddeck library scan {path}");
            return ExitCodes.Done;
        });
        return command;
    }
}
