using System.Text.Json;

namespace MoodDeck.Server.Problems;

/// <summary>Turns exceptions, and error answers without a body, into problems. Nothing of an exception leaves the server.</summary>
internal sealed partial class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (NeedsBody(context.Response)) await OfStatus(context).ExecuteAsync(context);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to be answered.
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            var problem = Of(e);
            if (problem.StatusCode == StatusCodes.Status500InternalServerError) Unhandled(context.Request.Method, context.Request.Path, e);
            context.Response.Clear();
            await problem.ExecuteAsync(context);
        }
    }

    private static bool NeedsBody(HttpResponse response) =>
        response is { HasStarted: false, StatusCode: >= 400, ContentLength: null or 0, ContentType: null };

    private static ProblemHttpResult OfStatus(HttpContext context)
    {
        var (method, path) = (context.Request.Method, context.Request.Path);
        return context.Response.StatusCode switch
        {
            404 => ProblemKind.NotFound.With($"There is nothing at {path}. GET /openapi/v1.json lists what there is."),
            405 => ProblemKind.MethodNotAllowed.With($"{path} does not take {method}; it takes {context.Response.Headers.Allow}."),
            415 => ProblemKind.WrongContentType.With($"{path} reads {Expected(context)}."),
            416 => ProblemKind.BadRange.With($"The range asked for lies outside the file: {context.Response.Headers.ContentRange}."),
            var status => ProblemKind.OfStatus(status).With($"{method} {path} could not be answered."),
        };
    }

    private static string Expected(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.Http.Metadata.IAcceptsMetadata>() is { ContentTypes: { Count: > 0 } types }
            ? string.Join(" or ", types)
            : "application/json";

    private static ProblemHttpResult Of(Exception exception) => exception switch
    {
        BadHttpRequestException { InnerException: JsonException json } => OfJson(json),
        JsonException json => OfJson(json),
        BadHttpRequestException { StatusCode: 413 } => ProblemKind.TooLarge.With("The body is larger than this address reads."),
        BadHttpRequestException { StatusCode: 415 } => ProblemKind.WrongContentType.With("The body should be JSON: send it with Content-Type: application/json."),
        BadHttpRequestException { StatusCode: 408 } => ProblemKind.RequestTimeout.With("The body came too slowly; send it again."),
        BadHttpRequestException bad => ProblemKind.OfStatus(bad.StatusCode).With(bad.Message),
        _ => ProblemKind.Internal.With("MoodDeck could not answer this request. Its log says why."),
    };

    private static ProblemHttpResult OfJson(JsonException json)
    {
        var where = json.Path is { Length: > 1 } path ? $" at {path}" : "";
        var line = json.LineNumber is { } n ? $" (line {n + 1})" : "";
        return ProblemKind.BadJson.With($"The body is not the JSON that is expected here{where}{line}.");
    }

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed")]
    private partial void Unhandled(string method, PathString path, Exception exception);
}
