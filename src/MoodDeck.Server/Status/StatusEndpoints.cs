using System.Reflection;
using MoodDeck.Library.Catalogue;
using MoodDeck.Server.Demo;
using MoodDeck.Vision;

namespace MoodDeck.Server.Status;

/// <summary>What this machine has.</summary>
internal sealed record StatusAnswer(string Version, TrackCounts Tracks, ModelNames Models, string Demo);

/// <summary>How many tracks there are.</summary>
internal sealed record TrackCounts(int Total, int Playable);

/// <summary>Names of the models; null where one is missing or unusable.</summary>
internal sealed record ModelNames(string? Emotion, string? Faces);

internal static class StatusEndpoints
{
    /// <summary>The version of this program.</summary>
    internal static readonly string Version =
        typeof(DeckServer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>What is there and what is missing.</summary>
    public static void MapStatus(this IEndpointRouteBuilder api) =>
        api.MapGet("/status", StatusAsync).WithName("Status").WithTags("The machine").WithSummary("What is there and what is missing.");

    private static async Task<Ok<StatusAnswer>> StatusAsync(ICatalogue catalogue, VisionModels models, DemoJob demo, CancellationToken cancellationToken)
    {
        var stats = await catalogue.StatsAsync(cancellationToken);
        var state = await demo.StateAsync(cancellationToken);
        return TypedResults.Ok(new StatusAnswer(
            Version, new(stats.Tracks, stats.Playable), new(models.TryNameEmotions(out _), models.TryNameFaces(out _)), state.State));
    }
}
