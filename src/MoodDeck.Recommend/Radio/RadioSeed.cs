using MoodDeck.Core.Mood;

namespace MoodDeck.Recommend.Radio;

/// <summary>What a radio goes by: the mood of what it was started from, and what to lean to on the way.</summary>
/// <param name="Target">The mood, with how far it reaches; null where the mood of the seed is not known.</param>
/// <param name="Genres">Genres to lean to, see <see cref="RecommendationRequest.GenreLeanings"/>.</param>
/// <param name="Artists">Artists to lean to.</param>
/// <param name="ExcludedIds">What the radio was started from need not come again.</param>
public sealed record RadioSeed(
    VadGaussian? Target, IReadOnlyDictionary<string, float> Genres, IReadOnlyDictionary<string, float> Artists, IReadOnlyList<string> ExcludedIds)
{
    /// <summary>The request that the radio makes of another: with its target and leanings, and everything else as it was.</summary>
    public RecommendationRequest In(RecommendationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request with { IsRadio = true, Target = Target, GenreLeanings = Genres, ArtistLeanings = Artists, ExcludedIds = [.. ExcludedIds, .. request.ExcludedIds] };
    }
}
