using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Cli.Analyze;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Cli.Personal;
using MoodDeck.Library;
using MoodDeck.Server.Contracts;
using MoodDeck.Vision;
using MoodDeck.Vision.Reading;

namespace MoodDeck.Cli.Recommend;

/// <summary><c>recommend</c>: a queue for a mood.</summary>
internal static class RecommendCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        RecommendOptions options = new();
        RadioOptions radio = new();
        Option<string?> listener = new("--listener") { HelpName = "ID", Description = "For whom: chosen by what was learnt of this listener, without what they banned." };
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        DocumentedCommand command = new(
            "recommend", "Choose a queue that meets a mood: of a face in a photo, of a name, or of a point. A point goes before a name, a name before a photo.",
            "mooddeck recommend --mood calm --language es --limit 10", "mooddeck recommend --image photo.jpg --strategy lift",
            "mooddeck recommend --vad -0.4,-0.3,0 --source demo --json", "mooddeck recommend --radio-artist \"Mina\"")
        {
            listener, data, json, ModelOptions.Model, ModelOptions.Detector,
        };
        options.AddTo(command);
        radio.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var photo = parsed.GetValue(options.Image) is { } path ? Read(path, ModelOptions.Of(parsed, parsed.GetValue(data))) : null;
            await using var services = DataFolderServices.Open(parsed.GetValue(data));
            var planner = services.GetRequiredService<QueuePlanner>();
            var who = parsed.GetValue(listener) is { } id ? await ListenerOption.FindAsync(services, id, cancel) : null;
            var request = await radio.TuneAsync(parsed, services, options.RequestOf(parsed, photo?.Mood), who?.Id, cancel);
            var plan = who is null
                ? await planner.PlanAsync(request, cancel)
                : await planner.PlanForAsync(who.Id, request, cancel) ?? throw new CliException($"the listener '{who.Id}' was removed meanwhile. Choose another.");
            var answer = RecommendationAnswer.Of(plan, apiRoot: null);
            if (photo is { Mood: null }) answer = answer.NotingNoFace(named: request.Target is not null);
            if (parsed.GetValue(json)) JsonOutput.Write(answer);
            else RecommendText.Write(answer);
            return ExitCodes.Done;
        });
        return command;
    }

    private static PhotoReading Read(string photo, VisionOptions models)
    {
        using var services = new ServiceCollection().AddMoodDeckVision(models).BuildServiceProvider();
        var (reading, problem) = ActivatorUtilities.CreateInstance<PhotoReader>(services).Read(photo);
        return reading ?? throw new CliException($"{photo}: {problem}");
    }
}
