using Microsoft.Extensions.Hosting;
using MoodDeck.Server.Analyze;
using MoodDeck.Server.Problems;
using MoodDeck.Vision;

namespace MoodDeck.Server.Live;

internal static class LiveEndpoints
{
    /// <summary>The live socket: camera frames in, readings out.</summary>
    public static void MapLive(this IEndpointRouteBuilder api) =>
        api.MapGet("/live", RunAsync).WithName("Live").WithTags("Reading a mood")
            .WithSummary("A WebSocket: binary camera frames in, JSON readings out; the newest frame wins.")
            .Produces(StatusCodes.Status101SwitchingProtocols)
            .ProducesProblem(StatusCodes.Status426UpgradeRequired).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> RunAsync(
        HttpContext context, LiveSession session, LiveSeats seats, VisionModels models, LiveOptions options, IHostApplicationLifetime lifetime)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.Headers.Upgrade = "websocket";
            return ProblemKind.UpgradeRequired.With("Open this address as a WebSocket and send camera frames as binary messages.");
        }

        if (models.WhyNotReady() is { } reason) return ProblemKind.ModelMissing.With(reason);
        using var seat = seats.TryTake();
        if (seat is null)
        {
            context.Response.Headers.RetryAfter = "5";
            return ProblemKind.Busy.With($"{options.MaxSockets} live sockets are open already. Close a page of MoodDeck and try again.");
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await session.RunAsync(socket, context.RequestAborted, lifetime.ApplicationStopping);
        return TypedResults.Empty;
    }
}
