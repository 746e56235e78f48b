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
        if (!MayBePicture(request.ContentType))
            return ProblemKind.WrongContentType.With($"The body should be one JPEG, PNG or WebP sent as such, not {request.ContentType}: use Content-Type: image/jpeg, image/png or image/webp.");
        if (request.ContentLength > Limits.ImageBytes) return TooLarge();
        if (models.WhyNotReady() is { } reason) return ProblemKind.ModelMissing.With(reason);

        using var place = gate.TryEnter();
        if (place is null)
        {
            request.HttpContext.Response.Headers.RetryAfter = "1";
            return ProblemKind.Busy.With("Many pictures are being read already. Send this one again in a second.");
        }

        if (await ReadBodyAsync(request, cancellationToken) is not { } picture) return TooLarge();
        var (reading, problem) = await reader.ReadAsync(picture, cancellationToken);
        return reading is null ? problem! : TypedResults.Ok(new AnalyzeAnswer([ImageAnswer.Of(null, reading)]));
    }

    // Pictures are told by their bytes. curl calls everything a form, so that counts as untold.
    private static bool MayBePicture(string? contentType) =>
        string.IsNullOrEmpty(contentType)
        || contentType.StartsWith("image/", StringComparison.OrdinalIgnoreCase)
        || contentType.StartsWith("application/octet-stream", StringComparison.OrdinalIgnoreCase)
        || contentType.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    private static ProblemHttpResult TooLarge() =>
        ProblemKind.TooLarge.With($"The picture has more than {Limits.ImageBytes / 1_000_000} MB, which is the most that is read. Make it smaller.");

    /// <summary>The body; null when it is larger than a picture may be, whatever length it claimed.</summary>
    private static async Task<ReadOnlyMemory<byte>?> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream((int)(request.ContentLength ?? 0));
        var buffer = new byte[64 << 10];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > Limits.ImageBytes) return null;
            body.Write(buffer, 0, read);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}
