using MoodDeck.Library.Export;
using MoodDeck.Library.Listeners;
using MoodDeck.Library.Playlists;
using MoodDeck.Library.Playlists.Smart;
using MoodDeck.Server.Description;
using MoodDeck.Server.Listeners;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Playlists;

internal static class SmartEndpoints
{
    private const int Previewed = 20, MaxLimit = 1000;
    private static readonly ExportFormat[] s_formats = [ExportFormat.M3u8, ExportFormat.Csv, ExportFormat.Json];

    /// <summary>Smart playlists: rules that are looked up when somebody opens them. Versions as plain playlists have them.</summary>
    public static void MapSmartPlaylists(this IEndpointRouteBuilder api)
    {
        var lists = api.MapGroup("/listeners/{id}/smart-playlists").WithTags("Playlists");
        lists.MapGet("", ListAsync).WithName("SmartPlaylists").WithSummary("The listener's smart playlists, the last changed first.").ProducesProblems(404);
        lists.MapPost("", CreateAsync).WithName("CreateSmartPlaylist").WithSummary("Makes a smart playlist.").ProducesProblems(400, 404, 409, 415);
        lists.MapPost("/preview", PreviewAsync).WithName("PreviewSmartPlaylist").WithSummary("What rules would hold now: how many, and the first 20.").ProducesProblems(400, 404, 415);
        lists.MapGet("/{playlistId:long}", FindAsync).WithName("SmartPlaylist").WithSummary("One smart playlist with its rules.").ProducesProblems(404);
        lists.MapPut("/{playlistId:long}", ChangeAsync).WithName("ChangeSmartPlaylist")
            .WithSummary("Gives a smart playlist another name or all its rules anew; what is left out stays. Needs the version it is meant for, in the body or as If-Match.")
            .ProducesProblems(400, 404, 412, 415, 428);
        lists.MapDelete("/{playlistId:long}", RemoveAsync).WithName("RemoveSmartPlaylist").WithSummary("Erases a smart playlist.").ProducesProblems(404);
        lists.MapGet("/{playlistId:long}/tracks", TracksAsync).WithName("SmartPlaylistTracks").WithSummary("A page of what a smart playlist holds now.").ProducesProblems(400, 404);
        lists.MapGet("/{playlistId:long}/export", ExportAsync).WithName("ExportSmartPlaylist").WithSummary("What a smart playlist holds now as m3u8, csv or json.").ProducesProblems(400, 404);
        lists.MapPost("/{playlistId:long}/playlist", CopyAsync).WithName("CopySmartPlaylist").WithSummary("Makes a plain playlist of what a smart one holds now.").ProducesProblems(400, 404, 409, 415);
    }

    private static async Task<Results<Ok<IEnumerable<SmartPlaylistAnswer>>, ProblemHttpResult>> ListAsync(string id, ISmartPlaylists store, CancellationToken cancellationToken) =>
        await store.ListAsync(id, cancellationToken) is { } lists ? TypedResults.Ok(lists.Select(SmartPlaylistAnswer.Of)) : ListenerEndpoints.Unknown(id);

    private static async Task<Results<Ok<SmartPlaylistAnswer>, ProblemHttpResult>> FindAsync(
        string id, long playlistId, IListenerStore listeners, ISmartPlaylists store, HttpResponse response, CancellationToken cancellationToken)
    {
        var (list, problem) = await OpenAsync(id, playlistId, listeners, store, cancellationToken);
        return list is null ? problem! : TypedResults.Ok(Tagged(list, response));
    }

    private static async Task<Results<Created<SmartPlaylistAnswer>, ProblemHttpResult>> CreateAsync(
        string id, SmartPlaylistBody body, ISmartPlaylists store, HttpResponse response, CancellationToken cancellationToken)
    {
        if ((PlaylistRequests.RefuseName(body.Name, needed: true) ?? RefuseRules(body.Rules)) is { } problem) return problem;
        var change = await store.CreateAsync(id, body.Name!, body.Rules ?? new(), cancellationToken);
        if (change is not { Refusal: PlaylistRefusal.None, Playlist: { } made }) return Refused(id, 0, change);
        return TypedResults.Created($"{DeckServer.ApiRoot}/listeners/{Uri.EscapeDataString(id)}/smart-playlists/{made.Id}", Tagged(made, response));
    }

    private static async Task<Results<Ok<SmartPlaylistAnswer>, ProblemHttpResult>> ChangeAsync(
        string id, long playlistId, SmartPlaylistBody body, ISmartPlaylists store, HttpRequest request, CancellationToken cancellationToken)
    {
        if ((PlaylistRequests.RefuseName(body.Name, needed: false) ?? RefuseRules(body.Rules)) is { } problem) return problem;
        if (PlaylistRequests.VersionOf(body.Version, request) is not { } version) return PlaylistRequests.VersionMissing;
        var change = await store.ChangeAsync(id, playlistId, version, body.Name, body.Rules, cancellationToken);
        return change is { Refusal: PlaylistRefusal.None, Playlist: { } changed } ? TypedResults.Ok(Tagged(changed, request.HttpContext.Response)) : Refused(id, playlistId, change);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        string id, long playlistId, IListenerStore listeners, ISmartPlaylists store, CancellationToken cancellationToken)
    {
        if (await listeners.FindAsync(id, cancellationToken) is null) return ListenerEndpoints.Unknown(id);
        return await store.RemoveAsync(id, playlistId, cancellationToken) ? TypedResults.NoContent() : PlaylistRequests.Unknown(playlistId);
    }

    private static async Task<Results<Ok<SmartTracksAnswer>, ProblemHttpResult>> PreviewAsync(
        string id, SmartPreviewBody body, IListenerStore listeners, ISmartPlaylists store, CancellationToken cancellationToken)
    {
        if (RefuseRules(body.Rules) is { } problem) return problem;
        if (await listeners.FindAsync(id, cancellationToken) is null) return ListenerEndpoints.Unknown(id);
        return TypedResults.Ok(SmartTracksAnswer.Of(await store.EvaluateAsync(id, body.Rules ?? new(), 0, Previewed, cancellationToken)));
    }

    private static async Task<Results<Ok<SmartTracksAnswer>, ProblemHttpResult>> TracksAsync(
        string id, long playlistId, IListenerStore listeners, ISmartPlaylists store, CancellationToken cancellationToken, int limit = MaxLimit, int offset = 0)
    {
        if (limit is < 1 or > MaxLimit) return ProblemKind.BadOption.With($"'limit' is {limit}; it must be from 1 to {MaxLimit}.");
        if (offset < 0) return ProblemKind.BadOption.With($"'offset' is {offset}; it must be 0 or more.");
        var (list, problem) = await OpenAsync(id, playlistId, listeners, store, cancellationToken);
        return list is null ? problem! : TypedResults.Ok(SmartTracksAnswer.Of(await store.EvaluateAsync(id, list.Rules, offset, limit, cancellationToken)));
    }

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> ExportAsync(
        string id, long playlistId, IListenerStore listeners, ISmartPlaylists store, HttpContext context, CancellationToken cancellationToken, string format = "m3u8")
    {
        if (ExportFormats.Read(format, s_formats) is not { } chosen) return ExportFormats.Unknown(format, s_formats);
        var (list, problem) = await OpenAsync(id, playlistId, listeners, store, cancellationToken);
        if (list is null) return problem!;
        var held = await store.EvaluateAsync(id, list.Rules, cancellationToken: cancellationToken);
        return ExportFormats.File(context, chosen, PlaylistRequests.FileNameOf(list.Name), stream => PlaylistExporter.ExportAsync(stream, list.With(held), chosen, cancellationToken));
    }

    private static async Task<Results<Created<PlaylistAnswer>, ProblemHttpResult>> CopyAsync(
        string id, long playlistId, SmartCopyBody? body, IListenerStore listeners, ISmartPlaylists store, IPlaylistStore playlists, CancellationToken cancellationToken)
    {
        if (PlaylistRequests.RefuseName(body?.Name, needed: false) is { } badName) return badName;
        var (list, problem) = await OpenAsync(id, playlistId, listeners, store, cancellationToken);
        if (list is null) return problem!;
        var held = await store.EvaluateAsync(id, list.Rules, cancellationToken: cancellationToken);
        var change = await playlists.CreateAsync(id, body?.Name ?? list.Name, [.. held.Tracks.Select(t => t.Id)], cancellationToken);
        if (change is not { Refusal: PlaylistRefusal.None, Playlist: { } made }) return PlaylistRequests.Refused(id, 0, change.Refusal, change.UnknownTrackId, null);
        return TypedResults.Created($"{DeckServer.ApiRoot}/listeners/{Uri.EscapeDataString(id)}/playlists/{made.Id}", PlaylistAnswer.Of(made));
    }

    private static async Task<(SmartPlaylist? List, ProblemHttpResult? Problem)> OpenAsync(
        string id, long playlistId, IListenerStore listeners, ISmartPlaylists store, CancellationToken cancellationToken) =>
        await store.FindAsync(id, playlistId, cancellationToken) is { } list ? (list, null)
        : (null, await listeners.FindAsync(id, cancellationToken) is null ? ListenerEndpoints.Unknown(id) : PlaylistRequests.Unknown(playlistId));

    private static ProblemHttpResult? RefuseRules(SmartRules? rules) =>
        rules is not null && SmartRulesCheck.Problem(rules) is { } problem ? ProblemKind.BadOption.With(problem) : null;

    private static ProblemHttpResult Refused(string id, long playlistId, SmartPlaylistChange change) =>
        PlaylistRequests.Refused(id, playlistId, change.Refusal, null, change.Playlist is { } list ? (list.Name, list.Version) : null);

    private static SmartPlaylistAnswer Tagged(SmartPlaylist list, HttpResponse response)
    {
        PlaylistRequests.Tag(response, list.Version);
        return SmartPlaylistAnswer.Of(list);
    }
}
