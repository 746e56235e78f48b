using MoodDeck.Library.Listeners;
using MoodDeck.Server.Description;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Listeners;

/// <summary>What of a listener can be changed.</summary>
internal sealed record ListenerChange(string? Name, bool? KeepHistory);

/// <summary>What a new listener is called.</summary>
internal sealed record NewListener(string? Name);

internal static class ListenerEndpoints
{
    /// <summary>Listeners: people picked by hand, never recognised.</summary>
    public static void MapListeners(this IEndpointRouteBuilder api)
    {
        var listeners = api.MapGroup("/listeners").WithTags("Listeners");
        listeners.MapGet("", async (IListenerStore store, CancellationToken cancellationToken) => TypedResults.Ok(await store.ListAsync(cancellationToken)))
            .WithName("Listeners").WithSummary("Every listener.");
        listeners.MapPost("", AddAsync).WithName("AddListener").WithSummary("Adds a listener; the id is made from the name and stays when that changes.").ProducesProblems(400, 409, 415);
        listeners.MapPut("/{id}", ChangeAsync).WithName("ChangeListener")
            .WithSummary("Changes a listener; what is left out stays as it is.").ProducesProblems(400, 404, 415);
        listeners.MapDelete("/{id}", RemoveAsync).WithName("RemoveListener")
            .WithSummary("Removes a listener and erases everything of theirs: plays, moods, what was learned of the face, playlists, likes and bans.").ProducesProblems(404, 409);
    }

    private static async Task<Results<Created<Listener>, ProblemHttpResult>> AddAsync(NewListener listener, IListenerStore store, CancellationToken cancellationToken)
    {
        if (PersonalName.Read(listener.Name, PersonalName.MostOfListener) is not { } name) return BadName();
        return await store.AddAsync(name, cancellationToken) is { } added
            ? TypedResults.Created($"{DeckServer.ApiRoot}/listeners/{Uri.EscapeDataString(added.Id)}", added)
            : ProblemKind.Full.With($"There are {IListenerStore.MostListeners} listeners already. Remove one first.");
    }

    private static async Task<Results<Ok<Listener>, ProblemHttpResult>> ChangeAsync(string id, ListenerChange change, IListenerStore store, CancellationToken cancellationToken)
    {
        if (change.Name is not null && PersonalName.Read(change.Name, PersonalName.MostOfListener) is null) return BadName();
        return await store.ChangeAsync(id, change.Name, change.KeepHistory, cancellationToken) is { } changed ? TypedResults.Ok(changed) : Unknown(id);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(string id, IListenerStore store, ListenerFaces faces, CancellationToken cancellationToken)
    {
        var removal = await store.RemoveAsync(id, cancellationToken);
        faces.Changed(id);
        return removal switch
        {
            ListenerRemoval.Removed => TypedResults.NoContent(),
            ListenerRemoval.Last => ProblemKind.LastListener.With($"'{id}' is the only listener; somebody must be left to listen. Rename this one instead, or add another first."),
            _ => Unknown(id),
        };
    }

    private static ProblemHttpResult BadName() => ProblemKind.BadOption.With($"'name' must have 1 to {PersonalName.MostOfListener} characters on one line.");

    internal static ProblemHttpResult Unknown(string id) => ProblemKind.UnknownListener.With($"There is no listener '{id}'. GET {DeckServer.ApiRoot}/listeners lists them.");
}
