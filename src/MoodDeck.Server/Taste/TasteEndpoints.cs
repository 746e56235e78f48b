using MoodDeck.Library.Catalogue;
using MoodDeck.Library.Listeners;
using MoodDeck.Library.Taste;
using MoodDeck.Recommend.Taste;
using MoodDeck.Server.Catalogue;
using MoodDeck.Server.Contracts;
using MoodDeck.Server.Description;
using MoodDeck.Server.Listeners;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Taste;

/// <summary>What a client changes of how a taste is learnt.</summary>
internal sealed record TasteChange(bool? Learns);

/// <summary>What somebody said of a song they tasted: <c>like, unsure</c> or <c>dislike</c>.</summary>
internal sealed record TastedSong(string? TrackId, string? Verdict);

/// <summary>How somebody begins.</summary>
internal sealed record TasteBeginning(string[]? Artists, string[]? Languages, TastedSong[]? Verdicts);

/// <summary>Songs to begin with.</summary>
internal sealed record TastingAnswer(IEnumerable<TrackAnswer> Tracks);

internal static class TasteEndpoints
{
    private const int MaxValues = 200;
    private static readonly HashSet<string> Erasable = new(["artist", "genre", "language"], StringComparer.OrdinalIgnoreCase);
    private static readonly Dictionary<string, TrackVerdict> Verdicts = new(StringComparer.Ordinal)
    {
        ["like"] = TrackVerdict.Like, ["unsure"] = TrackVerdict.None, ["dislike"] = TrackVerdict.Dislike,
    };

    /// <summary>What was learnt of a listener: to look at, to correct, to take along, to erase, and to begin with.</summary>
    public static void MapTastes(this IEndpointRouteBuilder api)
    {
        var taste = api.MapGroup("/listeners/{id}/taste").WithTags("Taste");
        taste.MapGet("", GetAsync).WithName("Taste").WithSummary("What was learnt of the listener.").ProducesProblems(404);
        taste.MapPut("", ChangeAsync).WithName("ChangeTaste").WithSummary("Lets MoodDeck learn, or not; what was learnt stays.").ProducesProblems(400, 404, 415);
        taste.MapDelete("", EraseAsync).WithName("EraseTaste").WithSummary("Erases what was learnt: all of it, or what was learnt of one artist, genre or language.").ProducesProblems(400, 404);
        taste.MapGet("/export", ExportAsync).WithName("ExportTaste").WithSummary("Every lesson, as a JSON file.").ProducesProblems(404);
        taste.MapGet("/tasting", TastingAsync).WithName("Tasting").WithSummary("Up to five songs unlike each other, to say something of.").ProducesProblems(400, 404);
        taste.MapPost("/start", StartAsync).WithName("StartTaste").WithSummary("Begins a taste with artists, languages and what was said of tasted songs.").ProducesProblems(400, 404, 415);
    }

    private static async Task<Results<Ok<TasteAnswer>, ProblemHttpResult>> GetAsync(string id, ITasteStore store, TasteBook book, CancellationToken cancellationToken) =>
        await store.StateAsync(id, cancellationToken) is { } state && await book.ProfileAsync(id, cancellationToken) is { } profile
            ? TypedResults.Ok(TasteAnswer.Of(state.Learns, profile))
            : ListenerEndpoints.Unknown(id);

    private static async Task<Results<NoContent, ProblemHttpResult>> ChangeAsync(string id, TasteChange change, ITasteStore store, CancellationToken cancellationToken)
    {
        if (change.Learns is not { } learns) return ProblemKind.BadOption.With("'learns' must be true or false.");
        return await store.SetLearnsAsync(id, learns, cancellationToken) ? TypedResults.NoContent() : ListenerEndpoints.Unknown(id);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> EraseAsync(
        string id, HttpRequest request, IListenerStore listeners, ITasteStore store, CancellationToken cancellationToken,
        string? artist = null, string? genre = null, string? language = null)
    {
        // A name misspelt must not erase everything.
        if (request.Query.FirstOrDefault(q => !Erasable.Contains(q.Key) || q.Value.Count != 1) is { Key: { } stray })
            return ProblemKind.BadOption.With($"'{stray}' is none of {string.Join(", ", Erasable)}, or is there twice. Name one of them, or none to erase everything.");
        if (artist?.Trim() == "" || genre?.Trim() == "" || language?.Trim() == "") return ProblemKind.BadOption.With("'artist', 'genre' and 'language' need a name.");
        if (FilterValues.Languages(language is null ? null : [language], out var codes) is { } badLanguage) return badLanguage;
        if (new[] { artist, genre, language }.Count(n => n is not null) > 1) return ProblemKind.BadOption.With("Name one of 'artist', 'genre' and 'language', or none to erase everything.");
        if (await listeners.FindAsync(id, cancellationToken) is null) return ListenerEndpoints.Unknown(id);
        if (artist is not null) await store.ForgetAsync(id, TasteNames.Artist, artist, cancellationToken);
        else if (genre is not null) await store.ForgetAsync(id, TasteNames.Genre, genre, cancellationToken);
        else if (language is not null) await store.ForgetAsync(id, TasteNames.Language, codes[0], cancellationToken);
        else await store.EraseAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ExportAsync(string id, IListenerStore listeners, TasteBook book, CancellationToken cancellationToken)
    {
        if (await listeners.FindAsync(id, cancellationToken) is null) return ListenerEndpoints.Unknown(id);
        using MemoryStream file = new();
        await book.ExportAsync(file, id, cancellationToken);
        return TypedResults.File(file.ToArray(), "application/json", $"mooddeck-taste-{id}.json");
    }

    private static async Task<Results<Ok<TastingAnswer>, ProblemHttpResult>> TastingAsync(
        string id, IListenerStore listeners, TasteBook book, CancellationToken cancellationToken, string[]? languages = null, string[]? artists = null, int seed = 1)
    {
        if (FilterValues.Languages([.. (languages ?? []).SelectMany(l => l.Split(','))], out var codes) is { } badLanguage) return badLanguage;
        if (await listeners.FindAsync(id, cancellationToken) is null) return ListenerEndpoints.Unknown(id);
        var tracks = await book.TastingAsync(codes, artists ?? [], seed, cancellationToken);
        return TypedResults.Ok(new TastingAnswer(tracks.Select(t => TrackAnswer.Of(t, DeckServer.ApiRoot))));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> StartAsync(
        string id, TasteBeginning beginning, IListenerStore listeners, ICatalogue catalogue, TasteBook book, CancellationToken cancellationToken)
    {
        if (FilterValues.Languages(beginning.Languages, out var languages) is { } badLanguage) return badLanguage;
        if (beginning.Artists?.Length > MaxValues || beginning.Languages?.Length > MaxValues || beginning.Verdicts?.Length > MaxValues)
            return ProblemKind.BadOption.With($"'artists', 'languages' and 'verdicts' may have {MaxValues} values each.");
        if (beginning.Artists?.Contains(null) == true) return ProblemKind.BadOption.With("'artists' holds null where a text should be.");
        if (beginning.Verdicts?.Any(v => v is not { TrackId: not null, Verdict: not null } || !Verdicts.ContainsKey(v.Verdict)) == true)
            return ProblemKind.BadOption.With($"Each of 'verdicts' must have a 'trackId' and a 'verdict' that is one of: {string.Join(", ", Verdicts.Keys)}.");
        if (await listeners.FindAsync(id, cancellationToken) is null) return ListenerEndpoints.Unknown(id);
        foreach (var verdict in beginning.Verdicts ?? [])
            if (await catalogue.FindAsync(verdict.TrackId!, cancellationToken) is null) return ProblemKind.UnknownTrack.With($"The catalogue has no track '{verdict.TrackId}'.");
        var artists = (await catalogue.IndexAsync(cancellationToken)).Artists;
        if (beginning.Artists?.FirstOrDefault(a => artists.NumberOf(a) == 0) is { } unknown) return ProblemKind.BadOption.With($"The catalogue has no artist called '{unknown}'.");
        await book.StartAsync(
            id, new(beginning.Artists ?? [], languages, [.. (beginning.Verdicts ?? []).Select(v => (v.TrackId!, Verdicts[v.Verdict!]))]), cancellationToken);
        return TypedResults.NoContent();
    }
}
