using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;
using MoodDeck.Recommend;
using MoodDeck.Server.Catalogue;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Recommendations;

/// <summary>Turns what a client asked for into a request, or into the problem that names what would be right.</summary>
internal static class OptionsReader
{
    private const int MaxValues = 1000;

    /// <summary>The request; <paramref name="seen"/> is the mood of a picture that came with it, if there was one.</summary>
    public static (RecommendationRequest? Request, ProblemHttpResult? Problem) Read(RecommendationOptions options, VadGaussian? seen)
    {
        NamedMood? mood = null;
        if (Unknown(options) is { } unknown) return (null, unknown);
        if (!IsPoint(options.Vad, 3)) return (null, ProblemKind.BadVad.With("'vad' takes valence, arousal and dominance, three numbers from -1 to 1, as in [-0.4,-0.3,0]."));
        if (!IsPoint(options.From, 2)) return (null, ProblemKind.BadVad.With("'from' takes valence and arousal, two numbers from -1 to 1, as in [-0.4,-0.3]."));
        if (options.Mood is { } name && (mood = NamedMoods.Find(name)) is null)
            return (null, ProblemKind.UnknownMood.With($"No mood is called '{name}'. There are: {string.Join(", ", NamedMoods.All.Select(m => m.Name))}."));
        var strategy = Strategy.Match;
        if (options.Strategy is { } wanted && !Strategies.TryParse(wanted, out strategy))
            return (null, ProblemKind.BadOption.With($"No strategy is called '{wanted}'. There are: {string.Join(", ", Strategies.Names)}."));
        if (options.Limit is < 1 or > RecommendationRequest.MaxLimit)
            return (null, ProblemKind.BadOption.With($"'limit' is {options.Limit}; it must be from 1 to {RecommendationRequest.MaxLimit}."));
        if (options.Length is < 1 or > RecommendationRequest.MaxLimit)
            return (null, ProblemKind.BadOption.With($"'length' is {options.Length}; it must be from 1 to {RecommendationRequest.MaxLimit}."));
        if (options.Done < 0) return (null, ProblemKind.BadOption.With("'done' must be 0 or more."));
        if (TooMany(options) is { } many) return (null, ProblemKind.BadOption.With($"'{many}' has more than {MaxValues} values."));
        if (WithNull(options) is { } list) return (null, ProblemKind.BadOption.With($"'{list}' holds null where a text should be."));
        if (FilterValues.Languages(options.Languages, out var languages) is { } badLanguage) return (null, badLanguage);
        if (FilterValues.Sources(options.Sources, out var sources) is { } badSource) return (null, badSource);

        var defaults = new RecommendationRequest();
        var chosen = options.Vad is [var v, var a, var d] ? MoodTarget.Of(new Vad(v, a, d)) : mood is null ? (VadGaussian?)null : MoodTarget.Of(mood);
        return (new()
        {
            Target = chosen ?? seen,
            From = options.From is [var fromV, var fromA] ? new Vad(fromV, fromA, 0) : Start(chosen, seen, strategy),
            Strategy = strategy,
            Languages = languages,
            Artists = options.Artists ?? [],
            Genres = options.Genres ?? [],
            Sources = sources,
            Limit = options.Limit ?? defaults.Limit,
            Length = options.Length,
            Done = options.Done ?? 0,
            Seed = options.Seed ?? defaults.Seed,
            ExcludedIds = options.Exclude ?? [],
        }, null);
    }

    // A face says where the listener is; a mood chosen beside it says where to go, if the strategy goes anywhere.
    private static Vad? Start(VadGaussian? chosen, VadGaussian? seen, Strategy strategy) =>
        chosen is not null && strategy is Strategy.Lift or Strategy.Calm or Strategy.Energise ? seen?.Mean : null;

    private static bool IsPoint(double[]? numbers, int count) =>
        numbers is null || (numbers.Length == count && Array.TrueForAll(numbers, n => Math.Abs(n) <= 1));

    private static ProblemHttpResult? Unknown(RecommendationOptions options)
    {
        if (options.Others is not { Count: > 0 } others) return null;
        var name = others.Keys.First();
        return ProblemKind.BadOption.With(name is "path" or "image" or "voice"
            ? $"'{name}' cannot be named in JSON: this server opens no files for a client. Send the picture itself, as the part 'image' of a multipart/form-data body beside a part 'options'."
            : $"There is no option '{name}'. There are: mood, vad, from, strategy, languages, artists, genres, sources, limit, length, done, seed, exclude, listener, radio.");
    }

    private static string? TooMany(RecommendationOptions options) =>
        options.Languages?.Length > MaxValues ? "languages"
        : options.Artists?.Length > MaxValues ? "artists"
        : options.Genres?.Length > MaxValues ? "genres"
        : options.Sources?.Length > MaxValues ? "sources"
        : options.Exclude?.Length > MaxValues ? "exclude"
        : null;

    // Languages and sources are read one by one, and null is none of them.
    private static string? WithNull(RecommendationOptions options) =>
        options.Artists?.Contains(null) == true ? "artists"
        : options.Genres?.Contains(null) == true ? "genres"
        : options.Exclude?.Contains(null) == true ? "exclude"
        : null;
}
