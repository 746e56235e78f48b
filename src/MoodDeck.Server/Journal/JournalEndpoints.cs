using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using MoodDeck.Library.Export;
using MoodDeck.Library.Journal;
using MoodDeck.Library.Listeners;
using MoodDeck.Server.Contracts;
using MoodDeck.Server.Description;
using MoodDeck.Server.Listeners;

namespace MoodDeck.Server.Journal;

/// <summary>How many readings were taken; 0 while the listener keeps no history.</summary>
internal sealed record StoredMoodsAnswer(int Stored);

internal static class JournalEndpoints
{
    /// <summary>A listener's moods, which are only kept while the listener wants it, and what they add up to.</summary>
    public static void MapJournal(this IEndpointRouteBuilder api)
    {
        api.MapPost("/listeners/{id}/moods", AddAsync).WithName("AddMoods").WithTags("The journal")
            .WithSummary("Tells one reading of the mood, or an array of them; stored only while the listener keeps a history, one for each five seconds and source, for two years.")
            .AddOpenApiOperationTransformer(RequestBodies.OneOrMany<MoodReport>).ProducesProblems(400, 404, 415);
        var journal = api.MapGroup("/listeners/{id}/journal").WithTags("The journal");
        journal.MapGet("", ReadAsync).WithName("Journal").WithSummary("Readings, plays, the week, what came before a change, distribution and trend in one document.").ProducesProblems(400, 404);
        journal.MapGet("/export", ExportAsync).WithName("ExportJournal").WithSummary("Readings and plays as they are stored, as csv or json.").ProducesProblems(400, 404);
        journal.MapDelete("", EraseAsync).WithName("EraseJournal").WithSummary("Erases readings and plays, all or those of a range.").ProducesProblems(400, 404);
    }

    private static async Task<Results<Ok<StoredMoodsAnswer>, ProblemHttpResult>> AddAsync(
        string id, JsonElement body, IListenerStore listeners, IMoodStore moods, IOptions<JsonOptions> json, TimeProvider time, CancellationToken cancellationToken)
    {
        if (MoodReports.Read(body, json.Value.SerializerOptions, time.GetUtcNow(), out var entries) is { } problem) return problem;
        if (await listeners.FindAsync(id, cancellationToken) is null) return ListenerEndpoints.Unknown(id);
        return TypedResults.Ok(new StoredMoodsAnswer(await moods.AddAsync(id, entries, cancellationToken)));
    }

    private static async Task<Results<Ok<JournalAnswer>, ProblemHttpResult>> ReadAsync(
        string id, [AsParameters] JournalQuery query, IListenerStore listeners, IMoodStore moods, JournalReader reader, TimeProvider time, CancellationToken cancellationToken)
    {
        if (query.ReadStrip(time.GetUtcNow(), out var request) is { } problem) return problem;
        if (await listeners.FindAsync(id, cancellationToken) is not { } listener) return ListenerEndpoints.Unknown(id);
        var keptSince = await moods.OldestAsync(id, cancellationToken);
        return TypedResults.Ok(listener.KeepHistory
            ? JournalAnswer.Of(request, keptSince, await reader.ReadAsync(id, request, cancellationToken))
            : JournalAnswer.Off(request, keptSince));
    }

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> ExportAsync(
        string id, [AsParameters] JournalQuery query, IListenerStore listeners, JournalExporter exporter, HttpContext context, CancellationToken cancellationToken, string format = "csv")
    {
        if (query.ReadRange(out var from, out var to, out _) is { } problem) return problem;
        if (ExportFormats.Read(format, ExportFormat.Csv, ExportFormat.Json) is not { } chosen) return ExportFormats.Unknown(format, ExportFormat.Csv, ExportFormat.Json);
        if (await listeners.FindAsync(id, cancellationToken) is null) return ListenerEndpoints.Unknown(id);
        return ExportFormats.File(context, chosen, $"mooddeck-journal-{id}", stream => exporter.ExportAsync(stream, id, chosen, from, to, cancellationToken));
    }

    private static async Task<Results<Ok<ErasedHistory>, ProblemHttpResult>> EraseAsync(
        string id, [AsParameters] JournalQuery query, IListenerStore listeners, IMoodStore moods, CancellationToken cancellationToken)
    {
        if (query.ReadRange(out var from, out var to, out _) is { } problem) return problem;
        if (await listeners.FindAsync(id, cancellationToken) is null) return ListenerEndpoints.Unknown(id);
        return TypedResults.Ok(await moods.EraseAsync(id, from, to, cancellationToken));
    }
}
