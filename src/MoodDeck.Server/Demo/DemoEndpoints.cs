namespace MoodDeck.Server.Demo;

internal static class DemoEndpoints
{
    /// <summary>The demo library: whether it is there, and making it.</summary>
    public static void MapDemo(this IEndpointRouteBuilder api)
    {
        api.MapGet("/demo", async (DemoJob job, CancellationToken cancellationToken) => TypedResults.Ok(await job.StateAsync(cancellationToken)))
            .WithName("Demo").WithTags("The demo library").WithSummary("How far the demo library is.");
        api.MapPost("/demo", MakeAsync).WithName("MakeDemo").WithTags("The demo library")
            .WithSummary("Starts making the demo library; 200 when it is there already.");
    }

    private static async Task<Results<Ok<DemoAnswer>, Accepted<DemoAnswer>>> MakeAsync(DemoJob job, CancellationToken cancellationToken)
    {
        var state = await job.StartAsync(cancellationToken);
        return state.State == DemoAnswer.Ready ? TypedResults.Ok(state) : TypedResults.Accepted(DeckServer.ApiRoot + "/demo", state);
    }
}
