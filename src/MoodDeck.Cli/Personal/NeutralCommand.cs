using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Cli.Analyze;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Library.Listeners;

namespace MoodDeck.Cli.Personal;

/// <summary><c>neutral</c>: how a listener's face looks at rest.</summary>
internal static class NeutralCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        Argument<string[]> photos = new("PHOTO") { Arity = ArgumentArity.ZeroOrMore, Description = "Photos of one person whose face shows nothing: JPEG, PNG or WebP; the more, the better." };
        Option<bool> show = new("--show") { Description = "Tell what is stored." };
        Option<bool> erase = new("--erase") { Description = "Erase it." };
        var listener = ListenerOption.Of();
        var data = CommonOptions.Data("Data folder that keeps it (default: MOODDECK_DATA, else the user's data folder).");
        var json = CommonOptions.Json();
        DocumentedCommand command = new(
            "neutral", "Learn how a face looks at rest, so that it reads as neutral from then on. Numbers that describe the face are stored, the photos are not.",
            "mooddeck neutral resting-1.jpg resting-2.jpg resting-3.jpg", "mooddeck neutral --show", "mooddeck neutral --erase")
        {
            photos, show, erase, listener, data, json, ModelOptions.Model, ModelOptions.Detector,
        };
        command.Validators.Add(result =>
        {
            var asked = ((bool[])[result.GetValue(photos) is { Length: > 0 }, result.GetValue(show), result.GetValue(erase)]).Count(a => a);
            if (asked != 1) result.AddError("neutral takes either photos, or one of --show and --erase");
        });
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = DataFolderServices.Open(parsed.GetValue(data));
            var who = await ListenerOption.FindAsync(services, parsed.GetRequiredValue(listener), cancel);
            NeutralRun run = new(services.GetRequiredService<IPersonalFaceStore>(), who, parsed.GetValue(json));
            var models = ModelOptions.Of(parsed, parsed.GetValue(data));
            if (parsed.GetValue(show)) return await run.ShowAsync(models, cancel);
            if (parsed.GetValue(erase)) return await run.EraseAsync(cancel);
            return await run.LearnAsync(models, parsed.GetRequiredValue(photos), cancel);
        });
        return command;
    }
}
