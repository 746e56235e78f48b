using MoodDeck.Library.Listeners;
using MoodDeck.Server.Description;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Listeners;

/// <summary>What of a listener can be changed.</summary>
internal sealed record ListenerChange(string? Name, bool? KeepHistory);

internal static class ListenerEndpoints
{
    private const int MaxNameLength = 100;

    /// <summary>Listeners: people picked by hand, never recognised.</summary>
    public static void MapListeners(this IEndpointRouteBuilder api)
    {
        api.MapGet("/listeners", async (IListenerStore store, CancellationToken cancellationToken) => TypedResults.Ok(await store.ListAsync(cancellationToken)))
            .WithName("Listeners").WithTags("Listeners").WithSummary("Every listener.");
        api.MapPut("/listeners/{id}", ChangeAsync).WithName("ChangeListener").WithTags("Listeners")
            .WithSummary("Changes a listener; what is left out stays as it is.").ProducesProblems(400, 404, 415);
    }

    private static async Task<Results<Ok<Listener>, ProblemHttpResult>> ChangeAsync(string id, ListenerChange change, IListenerStore store, CancellationToken cancellationToken)
    {
        if (change.Name is { } name && (string.IsNullOrWhiteSpace(name) || name.Length > MaxNameLength))
            return ProblemKind.BadOption.With($"'name' must have 1 to {MaxNameLength} characters.");
        return await store.ChangeAsync(id, change.Name, change.KeepHistory, cancellationToken) is { } changed ? TypedResults.Ok(changed) : Unknown(id);
    }

    internal static ProblemHttpResult Unknown(string id) => ProblemKind.UnknownListener.With($"There is no listener '{id}'. GET {DeckServer.ApiRoot}/listeners lists them.");
}
