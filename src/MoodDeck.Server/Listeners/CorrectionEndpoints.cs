using Microsoft.AspNetCore.Mvc;
using MoodDeck.Library.Listeners;
using MoodDeck.Server.Analyze;
using MoodDeck.Server.Contracts;
using MoodDeck.Server.Description;
using MoodDeck.Server.Problems;
using MoodDeck.Vision;
using MoodDeck.Vision.Personal;

namespace MoodDeck.Server.Listeners;

internal static class CorrectionEndpoints
{
    /// <summary>A listener's corrections: "that's wrong".</summary>
    public static void MapCorrections(this IEndpointRouteBuilder api)
    {
        var corrections = api.MapGroup("/listeners/{id}/corrections").WithTags("Listeners");
        corrections.MapGet("", ListAsync).WithName("Corrections").WithSummary("The stored corrections of every model, newest first.").ProducesProblems(404);
        corrections.MapPost("", AddAsync).WithName("AddCorrection")
            .WithSummary("Learns what a face in a picture shows in truth; numbers are stored, the picture is not.")
            .WithMetadata(new RequestSizeLimitAttribute(Limits.PatientBytes)).AddOpenApiOperationTransformer(RequestBodies.LabelledPicture)
            .ProducesProblems(400, 404, 409, 413, 415, 422, 503);
        corrections.MapDelete("/{correction:long}", (string id, long correction, IPersonalFaceStore store, ListenerFaces faces, CancellationToken cancellationToken) => EraseOneAsync(id, correction, store, faces, cancellationToken))
            .WithName("EraseCorrection").WithSummary("Takes one correction back.").ProducesProblems(404);
        corrections.MapDelete("/last", (string id, IPersonalFaceStore store, ListenerFaces faces, CancellationToken cancellationToken) => EraseOneAsync(id, null, store, faces, cancellationToken))
            .WithName("EraseLastCorrection").WithSummary("Takes the newest correction back.").ProducesProblems(404);
        corrections.MapDelete("", EraseAllAsync).WithName("EraseCorrections").WithSummary("Erases all corrections.").ProducesProblems(404);
    }

    private static async Task<Results<Ok<IEnumerable<CorrectionAnswer>>, ProblemHttpResult>> ListAsync(
        string id, IPersonalFaceStore store, VisionModels models, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } face) return ListenerEndpoints.Unknown(id);
        var model = models.TryIdentifyEmotions();
        return TypedResults.Ok(face.Corrections.Reverse().Select(c => CorrectionAnswer.Of(c, model)));
    }

    private static async Task<Results<Created<CorrectionAnswer>, ProblemHttpResult>> AddAsync(
        string id, HttpRequest request, IListenerStore listeners, IPersonalFaceStore store, ListenerFaces faces, PictureReader reader, ReadingGate gate, VisionModels models, CancellationToken cancellationToken)
    {
        if (await listeners.FindAsync(id, cancellationToken) is null) return ListenerEndpoints.Unknown(id);
        if (models.WhyNotReady() is { } reason) return ProblemKind.ModelMissing.With(reason);
        using var place = gate.TryEnter();
        if (place is null) return PictureBody.Busy(request.HttpContext.Response);
        var (body, refused) = await CorrectionBody.ReadAsync(request, cancellationToken);
        if (body is null) return refused!;
        var (reading, unread) = await reader.ReadAsync(body.Image, cancellationToken);
        if (reading is null) return unread!;
        if (reading.Faces.Count == 0) return ProblemKind.NoFace.With("There is no face in the picture. Send one that shows it larger and in better light.");
        if (body.Face is null && reading.Faces.Count > 1 || body.Face > reading.Faces.Count)
            return ProblemKind.BadOption.With($"The picture shows {reading.Faces.Count} faces: say which one as 'face', 1 to {reading.Faces.Count} in the order of /analyze.");
        if (FaceCorrection.Of(reading.Faces[(body.Face ?? 1) - 1].Prediction, body.Label) is not { } correction)
            return ProblemKind.NoEmbedding.With("The emotion model in use tells nothing that a correction could be learned from. Use one with an output \"embedding\".");
        var stored = await store.AddCorrectionAsync(id, StoredFaces.Of(correction), cancellationToken);
        faces.Changed(id);
        if (stored is null) return ListenerEndpoints.Unknown(id);
        return TypedResults.Created($"{DeckServer.ApiRoot}/listeners/{Uri.EscapeDataString(id)}/corrections/{stored.Id}", CorrectionAnswer.Of(stored, correction.ModelId));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> EraseOneAsync(
        string id, long? correction, IPersonalFaceStore store, ListenerFaces faces, CancellationToken cancellationToken)
    {
        if (await store.StampAsync(id, cancellationToken) is null) return ListenerEndpoints.Unknown(id);
        if (await store.EraseCorrectionAsync(id, correction, cancellationToken) is null)
            return ProblemKind.UnknownCorrection.With(correction is { } number ? $"There is no correction {number} (any more)." : "There is no correction to take back.");
        faces.Changed(id);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> EraseAllAsync(
        string id, IPersonalFaceStore store, ListenerFaces faces, CancellationToken cancellationToken)
    {
        if (await store.StampAsync(id, cancellationToken) is null) return ListenerEndpoints.Unknown(id);
        await store.EraseCorrectionsAsync(id, cancellationToken);
        faces.Changed(id);
        return TypedResults.NoContent();
    }
}
