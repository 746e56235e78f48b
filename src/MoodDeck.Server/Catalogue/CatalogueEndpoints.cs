using MoodDeck.Library.Catalogue;
using MoodDeck.Server.Contracts;
using MoodDeck.Server.Description;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Catalogue;

/// <summary>One page of tracks as it is answered.</summary>
internal sealed record TrackPageAnswer(int Total, IReadOnlyList<TrackAnswer> Tracks);

internal static class CatalogueEndpoints
{
    /// <summary>What MoodDeck knows of, and what it can be filtered by.</summary>
    public static void MapCatalogue(this IEndpointRouteBuilder api)
    {
        api.MapGet("/tracks", SearchAsync).WithName("Tracks").WithTags("The catalogue")
            .WithSummary("A page of tracks, by artist and title.").ProducesProblems(400);
        api.MapGet("/tracks/{id}", FindAsync).WithName("Track").WithTags("The catalogue")
            .WithSummary("One track.").ProducesProblems(404);
        api.MapGet("/facets", async (ICatalogue catalogue, CancellationToken cancellationToken) => TypedResults.Ok(await catalogue.FacetsAsync(cancellationToken)))
            .WithName("Facets").WithTags("The catalogue").WithSummary("What tracks can be filtered by, most tracks first.");
    }

    private static async Task<Results<Ok<TrackPageAnswer>, ProblemHttpResult>> SearchAsync([AsParameters] TrackSearch search, ICatalogue catalogue, CancellationToken cancellationToken)
    {
        if (search.Read(out var query) is { } problem) return problem;
        var page = await catalogue.SearchAsync(query, cancellationToken);
        return TypedResults.Ok(new TrackPageAnswer(page.Total, [.. page.Tracks.Select(t => TrackAnswer.Of(t, DeckServer.ApiRoot))]));
    }

    private static async Task<Results<Ok<TrackAnswer>, ProblemHttpResult>> FindAsync(string id, ICatalogue catalogue, CancellationToken cancellationToken) =>
        await catalogue.FindAsync(id, cancellationToken) is { } track
            ? TypedResults.Ok(TrackAnswer.Of(track, DeckServer.ApiRoot))
            : ProblemKind.UnknownTrack.With($"The catalogue has no track '{id}'.");
}
