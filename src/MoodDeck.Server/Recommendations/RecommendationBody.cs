using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Recommendations;

/// <summary>What came in: options, and perhaps a picture.</summary>
internal sealed record RecommendationBody(RecommendationOptions Options, ReadOnlyMemory<byte>? Image)
{
    // A picture of somebody must not be parked in a temporary file, as forms are by default.
    private static readonly FormOptions InMemory = new()
    {
        MemoryBufferThreshold = int.MaxValue,
        MultipartBodyLengthLimit = Limits.ImageBytes,
        ValueLengthLimit = Limits.JsonBytes,
        ValueCountLimit = 4,
    };

    /// <summary>Reads JSON or a form.</summary>
    /// <exception cref="JsonException">The options are not JSON of that shape.</exception>
    public static async Task<(RecommendationBody? Body, ProblemHttpResult? Problem)> ReadAsync(HttpRequest request, JsonSerializerOptions json, CancellationToken cancellationToken)
    {
        if (request.HasFormContentType && request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
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
        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(InMemory, cancellationToken);
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return (null, e.Message.Contains("limit", StringComparison.Ordinal)
                ? ProblemKind.TooLarge.With($"The form is too large: a picture may have {Limits.ImageBytes / 1e6:0} MB.")
                : ProblemKind.BadRequest.With("The multipart form breaks off or has no proper boundary."));
        }

        if (form.Keys.Concat(form.Files.Select(f => f.Name)).FirstOrDefault(name => name is not ("image" or "options")) is { } other)
            return (null, ProblemKind.BadOption.With($"The form has a part '{other}'; the parts read here are 'image' and 'options'."));
        if (form.ContainsKey("image"))
            return (null, ProblemKind.BadRequest.With("The part 'image' came as a text. Send the picture as a file, with a file name."));
        var options = await OptionsAsync(form, json, cancellationToken);
        return (new(options ?? new(), await BytesAsync(form.Files["image"], cancellationToken)), null);
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

    private static async Task<ReadOnlyMemory<byte>?> BytesAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is null) return null;
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }
}
