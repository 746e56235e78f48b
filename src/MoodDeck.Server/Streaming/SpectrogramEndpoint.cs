using MoodDeck.Audio;
using MoodDeck.Audio.Spectrograms;
using MoodDeck.Library.Catalogue;
using MoodDeck.Server.Description;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Streaming;

internal static class SpectrogramEndpoint
{
    /// <summary>What a track looks like.</summary>
    public static void MapSpectrograms(this IEndpointRouteBuilder api) =>
        api.MapMethods("/tracks/{id}/spectrogram", [HttpMethods.Get, HttpMethods.Head], DrawAsync).WithName("Spectrogram").WithTags("The catalogue")
            .WithSummary("A grey PNG of the whole track, time from left to right and pitch from bottom to top, with ETag.").ProducesProblems(404, 503);

    private static async Task<Results<FileContentHttpResult, StatusCodeHttpResult, ProblemHttpResult>> DrawAsync(
        string id, ICatalogue catalogue, SpectrogramShelf shelf, HttpContext context, CancellationToken cancellationToken)
    {
        if (await catalogue.FindAsync(id, cancellationToken) is not { } track) return ProblemKind.UnknownTrack.With($"The catalogue has no track '{id}'.");
        if (track.Path is not { } path) return ProblemKind.NoAudio.With($"'{track.Title}' has no file on this machine.");
        FileInfo file = new(path);
        if (!file.Exists) return Unreadable(track.Title);
        var tag = AudioForms.TagOf(file.Length, file.LastWriteTimeUtc, "-spectrogram" + SpectrogramReader.Version);
        context.Response.Headers.CacheControl = "private, no-cache";
        // Asked before anything is decoded: drawing it only to say that nothing has changed would take seconds.
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            context.Response.GetTypedHeaders().ETag = tag;
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        if (await shelf.FindAsync(path, tag.Tag.ToString(), cancellationToken) is not { } drawn) return Busy(context.Response);
        return drawn.IsOk ? TypedResults.File(drawn.Value, "image/png", entityTag: tag)
            : drawn.Failure.Problem == AudioProblem.ToolMissing ? ProblemKind.ToolMissing.With(drawn.Failure.Message)
            : Unreadable(track.Title);
    }

    private static ProblemHttpResult Unreadable(string title) =>
        ProblemKind.NoAudio.With($"The file of '{title}' is gone or cannot be read. Scan its folder again.");

    private static ProblemHttpResult Busy(HttpResponse response)
    {
        response.Headers.RetryAfter = "5";
        return ProblemKind.Busy.With("Too many spectrograms are being drawn right now. Try again in a moment.");
    }
}
