using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using MoodDeck.Server.Analyze;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Recommendations;

/// <summary>What came in: options, and perhaps a picture.</summary>
internal sealed record RecommendationBody(RecommendationOptions Options, ReadOnlyMemory<byte>? Image)
{
    /// <summary>Reads JSON or a form.</summary>
    /// <exception cref="JsonException">The options are not JSON of that shape.</exception>
    public static async Task<(RecommendationBody? Body, ProblemHttpResult? Problem)> ReadAsync(HttpRequest request, JsonSerializerOptions json, CancellationToken cancellationToken)
    {
        if (PictureForm.IsForm(request))
            return await ReadFormAsync(request, json, cancellationToken);
        if (request.ContentLength is 0 || (request.ContentLength is null && request.ContentType is null))
            return (new(new(), null), null);
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = Limits.JsonBytes;
        if (!request.HasJsonContentType())
            return (null, ProblemKind.WrongContentType.With("The body should be JSON (Content-Type: application/json), or multipart/form-data with the parts 'image' and 'options'."));
        var options = await JsonSerializer.DeserializeAsync<RecommendationOptions>(request.Body, json, cancellationToken);
        return (new(options ?? new(), null), null);
    }

    private static async Task<(RecommendationBody? Body, ProblemHttpResult? Problem)> ReadFormAsync(HttpRequest request, JsonSerializerOptions json, CancellationToken cancellationToken)
    {
        var (form, problem) = await PictureForm.ReadAsync(request, ["image", "options"], cancellationToken);
        if (form is null) return (null, problem);
        var options = await OptionsAsync(form, json, cancellationToken);
        return (new(options ?? new(), await PictureForm.PictureOfAsync(form, cancellationToken)), null);
    }

    private static async Task<RecommendationOptions?> OptionsAsync(IFormCollection form, JsonSerializerOptions json, CancellationToken cancellationToken)
    {
        if (form.Files["options"] is { } file)
        {
            await using var stream = file.OpenReadStream();
            return await JsonSerializer.DeserializeAsync<RecommendationOptions>(stream, json, cancellationToken);
        }

        return form["options"] is [{ Length: > 0 } text, ..] ? JsonSerializer.Deserialize<RecommendationOptions>(text, json) : null;
    }
}
