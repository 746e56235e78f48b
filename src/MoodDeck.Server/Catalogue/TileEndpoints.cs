using MoodDeck.Library.Catalogue;
using MoodDeck.Server.Description;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Catalogue;

/// <summary>An album as it is answered.</summary>
internal sealed record AlbumAnswer(
    string Title, string? Artist, int? Year, int Tracks, int Playable, string? ArtworkUrl, IReadOnlyList<string> TrackIds);

/// <summary>An artist as it is answered.</summary>
internal sealed record ArtistAnswer(string Name, int Albums, int Tracks, int Playable, string? ArtworkUrl, IReadOnlyList<string> TrackIds);

/// <summary>A page of albums.</summary>
internal sealed record AlbumPageAnswer(int Total, IReadOnlyList<AlbumAnswer> Albums);

/// <summary>A page of artists.</summary>
internal sealed record ArtistPageAnswer(int Total, IReadOnlyList<ArtistAnswer> Artists);

internal static class TileEndpoints
{
    private const int MaxLimit = 500;

    /// <summary>Albums and artists to be browsed as pictures.</summary>
    public static void MapTiles(this IEndpointRouteBuilder api)
    {
        api.MapGet("/albums", AlbumsAsync).WithName("Albums").WithTags("The catalogue")
            .WithSummary("A page of albums, those that play here first, then by title.").ProducesProblems(400);
        api.MapGet("/artists", ArtistsAsync).WithName("Artists").WithTags("The catalogue")
            .WithSummary("A page of artists, those that play here first, then by name.").ProducesProblems(400);
    }

    private static async Task<Results<Ok<AlbumPageAnswer>, ProblemHttpResult>> AlbumsAsync(
        ITiles tiles, CancellationToken cancellationToken, string? query = null, int limit = 50, int offset = 0)
    {
        if (Refuse(limit, offset) is { } problem) return problem;
        var page = await tiles.AlbumsAsync(query, limit, offset, cancellationToken);
        return TypedResults.Ok(new AlbumPageAnswer(
            page.Total, [.. page.Items.Select(a => new AlbumAnswer(a.Title, a.Artist, a.Year, a.Tracks, a.Playable, ArtworkOf(a.ArtworkTrackId), a.TrackIds))]));
    }

    private static async Task<Results<Ok<ArtistPageAnswer>, ProblemHttpResult>> ArtistsAsync(
        ITiles tiles, CancellationToken cancellationToken, string? query = null, int limit = 50, int offset = 0)
    {
        if (Refuse(limit, offset) is { } problem) return problem;
        var page = await tiles.ArtistsAsync(query, limit, offset, cancellationToken);
        return TypedResults.Ok(new ArtistPageAnswer(
            page.Total, [.. page.Items.Select(a => new ArtistAnswer(a.Name, a.Albums, a.Tracks, a.Playable, ArtworkOf(a.ArtworkTrackId), a.TrackIds))]));
    }

    /// <summary>Where a track's cover is; null for no track.</summary>
    internal static string? ArtworkOf(string? trackId) => trackId is null ? null : $"{DeckServer.ApiRoot}/tracks/{Uri.EscapeDataString(trackId)}/artwork";

    private static ProblemHttpResult? Refuse(int limit, int offset) =>
        limit is < 1 or > MaxLimit ? ProblemKind.BadOption.With($"'limit' is {limit}; it must be from 1 to {MaxLimit}.")
        : offset < 0 ? ProblemKind.BadOption.With($"'offset' is {offset}; it must be 0 or more.")
        : null;
}
