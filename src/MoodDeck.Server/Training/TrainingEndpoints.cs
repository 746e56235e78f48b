using Microsoft.AspNetCore.Mvc;
using MoodDeck.Server.Description;
using MoodDeck.Server.Problems;
using MoodDeck.Server.Training.Processes;

namespace MoodDeck.Server.Training;

/// <summary>Trainings: taking pictures in, starting, watching, stopping, removing.</summary>
internal static class TrainingEndpoints
{
    public const string Tag = "Training";

    // The zip's own limit is said in a problem; Kestrel's lies a little above it and only breaks off.
    private const long BodyBytes = Limits.TrainingBytes + Limits.PatientBytes;

    public static void MapTrainings(this IEndpointRouteBuilder api)
    {
        api.MapGet("/trainings", List).WithName("Trainings").WithTags(Tag).WithSummary("What can be trained here, what was, and which emotion model is in use.");
        api.MapPost("/trainings", UploadAsync).WithName("UploadTraining").WithTags(Tag)
            .WithSummary("Takes a zip of labelled pictures, such as train/happy/x.jpg, as a new training; at most 2 GB.")
            .WithMetadata(new RequestSizeLimitAttribute(BodyBytes)).AddOpenApiOperationTransformer(RequestBodies.Zip).ProducesProblems(400, 413, 507);
        api.MapGet("/trainings/{id}", Find).WithName("Training").WithTags(Tag).WithSummary("One training and how it goes.").ProducesProblems(404);
        api.MapPost("/trainings/{id}/start", Start).WithName("StartTraining").WithTags(Tag)
            .WithSummary("Starts it in a process of its own; one that was stopped goes on from its checkpoint.").ProducesProblems(400, 404, 409, 503, 507);
        api.MapPost("/trainings/{id}/stop", Stop).WithName("StopTraining").WithTags(Tag).WithSummary("Asks it to write a checkpoint and end.").ProducesProblems(404, 409);
        api.MapDelete("/trainings/{id}", Delete).WithName("DeleteTraining").WithTags(Tag).WithSummary("Removes it with its pictures and its result.").ProducesProblems(404, 409, 507);
    }

    private static Ok<TrainingsAnswer> List(TrainingView view, ITrainingLauncher launcher, TrainingLimits limits, EmotionModelChoice choice) => TypedResults.Ok(new TrainingsAnswer(
        launcher.WhyNot, TrainingArchitectures.Names, new(TrainingArchitectures.Default, limits.DefaultEpochs), new(limits.UploadBytes, limits.Epochs), choice.Kept, choice.WhyKeptFails(), view.List()));

    private static async Task<Results<Created<TrainingAnswer>, ProblemHttpResult>> UploadAsync(
        HttpRequest request, TrainingUpload upload, TrainingView view, CancellationToken cancellationToken, string? name = null)
    {
        var (training, problem) = await upload.TakeAsync(request, name, cancellationToken);
        return training is null ? problem! : TypedResults.Created($"{DeckServer.ApiRoot}/trainings/{training.Id}", view.Find(training.Id));
    }

    private static Results<Ok<TrainingAnswer>, ProblemHttpResult> Find(string id, TrainingView view) =>
        view.Find(id) is { } training ? TypedResults.Ok(training) : TrainingJobs.UnknownTraining(id);

    private static Results<Accepted<TrainingAnswer>, ProblemHttpResult> Start(string id, TrainingJobs jobs, TrainingView view, TrainingStart? wish = null) =>
        Answer(id, view, () => jobs.Start(id, wish ?? new(null, null)));

    private static Results<Accepted<TrainingAnswer>, ProblemHttpResult> Stop(string id, TrainingJobs jobs, TrainingView view) => Answer(id, view, () => jobs.Stop(id));

    private static Results<NoContent, ProblemHttpResult> Delete(string id, TrainingJobs jobs) => Stored(() => jobs.Delete(id)) is { } problem ? problem : TypedResults.NoContent();

    private static Results<Accepted<TrainingAnswer>, ProblemHttpResult> Answer(string id, TrainingView view, Func<ProblemHttpResult?> act) =>
        Stored(act) is { } problem ? problem : TypedResults.Accepted($"{DeckServer.ApiRoot}/trainings/{id}", view.Find(id));

    private static ProblemHttpResult? Stored(Func<ProblemHttpResult?> act)
    {
        try
        {
            return act();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ProblemKind.NoRoom.With($"The data folder could not be written to ({e.Message.TrimEnd('.')}). Make room in it, and check its permissions.");
        }
    }
}
