using MoodDeck.Core.Mood;

namespace MoodDeck.Server.Moods;

/// <summary>A mood people name, as JSON gives it.</summary>
internal sealed record NamedMoodJson(string Name, double Valence, double Arousal, double Dominance, bool OnRim);

internal static class MoodEndpoints
{
    /// <summary>The moods people can name, the dial's rim first.</summary>
    public static void MapMoods(this IEndpointRouteBuilder api) =>
        api.MapGet("/moods", () => TypedResults.Ok(All)).WithName("Moods").WithTags("Reading a mood")
            .WithSummary("The moods people can name: the twelve words of the dial's rim first, counter-clockwise from the right.");

    private static readonly NamedMoodJson[] All =
        [.. NamedMoods.All.Select(m => new NamedMoodJson(m.Name, m.Centre.Valence, m.Centre.Arousal, m.Centre.Dominance, m.OnRim))];
}
