using MoodDeck.Server.Pairing.Network;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Security;

/// <summary>
/// Keeps other sites out of a server that trusts its machine: a foreign <c>Host</c> is a rebound DNS name, a foreign
/// <c>Origin</c> is a page of somebody else's. Programs that are no browser send no <c>Origin</c> and are served.
/// </summary>
internal sealed class RequestGuard(RequestDelegate next, LanHosts hosts)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!hosts.IsOwn(context))
            return ProblemKind.ForeignHost.With($"'{request.Host.Host}' is not this machine. {Hint(context)}").ExecuteAsync(context);
        if (Changes(context) && !IsOwnOrigin(request))
            return ProblemKind.ForeignOrigin.With($"A page of '{request.Headers.Origin}' may not use MoodDeck. Use MoodDeck's own page.").ExecuteAsync(context);
        return next(context);
    }

    private static string Hint(HttpContext context) => Door.IsOwn(context)
        ? "Open MoodDeck as http://127.0.0.1 or http://localhost with its port."
        : "Open MoodDeck by the address that its invitations name.";

    // The socket is opened by a GET but hands out what the camera shows, so it counts as a change.
    private static bool Changes(HttpContext context) =>
        context.WebSockets.IsWebSocketRequest
        || !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || HttpMethods.IsOptions(context.Request.Method));

    private static bool IsOwnOrigin(HttpRequest request) =>
        request.Headers.Origin is var origin
        && (origin.Count == 0 || (origin.Count == 1 && string.Equals(origin[0], $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)));
}
