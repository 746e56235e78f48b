using System.Text.Json;
using System.Text.RegularExpressions;
using MoodDeck.Library;

namespace MoodDeck.Server.Problems;

/// <summary>Turns exceptions, and error answers without a body, into problems. Nothing of an exception leaves the server.</summary>
internal sealed partial class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (!NeedsBody(context.Response)) return;
            context.Response.ContentLength = null;
            await OfStatus(context).ExecuteAsync(context);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to be answered.
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            var problem = Of(e);
            if (problem.StatusCode == StatusCodes.Status500InternalServerError) Unhandled(context.Request.Method, context.Request.Path, e);
            else if (e is LibraryException) NotStored(context.Request.Method, context.Request.Path, e.Message);
            context.Response.Clear();
            await problem.ExecuteAsync(context);
        }
    }

    private static bool NeedsBody(HttpResponse response) =>
        response is { HasStarted: false, StatusCode: >= 400, ContentLength: null or 0 }
        && (response.ContentType is null || response.StatusCode == StatusCodes.Status416RangeNotSatisfiable);

    private static ProblemHttpResult OfStatus(HttpContext context)
    {
        var (method, path) = (context.Request.Method, context.Request.Path);
        return context.Response.StatusCode switch
        {
            404 => ProblemKind.NotFound.With($"There is nothing at {path}. GET /openapi/v1.json lists what there is."),
            405 => ProblemKind.MethodNotAllowed.With($"{path} does not take {method}; it takes {context.Response.Headers.Allow}."),
            415 => ProblemKind.WrongContentType.With($"{path} reads JSON: send it with Content-Type: application/json."),
            416 => ProblemKind.BadRange.With($"The range asked for lies outside the file: {context.Response.Headers.ContentRange}."),
            var status => ProblemKind.OfStatus(status).With($"{method} {path} could not be answered."),
        };
    }

    private static ProblemHttpResult Of(Exception exception) => exception switch
    {
        BadHttpRequestException { InnerException: JsonException json } => OfJson(json),
        JsonException json => OfJson(json),
        BadHttpRequestException { StatusCode: 413 } => ProblemKind.TooLarge.With("The body is larger than this address reads."),
        BadHttpRequestException { StatusCode: 415 } => ProblemKind.WrongContentType.With("The body should be JSON: send it with Content-Type: application/json."),
        BadHttpRequestException { StatusCode: 408 } => ProblemKind.RequestTimeout.With("The body came too slowly; send it again."),
        BadHttpRequestException bad when UnreadableValue().Match(bad.Message) is { Success: true } value => ProblemKind.BadOption.With(
            $"'{JsonNamingPolicy.CamelCase.ConvertName(value.Groups["name"].Value)}' cannot be '{value.Groups["value"].Value}'."),
        // The framework says so in words about its own parameters.
        BadHttpRequestException { StatusCode: 400 } bad when bad.Message.Contains("no body was provided", StringComparison.Ordinal) => ProblemKind.BadRequest.With("The body is empty. Send a JSON object."),
        BadHttpRequestException bad => ProblemKind.OfStatus(bad.StatusCode).With(bad.Message),
        LibraryException { IsPassing: true } => ProblemKind.Busy.With("The database does not answer. Try again in a moment."),
        LibraryException { IsOfTheData: true } => ProblemKind.BadRequest.With("The database cannot hold one of these values: a text with a NUL character in it, say."),
        _ => ProblemKind.Internal.With("MoodDeck could not answer this request. Its log says why."),
    };

    private static ProblemHttpResult OfJson(JsonException json)
    {
        var where = json.Path is { Length: > 1 } path ? $" at {path}" : "";
        var line = json.LineNumber is { } n ? $" (line {n + 1})" : "";
        return ProblemKind.BadJson.With($"The body is not the JSON that is expected here{where}{line}.");
    }

    // The framework tells which value of a query it could not read only in this sentence, with the name of the C# type.
    [GeneratedRegex("""^Failed to bind parameter "\S+ (?<name>\w+)" from "(?<value>.*)"\.$""", RegexOptions.Singleline)]
    private static partial Regex UnreadableValue();

    [LoggerMessage(LogLevel.Warning, "{Method} {Path}: {Reason}")]
    private partial void NotStored(string method, PathString path, string reason);

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed")]
    private partial void Unhandled(string method, PathString path, Exception exception);
}
