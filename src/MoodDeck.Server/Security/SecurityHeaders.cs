namespace MoodDeck.Server.Security;

/// <summary>The headers every answer carries.</summary>
internal static class SecurityHeaders
{
    // The page brings everything it needs: it may load from, and talk to, this server alone ('self' is its sockets too).
    // Blobs are dropped photos and covers the page draws, which may be data as well: pictures that no request is made for.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; "
        + "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // What the page uses, and only the page itself; what it does not use is off, so that nothing in it can ask for it.
    private const string Permissions =
        "camera=(self), autoplay=(self), fullscreen=(self), screen-wake-lock=(self), microphone=(), geolocation=(), display-capture=(), "
        + "payment=(), usb=(), serial=(), hid=(), midi=()";

    /// <summary>Adds them as the answer starts, so that a cleared error answer has them too.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(static state =>
        {
            var headers = ((HttpContext)state).Response.Headers;
            // A page that MoodDeck did not make itself comes with a stricter one.
            if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Permissions-Policy"] = Permissions;
            if (headers["Cross-Origin-Opener-Policy"].Count == 0) headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            // What is heard and felt here stays out of caches unless an address says otherwise.
            if (headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
            return Task.CompletedTask;
        }, context);
        return next(context);
    });
}
