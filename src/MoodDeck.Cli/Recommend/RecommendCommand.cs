using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MoodDeck.Cli.Analyze;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Core.Mood;
using MoodDeck.Library;
using MoodDeck.Server.Contracts;
using MoodDeck.Vision;

namespace MoodDeck.Cli.Recommend;

/// <summary><c>recommend</c>: a queue for a mood.</summary>
internal static class RecommendCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        RecommendOptions options = new();
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        DocumentedCommand command = new(
            "recommend", "Choose a queue that meets a mood: of a face in a photo, of a name, or of a point. A point goes before a name, a name before a photo.",
            "mooddeck recommend --mood calm --language es --limit 10", "mooddeck recommend --image photo.jpg --strategy lift",
            "mooddeck recommend --vad -0.4,-0.3,0 --source demo --json")
        {
            data, json, ModelOptions.Model, ModelOptions.Detector,
        };
        options.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var seen = parsed.GetValue(options.Image) is { } photo ? MoodIn(photo, ModelOptions.Of(parsed)) : null;
            await using var services = DataFolderServices.Open(parsed.GetValue(data));
            var plan = await services.GetRequiredService<QueuePlanner>().PlanAsync(options.RequestOf(parsed, seen), cancel);
            var answer = RecommendationAnswer.Of(plan, apiRoot: null);
            if (parsed.GetValue(json)) JsonOutput.Write(answer);
            else RecommendText.Write(answer);
            return ExitCodes.Done;
        });
        return command;
    }

    private static MoodEstimate MoodIn(string photo, VisionOptions models)
    {
        using var services = new ServiceCollection().AddMoodDeckVision(models).BuildServiceProvider();
        var (reading, problem) = ActivatorUtilities.CreateInstance<PhotoReader>(services).Read(photo);
        if (reading is null) throw new CliException($"{photo}: {problem}");
        return reading.Mood ?? throw new CliException($"no face was found in {photo}. Try another photo, or name the mood: --mood calm");
    }
}
