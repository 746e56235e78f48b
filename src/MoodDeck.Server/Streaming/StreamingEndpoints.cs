using System.Globalization;
using Microsoft.Net.Http.Headers;
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
            .WithSummary("The audio file, with Range and ETag.").ProducesProblems(404, 416);
        api.MapMethods("/tracks/{id}/artwork", [HttpMethods.Get, HttpMethods.Head], ArtworkAsync).WithName("Artwork").WithTags("The catalogue")
            .WithSummary("The cover, with ETag.").ProducesProblems(404);
    }

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> StreamAsync(string id, ICatalogue catalogue, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await catalogue.FindAsync(id, cancellationToken) is not { } track) return Unknown(id);
        if (track.Path is not { } path) return ProblemKind.NoAudio.With($"'{track.Title}' has no file on this machine; its links open it at a service.");
        try
        {
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 64 << 10, FileOptions.Asynchronous);
            var changed = File.GetLastWriteTimeUtc(file.SafeFileHandle);
            response.Headers.CacheControl = "private, no-cache";
            return TypedResults.Stream(file, AudioContentTypes.Of(path), lastModified: changed, entityTag: TagOf(file.Length, changed), enableRangeProcessing: true);
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

    // Length and time of the last change: a file that is written anew mid-stream is not stitched to its old half.
    private static EntityTagHeaderValue TagOf(long bytes, DateTime changed) =>
        new(string.Create(CultureInfo.InvariantCulture, $"\"{bytes:x}-{changed.Ticks:x}\""));
}
