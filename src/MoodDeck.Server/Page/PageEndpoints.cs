using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace MoodDeck.Server.Page;

/// <summary>The Deck: the built page, or a plain one that says how to build it.</summary>
internal static class PageEndpoints
{
    private const string Unbuilt =
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>MoodDeck</title><h1>MoodDeck</h1>"
        + "<p>The server runs, but its page has not been built. Build it with <code>npm --prefix web ci</code> and "
        + "<code>npm --prefix web run build</code>, then build the server again; <code>./mooddeck</code> does all of it.</p></html>";

    /// <summary>Serves the files of the page. File names in <c>assets</c> carry a hash of their content, so they never change.</summary>
    public static void UsePage(this WebApplication app, string folder)
    {
        if (!Directory.Exists(folder)) return;
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(Path.GetFullPath(folder)),
            OnPrepareResponse = file => CacheAsNamed(file.Context),
        });
    }

    /// <summary>Any other address that looks like a page is the Deck's own; it finds its way by itself.</summary>
    public static void MapPage(this WebApplication app, string folder)
    {
        var index = Path.Combine(Path.GetFullPath(folder), "index.html");
        app.MapFallback("{*path:nonfile}", (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "no-cache";
            return File.Exists(index)
                ? Results.File(index, "text/html; charset=utf-8", lastModified: File.GetLastWriteTimeUtc(index))
                : Results.Content(Unbuilt, "text/html; charset=utf-8");
        }).WithMetadata(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head])).ExcludeFromDescription();
    }

    private static void CacheAsNamed(HttpContext context) => context.Response.Headers[HeaderNames.CacheControl] =
        context.Request.Path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache";
}
