using MoodDeck.Library.Export;
using MoodDeck.Library.Listeners;
using MoodDeck.Library.Playlists;
using MoodDeck.Server.Description;
using MoodDeck.Server.Listeners;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Playlists;

internal static class PlaylistEndpoints
{
    private static readonly ExportFormat[] s_formats = [ExportFormat.M3u8, ExportFormat.Csv, ExportFormat.Json];

    /// <summary>Listeners' playlists. Each has a version, which is its ETag, so that no change undoes another unseen.</summary>
    public static void MapPlaylists(this IEndpointRouteBuilder api)
    {
        var playlists = api.MapGroup("/listeners/{id}/playlists").WithTags("Playlists");
        playlists.MapGet("", ListAsync).WithName("Playlists").WithSummary("The listener's playlists, the last changed first.").ProducesProblems(404);
        playlists.MapPost("", CreateAsync).WithName("CreatePlaylist").WithSummary("Makes a playlist.").ProducesProblems(400, 404, 409, 415);
        playlists.MapGet("/{playlistId:long}", FindAsync).WithName("Playlist").WithSummary("One playlist with its tracks; a track that left the catalogue is a gap with its name.").ProducesProblems(404);
        playlists.MapPut("/{playlistId:long}", ChangeAsync).WithName("ChangePlaylist")
            .WithSummary("Gives a playlist another name or all its tracks anew; what is left out stays. Needs the version it is meant for, in the body or as If-Match.")
            .ProducesProblems(400, 404, 412, 415, 428);
        playlists.MapDelete("/{playlistId:long}", RemoveAsync).WithName("RemovePlaylist").WithSummary("Erases a playlist.").ProducesProblems(404);
        playlists.MapGet("/{playlistId:long}/export", ExportAsync).WithName("ExportPlaylist").WithSummary("A playlist as m3u8, csv or json.").ProducesProblems(400, 404);
    }

    private static async Task<Results<Ok<IEnumerable<PlaylistSummaryAnswer>>, ProblemHttpResult>> ListAsync(string id, IPlaylistStore store, CancellationToken cancellationToken) =>
        await store.ListAsync(id, cancellationToken) is { } lists ? TypedResults.Ok(lists.Select(PlaylistSummaryAnswer.Of)) : ListenerEndpoints.Unknown(id);

    private static async Task<Results<Ok<PlaylistAnswer>, ProblemHttpResult>> FindAsync(
        string id, long playlistId, IListenerStore listeners, IPlaylistStore store, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await listeners.FindAsync(id, cancellationToken) is null) return ListenerEndpoints.Unknown(id);
        return await store.FindAsync(id, playlistId, cancellationToken) is { } found ? TypedResults.Ok(Tagged(found, response)) : PlaylistRequests.Unknown(playlistId);
    }

    private static async Task<Results<Created<PlaylistAnswer>, ProblemHttpResult>> CreateAsync(
        string id, PlaylistBody body, IPlaylistStore store, HttpResponse response, CancellationToken cancellationToken)
    {
        if (Refuse(body, nameNeeded: true) is { } problem) return problem;
        var change = await store.CreateAsync(id, body.Name!, body.TrackIds ?? [], cancellationToken);
        if (change.Playlist is not { } made || change.Refusal != PlaylistRefusal.None) return Refused(id, 0, change);
        return TypedResults.Created($"{DeckServer.ApiRoot}/listeners/{Uri.EscapeDataString(id)}/playlists/{made.Id}", Tagged(made, response));
    }

    private static async Task<Results<Ok<PlaylistAnswer>, ProblemHttpResult>> ChangeAsync(
        string id, long playlistId, PlaylistBody body, IPlaylistStore store, HttpRequest request, CancellationToken cancellationToken)
    {
        if (Refuse(body, nameNeeded: false) is { } problem) return problem;
        if (PlaylistRequests.VersionOf(body.Version, request) is not { } version) return PlaylistRequests.VersionMissing;
        var change = await store.ChangeAsync(id, playlistId, version, body.Name, body.TrackIds, cancellationToken);
        return change is { Refusal: PlaylistRefusal.None, Playlist: { } changed } ? TypedResults.Ok(Tagged(changed, request.HttpContext.Response)) : Refused(id, playlistId, change);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        string id, long playlistId, IListenerStore listeners, IPlaylistStore store, CancellationToken cancellationToken)
    {
        if (await listeners.FindAsync(id, cancellationToken) is null) return ListenerEndpoints.Unknown(id);
        return await store.RemoveAsync(id, playlistId, cancellationToken) ? TypedResults.NoContent() : PlaylistRequests.Unknown(playlistId);
    }

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> ExportAsync(
        string id, long playlistId, IListenerStore listeners, IPlaylistStore store, HttpContext context, CancellationToken cancellationToken, string format = "m3u8")
    {
        if (ExportFormats.Read(format, s_formats) is not { } chosen) return ExportFormats.Unknown(format, s_formats);
        if (await listeners.FindAsync(id, cancellationToken) is null) return ListenerEndpoints.Unknown(id);
        if (await store.FindAsync(id, playlistId, cancellationToken) is not { } list) return PlaylistRequests.Unknown(playlistId);
        return ExportFormats.File(context, chosen, PlaylistRequests.FileNameOf(list.Name), stream => PlaylistExporter.ExportAsync(stream, list, chosen, cancellationToken));
    }

    private static ProblemHttpResult? Refuse(PlaylistBody body, bool nameNeeded) =>
        PlaylistRequests.RefuseName(body.Name, nameNeeded) is { } badName ? badName
        : body.TrackIds?.Length > IPlaylistStore.MostTracks ? ProblemKind.BadOption.With($"'trackIds' has more than {IPlaylistStore.MostTracks} values.")
        : body.TrackIds?.Contains(null) == true ? ProblemKind.BadOption.With("'trackIds' holds null where a text should be.")
        : null;

    private static ProblemHttpResult Refused(string id, long playlistId, PlaylistChange change) =>
        PlaylistRequests.Refused(id, playlistId, change.Refusal, change.UnknownTrackId, change.Playlist is { } list ? (list.Name, list.Version) : null);

    private static PlaylistAnswer Tagged(Playlist list, HttpResponse response)
    {
        PlaylistRequests.Tag(response, list.Version);
        return PlaylistAnswer.Of(list);
    }
}
