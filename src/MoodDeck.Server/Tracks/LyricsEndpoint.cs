using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Lyrics;
using MoodDeck.Server.Description;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Tracks;

/// <summary>One line of a song.</summary>
/// <param name="AtSeconds">When it begins; null where the words are not timed.</param>
/// <param name="Text">Its words; empty where the singing pauses.</param>
internal sealed record LyricsLineAnswer(double? AtSeconds, string Text);

/// <summary>The words of a song.</summary>
/// <param name="Timed">Whether every line says when it begins.</param>
/// <param name="Language">ISO 639-1 code; null when unknown.</param>
/// <param name="Lines">At least one, in the order they are sung.</param>
internal sealed record LyricsAnswer(bool Timed, string? Language, IReadOnlyList<LyricsLineAnswer> Lines);

internal static class LyricsEndpoint
{
    /// <summary>The words of songs.</summary>
    public static void MapLyrics(this IEndpointRouteBuilder api) =>
        api.MapGet("/tracks/{id}/lyrics", FindAsync).WithName("Lyrics").WithTags("The catalogue")
            .WithSummary("The words of a song, timed where they are known so.").ProducesProblems(404);

    private static async Task<Results<Ok<LyricsAnswer>, ProblemHttpResult>> FindAsync(string id, ICatalogue catalogue, ILyricsStore store, CancellationToken cancellationToken)
    {
        if (await catalogue.FindAsync(id, cancellationToken) is not { } track) return ProblemKind.UnknownTrack.With($"The catalogue has no track '{id}'.");
        if (await store.FindAsync(id, cancellationToken) is not { } stored || LyricsParser.Parse(stored.Text) is not { } lyrics)
            return ProblemKind.NoLyrics.With($"Nobody wrote down what is sung in '{track.Title}'. An .lrc file beside its file is read at the next scan.");
        return TypedResults.Ok(new LyricsAnswer(lyrics.IsTimed, stored.Language, [.. lyrics.Lines.Select(l => new LyricsLineAnswer(l.AtSeconds, l.Text))]));
    }
}
