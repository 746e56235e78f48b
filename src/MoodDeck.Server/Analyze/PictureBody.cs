using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Analyze;

/// <summary>A body that is one picture.</summary>
internal static class PictureBody
{
    /// <summary>Why the body is not even read; null when it may be.</summary>
    public static ProblemHttpResult? Refuse(HttpRequest request)
    {
        if (!MayBePicture(request.ContentType))
            return ProblemKind.WrongContentType.With($"The body should be one JPEG, PNG or WebP sent as such, not {request.ContentType}: use Content-Type: image/jpeg, image/png or image/webp.");
        return request.ContentLength > Limits.ImageBytes ? TooLarge() : null;
    }

    /// <summary>The body; null when it is larger than a picture may be, whatever length it claimed.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
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

    public static ProblemHttpResult TooLarge() =>
        ProblemKind.TooLarge.With($"The picture has more than {Limits.ImageBytes / 1_000_000} MB, which is the most that is read. Make it smaller.");

    /// <summary>No place to wait in is free.</summary>
    public static ProblemHttpResult Busy(HttpResponse response)
    {
        response.Headers.RetryAfter = "1";
        return ProblemKind.Busy.With("Many pictures are being read already. Send this one again in a second.");
    }

    // Pictures are told by their bytes. curl calls everything a form, so that counts as untold.
    private static bool MayBePicture(string? contentType) =>
        string.IsNullOrEmpty(contentType)
        || contentType.StartsWith("image/", StringComparison.OrdinalIgnoreCase)
        || contentType.StartsWith("application/octet-stream", StringComparison.OrdinalIgnoreCase)
        || contentType.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);
}
