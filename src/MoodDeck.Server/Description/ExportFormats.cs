using Microsoft.AspNetCore.Http.Features;
using MoodDeck.Library.Export;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Description;

/// <summary>The formats something can be exported in, as addresses name them.</summary>
internal static class ExportFormats
{
    /// <summary>The format of a name; null when it is none of those allowed.</summary>
    public static ExportFormat? Read(string name, params ExportFormat[] allowed)
    {
        foreach (var format in allowed)
            if (NameOf(format) == name) return format;
        return null;
    }

    public static string NameOf(ExportFormat format) => format.ToString().ToLowerInvariant();

    private static string TypeOf(ExportFormat format) => format switch
    {
        ExportFormat.Csv => "text/csv; charset=utf-8",
        ExportFormat.Json => "application/json",
        _ => "audio/x-mpegurl; charset=utf-8",
    };

    /// <summary>A file that is written while it is sent, so that two years of readings take no more memory than a day.</summary>
    public static PushStreamHttpResult File(HttpContext context, ExportFormat format, string name, Func<Stream, Task> write) => TypedResults.Stream(
        stream =>
        {
            // The JSON and CSV writers flush a full buffer at once, which the server otherwise forbids.
            if (context.Features.Get<IHttpBodyControlFeature>() is { } body) body.AllowSynchronousIO = true;
            return write(stream);
        },
        TypeOf(format), $"{name}.{NameOf(format)}");

    public static ProblemHttpResult Unknown(string name, params ExportFormat[] allowed) =>
        ProblemKind.BadOption.With($"No format is called '{name}'. There are: {string.Join(", ", allowed.Select(NameOf))}.");
}
