using MoodDeck.Server.Pairing.Devices;
using MoodDeck.Server.Pairing.Network;
using MoodDeck.Server.Pairing.Page;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Pairing;

/// <summary>Lets requests of paired devices in, and of all others only what pairs them. This machine itself needs no pairing.</summary>
internal sealed class LanGate(RequestDelegate next, DeviceStore devices, OpenRequests open, PairPage page)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (Door.IsOwn(context) || IsExchange(context.Request))
        {
            await next(context);
            return;
        }

        if (IsReading(context.Request) && context.Request.Path == PairPaths.Page)
        {
            await page.WriteAsync(context, StatusCodes.Status200OK);
            return;
        }

        var key = context.Request.Cookies[DeviceKey.Cookie];
        if (devices.Find(key) is not { } device)
        {
            await RefuseAsync(context);
            return;
        }

        using var request = open.Enter(device, context);
        // Whoever was removed before the request was noted is seen here, whoever is removed after it is broken off.
        if (devices.Find(key) is null)
        {
            await RefuseAsync(context);
            return;
        }

        devices.Saw(device);
        context.Features.Set(device);
        if (IsView(context.Request)) DeviceKey.Hand(context, key!);
        await next(context);
    }

    private Task RefuseAsync(HttpContext context)
    {
        if (IsView(context.Request)) return page.WriteAsync(context, StatusCodes.Status401Unauthorized);
        context.Response.Headers.WWWAuthenticate = "Pairing realm=\"MoodDeck\"";
        return ProblemKind.NotPaired.With("MoodDeck answers only devices that were paired with it. Scan the code that it shows in its settings or its terminal.").ExecuteAsync(context);
    }

    private static bool IsExchange(HttpRequest request) => HttpMethods.IsPost(request.Method) && request.Path == PairPaths.Exchange;

    private static bool IsReading(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    // A page somebody opened, and no part of one.
    private static bool IsView(HttpRequest request) =>
        IsReading(request) && !request.HttpContext.WebSockets.IsWebSocketRequest && !Path.HasExtension(request.Path)
        && !request.Path.StartsWithSegments("/api") && !request.Path.StartsWithSegments("/healthz");
}
