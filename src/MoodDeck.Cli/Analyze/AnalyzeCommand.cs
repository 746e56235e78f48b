using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Server.Contracts;
using MoodDeck.Vision;

namespace MoodDeck.Cli.Analyze;

/// <summary><c>analyze</c>: faces and mood in photos.</summary>
internal static class AnalyzeCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        Argument<string[]> paths = new("PATH") { Arity = ArgumentArity.OneOrMore, Description = "Photos: JPEG, PNG or WebP." };
        Option<string?> annotate = new("--annotate")
        {
            HelpName = "OUT.png",
            Description = "Write the photo with its faces framed and named; a folder for several photos.",
        };
        var data = CommonOptions.Data("Data folder whose kept emotion model reads (default: MOODDECK_DATA, else the user's data folder).");
        var json = CommonOptions.Json();
        DocumentedCommand command = new(
            "analyze", "Find the faces in photos and read their mood. A photo without a face is no error.",
            "mooddeck analyze photo.jpg", "mooddeck analyze *.jpg --json", "mooddeck analyze photo.jpg --annotate framed.png")
        {
            paths, annotate, ModelOptions.Model, ModelOptions.Detector, data, json,
        };
        command.SetAction(parsed =>
        {
            using var services = new ServiceCollection().AddMoodDeckVision(ModelOptions.Of(parsed, parsed.GetValue(data))).BuildServiceProvider();
            var files = parsed.GetRequiredValue(paths);
            var annotations = parsed.GetValue(annotate) is { } target ? Annotations.To(target, files.Length) : null;
            var answer = ActivatorUtilities.CreateInstance<PhotoReader>(services).Read(files, annotations);
            if (parsed.GetValue(json)) JsonOutput.Write(answer);
            else AnalyzeText.Write(answer);
            return Report(answer);
        });
        return command;
    }

    private static int Report(AnalyzeAnswer answer)
    {
        var bad = answer.Images.Where(i => i.Error is not null).ToList();
        foreach (var image in bad) CliApp.WriteError($"{image.Path}: {image.Error}");
        return bad.Count == 0 ? ExitCodes.Done : ExitCodes.Failed;
    }
}
