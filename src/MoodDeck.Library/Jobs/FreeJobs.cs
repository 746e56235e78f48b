using Dapper;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Jobs;

/// <summary>The jobs a worker may take, as a condition on <c>analysis_jobs</c>.</summary>
/// <param name="kind">Of which kind.</param>
/// <param name="root">Only files below this folder; null for any.</param>
/// <param name="except">But not these.</param>
internal sealed class FreeJobs(JobKind kind, string? root, IReadOnlyList<PathRange> except)
{
    public JobKind Kind => kind;

    /// <summary>In terms of <see cref="Arguments"/>.</summary>
    public string Condition { get; } =
        "kind = @kind AND gave_up_at IS NULL AND due_at <= @now AND (leased_until IS NULL OR leased_until < @now) AND path >= @from AND path < @to" +
        string.Concat(except.Select((_, i) => $" AND NOT (path >= @from{i} AND path < @to{i})"));

    /// <summary>The name of a kind in the database.</summary>
    public static string NameOf(JobKind kind) => kind == JobKind.Listen ? "listen" : "measure";

    public DynamicParameters Arguments(DateTimeOffset now)
    {
        var range = PathRange.Below(root);
        DynamicParameters arguments = new(new { kind = NameOf(kind), now = StoredTime.Of(now), from = range.From, to = range.To });
        for (var i = 0; i < except.Count; i++)
        {
            arguments.Add($"from{i}", except[i].From);
            arguments.Add($"to{i}", except[i].To);
        }

        return arguments;
    }
}
