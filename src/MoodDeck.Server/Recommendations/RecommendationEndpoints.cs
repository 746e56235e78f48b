using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using MoodDeck.Library;
using MoodDeck.Library.Radio;
using MoodDeck.Recommend;
using MoodDeck.Server.Analyze;
using MoodDeck.Server.Contracts;
using MoodDeck.Server.Description;
using MoodDeck.Server.Listeners;
using MoodDeck.Server.Problems;
using MoodDeck.Vision.Reading;

namespace MoodDeck.Server.Recommendations;

internal static class RecommendationEndpoints
{
    /// <summary>Chooses a queue for a mood.</summary>
    public static void MapRecommendations(this IEndpointRouteBuilder api) =>
        api.MapPost("/recommendations", RecommendAsync).WithName("Recommend").WithTags("Choosing")
            .WithSummary("A queue for a mood: of a name, of a point, or of the faces in a picture; or for a radio from a track, an artist or a mood group. A point goes before a name, a name before a picture.")
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(Limits.PatientBytes))
            .AddOpenApiOperationTransformer(RequestBodies.OptionsOrForm<RecommendationOptions>)
            .ProducesProblems(400, 404, 413, 415, 503);

    private static async Task<Results<Ok<RecommendationAnswer>, ProblemHttpResult>> RecommendAsync(
        HttpRequest request, PictureReader reader, ReadingGate gate, QueuePlanner planner, RadioStation radio, IOptions<JsonOptions> json, CancellationToken cancellationToken)
    {
        // Only a picture takes a place among the readings: choosing alone never waits for somebody's upload.
        using var place = request.HasFormContentType ? gate.TryEnter() : null;
        if (place is null && request.HasFormContentType)
        {
            request.HttpContext.Response.Headers.RetryAfter = "1";
            return ProblemKind.Busy.With("Many pictures are being read already. Ask again in a second.");
        }

        var (body, unreadable) = await RecommendationBody.ReadAsync(request, json.Value.SerializerOptions, cancellationToken);
        if (body is null) return unreadable!;
        PhotoReading? seen = null;
        if (body.Image is { } image)
        {
            (seen, var badPicture) = await reader.ReadAsync(image, cancellationToken);
            if (seen is null) return badPicture!;
        }

        var (wanted, refused) = OptionsReader.Read(body.Options, seen?.Mood is { } mood ? MoodTarget.Of(mood) : null);
        if (wanted is null) return refused!;
        if (body.Options.Radio is { } wish)
        {
            if (RadioReader.Refuse(body.Options, wish, seen is not null) is { } meaningless) return meaningless;
            wanted = await radio.TuneAsync(new(wish.Track, wish.Artist, wish.Group), wanted, body.Options.Listener, cancellationToken);
            if (wanted is null) return RadioReader.Unknown(wish);
        }

        var plan = body.Options.Listener is { } listener ? await planner.PlanForAsync(listener, wanted, cancellationToken) : await planner.PlanAsync(wanted, cancellationToken);
        if (plan is null) return ListenerEndpoints.Unknown(body.Options.Listener!);
        var answer = RecommendationAnswer.Of(plan, DeckServer.ApiRoot);
        return TypedResults.Ok(seen is { Mood: null } ? answer.NotingNoFace(named: wanted.Target is not null) : answer);
    }
}
