using Microsoft.AspNetCore.Mvc;
using MoodDeck.Server.Analyze;
using MoodDeck.Server.Contracts;
using MoodDeck.Server.Description;
using MoodDeck.Server.Problems;
using MoodDeck.Vision;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Server.Training;

/// <summary>What a training made: reading about it, trying it, keeping it, going back.</summary>
internal static class TrainedModelEndpoints
{
    // The report is drawn from a stranger's zip, so it may show itself and do nothing else.
    private const string ReportPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    public static void MapTrainedModels(this IEndpointRouteBuilder api)
    {
        api.MapPost("/trainings/{id}/try", TryAsync).WithName("TryTraining").WithTags(TrainingEndpoints.Tag)
            .WithSummary("Reads a picture as /analyze does, with the trained model.").WithMetadata(new RequestSizeLimitAttribute(Limits.PatientBytes))
            .AddOpenApiOperationTransformer(RequestBodies.Picture).ProducesProblems(400, 404, 409, 413, 415, 503);
        api.MapPost("/trainings/{id}/keep", Keep).WithName("KeepTraining").WithTags(TrainingEndpoints.Tag)
            .WithSummary("Reads every face with the trained model from now on.").ProducesProblems(404, 409, 507);
        api.MapPost("/trainings/go-back", GoBack).WithName("GoBack").WithTags(TrainingEndpoints.Tag)
            .WithSummary("Reads every face with MoodDeck's own model again.").ProducesProblems(503, 507);
        api.MapGet("/trainings/{id}/report", Report).WithName("TrainingReport").WithTags(TrainingEndpoints.Tag)
            .WithSummary("The trainer's page about the run, sandboxed.").Produces<string>(200, "text/html").ProducesProblems(404);
    }

    private static async Task<Results<Ok<AnalyzeAnswer>, ProblemHttpResult>> TryAsync(
        string id, HttpRequest request, TrainingStore store, TrainingView view, PictureReader reader, ReadingGate gate, CancellationToken cancellationToken)
    {
        if (PictureBody.Refuse(request) is { } refusal) return refusal;
        if (WithoutModel(id, view) is { } problem) return problem;
        using var place = gate.TryEnter();
        if (place is null) return PictureBody.Busy(request.HttpContext.Response);
        if (await PictureBody.ReadAsync(request, cancellationToken) is not { } picture) return PictureBody.TooLarge();
        try
        {
            using var classifier = EmotionClassifier.Open(store.FolderOf(id)!.Model);
            var (reading, unread) = await reader.ReadAsync(picture, classifier, cancellationToken);
            return reading is null ? unread! : TypedResults.Ok(new AnalyzeAnswer([ImageAnswer.Of(null, reading)]));
        }
        catch (VisionModelException e)
        {
            return ProblemKind.NoModel.With(e.Message);
        }
    }

    private static Results<Ok<TrainingAnswer>, ProblemHttpResult> Keep(string id, TrainingStore store, TrainingView view, EmotionModelChoice choice, TimeProvider time)
    {
        if (WithoutModel(id, view) is { } problem) return problem;
        try
        {
            choice.Keep(store.FolderOf(id)!.Model, new(id, store.Find(id)?.Name ?? id, time.GetUtcNow()));
            return TypedResults.Ok(view.Find(id));
        }
        catch (VisionModelException e)
        {
            return ProblemKind.NoModel.With(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ProblemKind.NoRoom.With($"The model could not be kept ({e.Message.TrimEnd('.')}). Make room in the data folder.");
        }
    }

    private static Results<NoContent, ProblemHttpResult> GoBack(EmotionModelChoice choice)
    {
        try
        {
            choice.GoBack();
            return TypedResults.NoContent();
        }
        catch (VisionModelException e)
        {
            return ProblemKind.ModelMissing.With(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ProblemKind.NoRoom.With($"The kept model could not be removed ({e.Message.TrimEnd('.')}). Check the permissions of the data folder.");
        }
    }

    private static Results<PhysicalFileHttpResult, ProblemHttpResult> Report(string id, TrainingStore store, TrainingView view, HttpResponse response)
    {
        if (view.Find(id) is not { } training) return TrainingJobs.UnknownTraining(id);
        if (!training.HasReport) return ProblemKind.NoReport.With($"'{training.Name}' has no report. It is written when the training has finished.");
        response.Headers.ContentSecurityPolicy = ReportPolicy;
        // By HTML's standard a page that is sandboxed and asks for a group of its own is not shown at all.
        response.Headers["Cross-Origin-Opener-Policy"] = "unsafe-none";
        return TypedResults.PhysicalFile(store.FolderOf(id)!.Report, "text/html; charset=utf-8");
    }

    private static ProblemHttpResult? WithoutModel(string id, TrainingView view)
    {
        if (view.Find(id) is not { } training) return TrainingJobs.UnknownTraining(id);
        return training.HasModel ? null : ProblemKind.NoModel.With($"'{training.Name}' has no model yet. There is one when the training has finished.");
    }
}
