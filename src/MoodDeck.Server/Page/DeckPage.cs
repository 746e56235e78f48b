using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace MoodDeck.Server.Page;

/// <summary>The Deck: the built page, or a plain one that says how to build it.</summary>
internal static class DeckPage
{
    private const string Unbuilt =
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>MoodDeck</title><h1>MoodDeck</h1>"
        + "<p>The server runs, but its page has not been built. Build it with <code>npm --prefix web ci</code> and "
        + "<code>npm --prefix web run build</code>, then build the server again; <code>./mooddeck</code> does all of it.</p></html>";

    /// <summary>
    /// Serves the files of the page, and the page itself at every address that looks like a view of it. File names in
    /// <c>assets</c> carry a hash of their content, so they never change. Comes after routing, which has the first word.
    /// </summary>
    public static void UsePage(this WebApplication app, string folder)
    {
        if (Directory.Exists(folder))
        {
            app.UseStaticFiles(new StaticFileOptions
            {
                FileProvider = new PhysicalFileProvider(Path.GetFullPath(folder)),
                OnPrepareResponse = file => CacheAsNamed(file.Context),
            });
        }

        var index = Path.Combine(Path.GetFullPath(folder), "index.html");
        app.Use((context, next) => IsView(context) ? AnswerAsync(context, index) : next(context));
    }

    private static bool IsView(HttpContext context) =>
        context.GetEndpoint() is null
        && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && !context.Request.Path.StartsWithSegments("/api") && !Path.HasExtension(context.Request.Path);

    private static Task AnswerAsync(HttpContext context, string index)
    {
        context.Response.Headers.CacheControl = "no-cache";
        var page = File.Exists(index)
            ? Results.File(index, "text/html; charset=utf-8", lastModified: File.GetLastWriteTimeUtc(index))
            : Results.Content(Unbuilt, "text/html; charset=utf-8");
        return page.ExecuteAsync(context);
    }

    private static void CacheAsNamed(HttpContext context) => context.Response.Headers[HeaderNames.CacheControl] =
        context.Request.Path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache";
}
