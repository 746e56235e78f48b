using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;
using MoodDeck.Recommend;
using MoodDeck.Recommend.Ranking;

namespace MoodDeck.Cli.Bench.Recommend;

/// <summary>Requests as listeners make them, drawn by a seed: all strategies, from any mood, one in two with a filter, one in two for somebody known.</summary>
internal static class RequestMix
{
    private const int Limit = 20, MostExcluded = 100;

    /// <summary>So many requests; <paramref name="idOf"/> gives the id of some track for a random number, <paramref name="listener"/> is who is known.</summary>
    public static List<RecommendationRequest> Of(int count, int seed, Func<Random, string> idOf, ListenerTaste listener)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(i => Filtered(random, i % 12, new()
        {
            Target = Target(random),
            Strategy = (Strategy)random.Next(Strategies.Names.Count),
            Limit = Limit,
            Seed = random.Next(),
            Listener = i / 12 % 2 == 0 ? listener : null,
            ExcludedIds = [.. Enumerable.Range(0, random.Next(MostExcluded)).Select(_ => idOf(random))],
        }))];
    }

    private static VadGaussian? Target(Random random) => random.Next(4) switch
    {
        0 => MoodTarget.Of(NamedMoods.All[random.Next(NamedMoods.All.Count)]),
        1 when random.Next(4) == 0 => null,
        _ => new(new((random.NextDouble() * 2) - 1, (random.NextDouble() * 2) - 1, (random.NextDouble() * 2) - 1), VadCovariance.Isotropic(random.NextDouble() * 0.3)),
    };

    // The last of languages and genres are rare; six kinds of twelve filter nothing.
    private static RecommendationRequest Filtered(Random random, int kind, RecommendationRequest request) => kind switch
    {
        0 => request with { Languages = [MadeUpTracks.Languages[random.Next(MadeUpTracks.Languages.Count)]] },
        1 => request with { Languages = ["es", "pt"], Genres = [MadeUpTracks.Genres[random.Next(MadeUpTracks.Genres.Count)]] },
        2 => request with { Genres = [MadeUpTracks.Genres[^1]] },
        3 => request with { Sources = [TrackSource.Library] },
        4 => request with { Artists = [.. Enumerable.Range(0, 8).Select(_ => MadeUpTracks.ArtistOf(random.Next(1000)))] },
        5 => request with { Languages = ["ta"], Genres = ["gamelan"], Sources = [TrackSource.Library] },
        _ => request,
    };
}
