using MoodDeck.Library.Catalogue;
using MoodDeck.Recommend.Stations;
using MoodDeck.Server.Description;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Stations;

/// <summary>How many tracks lie in each field of the plane.</summary>
/// <param name="Size">Fields along either axis.</param>
/// <param name="Counts">Row by row from arousal -1, each row from valence -1.</param>
internal sealed record StationGridAnswer(int Size, IReadOnlyList<int> Counts);

/// <summary>Where the tracks of known mood lie.</summary>
/// <param name="Total">How many there are.</param>
/// <param name="Playable">How many of them play here.</param>
/// <param name="Points">Valence and arousal of each in turn, in hundredths, those that play here first; null where there are too many.</param>
/// <param name="Grid">Then, how many lie where; else null.</param>
internal sealed record StationsAnswer(int Total, int Playable, IReadOnlyList<int>? Points, StationGridAnswer? Grid);

/// <summary>A track near a point of the plane.</summary>
internal sealed record StationAnswer(string Id, string Title, string? Artist, double Valence, double Arousal, bool Playable);

/// <summary>The tracks near a point of the plane, nearest first.</summary>
internal sealed record NearStationsAnswer(IReadOnlyList<StationAnswer> Stations);

internal static class StationEndpoints
{
    private const int MaxLimit = 100;

    /// <summary>The tracks as stations on the dial.</summary>
    public static void MapStations(this IEndpointRouteBuilder api)
    {
        api.MapGet("/stations", AllAsync).WithName("Stations").WithTags("The catalogue").Produces<StationsAnswer>()
            .WithSummary("Where on the plane of valence and arousal the tracks of known mood lie, with ETag.");
        api.MapGet("/stations/near", NearAsync).WithName("StationsNear").WithTags("The catalogue")
            .WithSummary("The tracks nearest to a point of the plane, by name.").ProducesProblems(400);
    }

    private static async Task<FileContentHttpResult> AllAsync(StationShelf shelf, HttpResponse response, CancellationToken cancellationToken)
    {
        var (document, tag) = await shelf.GetAsync(cancellationToken);
        response.Headers.CacheControl = "private, no-cache";
        return TypedResults.File(document, "application/json; charset=utf-8", entityTag: tag);
    }

    private static async Task<Results<Ok<NearStationsAnswer>, ProblemHttpResult>> NearAsync(
        ICatalogue catalogue, CancellationToken cancellationToken, double? valence = null, double? arousal = null, int limit = 12)
    {
        if (!IsOnTheAxis(valence) || !IsOnTheAxis(arousal))
            return ProblemKind.BadVad.With("'valence' and 'arousal' are both needed, two numbers from -1 to 1, as in ?valence=0.3&arousal=-0.2.");
        if (limit is < 1 or > MaxLimit) return ProblemKind.BadOption.With($"'limit' is {limit}; it must be from 1 to {MaxLimit}.");
        var index = await catalogue.IndexAsync(cancellationToken);
        var rows = StationMap.Nearest(index, valence.GetValueOrDefault(), arousal.GetValueOrDefault(), limit);
        var tracks = await catalogue.FindAsync([.. rows.Select(index.IdOf)], cancellationToken);
        return TypedResults.Ok(new NearStationsAnswer([.. tracks.Select(t => new StationAnswer(
            t.Id, t.Title, t.Artist, Rounded(t.Mood.Mean.Valence), Rounded(t.Mood.Mean.Arousal), t.IsPlayable))]));
    }

    private static bool IsOnTheAxis(double? x) => x is >= -1 and <= 1;

    private static double Rounded(double x) => Math.Round(x, 2) + 0.0; // + 0.0 turns -0 into 0
}
