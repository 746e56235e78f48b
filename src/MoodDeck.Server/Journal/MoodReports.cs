using System.Text.Json;
using MoodDeck.Library.Journal;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Journal;

/// <summary>Reads one report, or several from a page that was offline.</summary>
internal static class MoodReports
{
    /// <summary>The most at once: seven hours of a camera.</summary>
    public const int MostAtOnce = 5000;

    /// <summary>All readings, or the problem of the first that is not one.</summary>
    /// <exception cref="JsonException">The body is neither an object nor an array of objects of that shape.</exception>
    public static ProblemHttpResult? Read(JsonElement body, JsonSerializerOptions json, DateTimeOffset now, out List<MoodEntry> entries)
    {
        entries = [];
        var many = body.ValueKind == JsonValueKind.Array;
        if (many && body.GetArrayLength() > MostAtOnce)
            return ProblemKind.BadOption.With($"At most {MostAtOnce} readings are taken at once; send the rest in another request.");
        var reports = many ? body.Deserialize<MoodReport?[]>(json)! : [body.Deserialize<MoodReport>(json)];
        for (var i = 0; i < reports.Length; i++)
        {
            var where = many ? $", at reading {i + 1} of {reports.Length}" : "";
            if (reports[i] is not { } report) return ProblemKind.BadOption.With($"A reading is an object such as {{\"valence\":0.2,\"arousal\":-0.1,…}}, not null{where}.");
            if (report.Read(now, out var problem, where) is not { } entry) return problem;
            entries.Add(entry);
        }

        return null;
    }
}
