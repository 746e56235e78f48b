using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Groups;
using MoodDeck.Recommend.Groups;
using MoodDeck.Server.Contracts;
using MoodDeck.Server.Description;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Catalogue;

internal static class LibraryMoodEndpoints
{
    /// <summary>The library's own moods.</summary>
    public static void MapLibraryMoods(this IEndpointRouteBuilder api) =>
        api.MapGet("/library/moods", FindAsync).WithName("LibraryMoods").WithTags("The catalogue")
            .WithSummary("The library's own mood groups, found by how its tracks lie together; each is a station that radio can start from.").ProducesProblems(400);

    private static async Task<Results<Ok<MoodGroupsAnswer>, ProblemHttpResult>> FindAsync(
        ILibraryMoods moods, ICatalogue catalogue, CancellationToken cancellationToken, int? groups = null)
    {
        if (groups is < MoodGrouping.Fewest or > MoodGrouping.Most)
            return ProblemKind.BadOption.With($"'groups' is {groups}; it must be from {MoodGrouping.Fewest} to {MoodGrouping.Most}, or left out for as many as suit the library.");
        return TypedResults.Ok(await MoodGroupsAnswer.OfAsync(await moods.FindAsync(groups, cancellationToken), catalogue, cancellationToken));
    }
}
