using Microsoft.AspNetCore.Mvc;
using MoodDeck.Server.Contracts;
using MoodDeck.Server.Description;
using MoodDeck.Server.Problems;
using MoodDeck.Vision;

namespace MoodDeck.Server.Analyze;

internal static class AnalyzeEndpoints
{
    /// <summary>Reads the faces and the mood of one picture.</summary>
    public static void MapAnalyze(this IEndpointRouteBuilder api) =>
        api.MapPost("/analyze", AnalyzeAsync).WithName("Analyze").WithTags("Reading a mood")
            .WithSummary("The faces and the mood of one JPEG, PNG or WebP; at most 20 MB and 50 megapixels.")
            .WithMetadata(new RequestSizeLimitAttribute(Limits.PatientBytes))
            .AddOpenApiOperationTransformer(RequestBodies.Picture)
            .ProducesProblems(400, 413, 415, 503);

    private static async Task<Results<Ok<AnalyzeAnswer>, ProblemHttpResult>> AnalyzeAsync(
        HttpRequest request, PictureReader reader, ReadingGate gate, VisionModels models, CancellationToken cancellationToken)
    {
        if (PictureBody.Refuse(request) is { } refusal) return refusal;
        if (models.WhyNotReady() is { } reason) return ProblemKind.ModelMissing.With(reason);

        using var place = gate.TryEnter();
        if (place is null) return PictureBody.Busy(request.HttpContext.Response);

        if (await PictureBody.ReadAsync(request, cancellationToken) is not { } picture) return PictureBody.TooLarge();
        var (reading, problem) = await reader.ReadAsync(picture, cancellationToken);
        return reading is null ? problem! : TypedResults.Ok(new AnalyzeAnswer([ImageAnswer.Of(null, reading)]));
    }
}
