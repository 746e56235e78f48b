using MoodDeck.Library.Scan;
using MoodDeck.Server.Description;
using MoodDeck.Server.Pairing.Network;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Folders;

internal static class FolderEndpoints
{
    private const int MostProblems = 500;
    private const string ScanAddress = DeckServer.ApiRoot + "/library/scan";

    /// <summary>Folders of music on this machine, and scanning them. Paths of the machine are told to nobody but the machine itself.</summary>
    public static void MapFolders(this IEndpointRouteBuilder api)
    {
        var library = api.MapGroup("/library").WithTags("Folders of music").AddEndpointFilter(OnlyThisMachine).ProducesProblem(403);
        library.MapGet("/folders", async (IMusicFolders folders, CancellationToken cancellationToken) => TypedResults.Ok((await folders.ListAsync(cancellationToken)).Select(FolderAnswer.Of)))
            .WithName("Folders").WithSummary("The folders that were scanned, by path.");
        library.MapPost("/folders", Add).WithName("AddFolder").WithSummary("Starts scanning a folder and remembers it.").ProducesProblems(400, 409);
        library.MapDelete("/folders", RemoveAsync).WithName("RemoveFolder").WithSummary("Forgets a folder and takes its tracks out of the catalogue; its files stay.").ProducesProblems(404, 409);
        library.MapGet("/scan", (ScanJob job, MeasuringService measuring) => TypedResults.Ok(job.State with { Measuring = measuring.State })).WithName("Scan").WithSummary("How far the scan is, or how the last one ended.");
        library.MapPost("/scan", ScanAllAsync).WithName("ScanAgain").WithSummary("Scans all remembered folders again.").ProducesProblems(404, 409);
        library.MapDelete("/scan", Stop).WithName("StopScan").WithSummary("Stops the scan; what was read stays.");
        library.MapGet("/problems", ProblemsAsync).WithName("ScanProblems").WithSummary("The files that scans could not take in, by path, and why.").ProducesProblems(400);
        library.MapGet("/places", Look).WithName("Places").WithSummary("The folders at a place of this machine's disk, to choose from.").ProducesProblems(400);
    }

    private static ValueTask<object?> OnlyThisMachine(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        Door.IsOwn(context.HttpContext)
            ? next(context)
            : ValueTask.FromResult<object?>(ProblemKind.NotHere.With("Folders of music are chosen at the machine that MoodDeck runs on."));

    private static Results<Accepted<ScanAnswer>, ProblemHttpResult> Add(FolderBody body, FolderPaths paths, ScanJob job)
    {
        var (path, problem) = paths.Check(body.Path);
        if (path is null) return ProblemKind.BadFolder.With(problem!);
        return job.TryStart([path]) is { } started ? TypedResults.Accepted(ScanAddress, started) : Running();
    }

    private static async Task<Results<Accepted<ScanAnswer>, ProblemHttpResult>> ScanAllAsync(
        IMusicFolders folders, IScanProblems problems, ScanJob job, CancellationToken cancellationToken)
    {
        var all = await folders.ListPathsAsync(cancellationToken);
        if (all.Count == 0) return ProblemKind.UnknownFolder.With("No folder was scanned yet. Add one first.");
        // Somebody asks by hand: what was given up may go better now.
        foreach (var folder in all) await problems.RetryAsync(folder, cancellationToken);
        return job.TryStart(all) is { } started ? TypedResults.Accepted(ScanAddress, started) : Running();
    }

    private static async Task<Results<Ok<FileProblemsAnswer>, ProblemHttpResult>> ProblemsAsync(
        IMusicFolders folders, IScanProblems problems, CancellationToken cancellationToken, int offset = 0, int limit = 50)
    {
        if (offset < 0 || limit is < 1 or > MostProblems) return ProblemKind.BadOption.With($"'offset' must be at least 0, and 'limit' between 1 and {MostProblems}.");
        var (total, page) = await problems.ListAsync(offset, limit, cancellationToken);
        var paths = await folders.ListPathsAsync(cancellationToken);
        return TypedResults.Ok(new FileProblemsAnswer(total, [.. page.Select(p => FileProblemAnswer.Of(p, paths))]));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(string path, IMusicFolders folders, ScanJob job, CancellationToken cancellationToken)
    {
        if (job.State.State == ScanAnswer.Running) return Running();
        return await folders.RemoveAsync(path, cancellationToken)
            ? TypedResults.NoContent()
            : ProblemKind.UnknownFolder.With($"The folder {path} was never scanned. GET /api/v1/library/folders lists those that were.");
    }

    private static Accepted<ScanAnswer> Stop(ScanJob job)
    {
        job.Stop();
        return TypedResults.Accepted(ScanAddress, job.State);
    }

    private static Results<Ok<PlacesAnswer>, ProblemHttpResult> Look(FolderPaths paths, string? path = null)
    {
        if (path is null) return TypedResults.Ok(FolderPaths.Look(FolderPaths.Start()));
        var (there, problem) = paths.Check(path);
        return there is null ? ProblemKind.BadFolder.With(problem!) : TypedResults.Ok(FolderPaths.Look(there));
    }

    private static ProblemHttpResult Running() => ProblemKind.ScanRunning.With("A scan is running. Wait until it is through, or stop it first.");
}
