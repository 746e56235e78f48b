using Microsoft.Net.Http.Headers;
using MoodDeck.Audio.Transcoding;
using MoodDeck.Library.Artwork;
using MoodDeck.Library.Catalogue;
using MoodDeck.Server.Description;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Streaming;

/// <summary>Audio and covers. Only what the catalogue names is served; no path ever comes from a request.</summary>
internal static class StreamingEndpoints
{
    public static void MapStreaming(this IEndpointRouteBuilder api)
    {
        api.MapMethods("/tracks/{id}/stream", [HttpMethods.Get, HttpMethods.Head], StreamAsync).WithName("Stream").WithTags("The catalogue")
            .WithSummary("The audio file, or WAV made of it where browsers do not play it, with Range and ETag.").ProducesProblems(404, 416, 503);
        api.MapMethods("/tracks/{id}/artwork", [HttpMethods.Get, HttpMethods.Head], ArtworkAsync).WithName("Artwork").WithTags("The catalogue")
            .WithSummary("The cover, with ETag.").ProducesProblems(404);
    }

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> StreamAsync(
        string id, ICatalogue catalogue, AudioForms forms, Transcoder transcoder, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await catalogue.FindAsync(id, cancellationToken) is not { } track) return Unknown(id);
        if (track.Path is not { } path) return ProblemKind.NoAudio.With($"'{track.Title}' has no file on this machine; its links open it at a service.");
        try
        {
            var form = await forms.OfAsync(path, cancellationToken);
            response.Headers.CacheControl = "private, no-cache";
            if (form.Plan is { } plan)
            {
                if (await transcoder.OpenAsync(plan, cancellationToken) is not { } sound) return Busy(response);
                return TypedResults.Stream(sound, form.MediaType, lastModified: plan.Changed, entityTag: form.Tag, enableRangeProcessing: true);
            }

            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 64 << 10, FileOptions.Asynchronous);
            var changed = File.GetLastWriteTimeUtc(file.SafeFileHandle);
            return TypedResults.Stream(file, form.MediaType, lastModified: changed, entityTag: AudioForms.TagOf(file.Length, changed), enableRangeProcessing: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ProblemKind.NoAudio.With($"The file of '{track.Title}' is gone or cannot be read. Scan its folder again.");
        }
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ArtworkAsync(
        string id, ICatalogue catalogue, IArtworkStore store, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await catalogue.FindAsync(id, cancellationToken) is not { } track) return Unknown(id);
        if (track.ArtworkId is not { } artworkId || await store.FindAsync(artworkId, cancellationToken) is not { } image)
            return ProblemKind.NoArtwork.With($"'{track.Title}' has no cover.");
        response.Headers.CacheControl = "private, no-cache";
        return TypedResults.File(image.Bytes, image.MediaType, entityTag: new EntityTagHeaderValue($"\"{image.Id}\""), enableRangeProcessing: true);
    }

    private static ProblemHttpResult Unknown(string id) => ProblemKind.UnknownTrack.With($"The catalogue has no track '{id}'.");

    private static ProblemHttpResult Busy(HttpResponse response)
    {
        response.Headers.RetryAfter = "5";
        return ProblemKind.Busy.With("Too many files are being made playable right now. Try again in a moment.");
    }
}
