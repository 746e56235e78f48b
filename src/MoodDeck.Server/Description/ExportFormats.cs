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

    public static string TypeOf(ExportFormat format) => format switch
    {
        ExportFormat.Csv => "text/csv; charset=utf-8",
        ExportFormat.Json => "application/json",
        _ => "audio/x-mpegurl; charset=utf-8",
    };

    public static ProblemHttpResult Unknown(string name, params ExportFormat[] allowed) =>
        ProblemKind.BadOption.With($"No format is called '{name}'. There are: {string.Join(", ", allowed.Select(NameOf))}.");
}
