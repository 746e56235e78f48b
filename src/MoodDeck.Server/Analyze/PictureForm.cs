using Microsoft.AspNetCore.Http.Features;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Analyze;

/// <summary>A multipart form with a picture in its part <c>image</c> and texts beside it.</summary>
internal static class PictureForm
{
    // A picture of somebody must not be parked in a temporary file, as forms are by default.
    private static readonly FormOptions InMemory = new()
    {
        MemoryBufferThreshold = int.MaxValue,
        MultipartBodyLengthLimit = Limits.ImageBytes,
        ValueLengthLimit = Limits.JsonBytes,
        ValueCountLimit = 4,
    };

    /// <summary>Whether the body claims to be such a form.</summary>
    public static bool IsForm(HttpRequest request) =>
        request.HasFormContentType && request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase);

    /// <summary>The form, or why it cannot be read.</summary>
    /// <param name="request">The request.</param>
    /// <param name="parts">The parts it may have, <c>image</c> among them.</param>
    /// <param name="cancellationToken">The client left.</param>
    public static async Task<(IFormCollection? Form, ProblemHttpResult? Problem)> ReadAsync(HttpRequest request, string[] parts, CancellationToken cancellationToken)
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

        if (form.Keys.Concat(form.Files.Select(f => f.Name)).FirstOrDefault(name => !parts.Contains(name)) is { } other)
            return (null, ProblemKind.BadOption.With($"The form has a part '{other}'; the parts read here are {string.Join(", ", parts[..^1].Select(p => $"'{p}'"))} and '{parts[^1]}'."));
        if (form.ContainsKey("image"))
            return (null, ProblemKind.BadRequest.With("The part 'image' came as a text. Send the picture as a file, with a file name."));
        return (form, null);
    }

    /// <summary>The picture; null when there is none.</summary>
    public static async Task<ReadOnlyMemory<byte>?> PictureOfAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        if (form.Files["image"] is not { } file) return null;
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }
}
