using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;
using MoodDeck.Recommend.Scanning;

namespace MoodDeck.Recommend.Tests.Scanning;

/// <summary>Leaving blocks alone must not change what is found.</summary>
public sealed class CandidateScanTests
{
    // What vectors and single numbers may differ by.
    private const float Rounding = 2e-5f;

    [Fact]
    public void Run_RandomCataloguesTermsAndFilters_FindsWhatLookingAtEveryRowFinds()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var tracks = Tracks.Many(seed, random.Next(300, 9000), random.Next(40, 400));
            var index = TrackIndex.Of(tracks).WithPlaces(Felt(random, tracks), 0.1);
            var request = Request(random, tracks);
            var (terms, filter, path) = (Terms.Drawn(random, index), new TrackFilter(index, request), MoodPath.Of(request));
            var found = new CandidateScan(index, request, terms, filter, path).Run().ToHashSet();
            var stations = path.Walks ? Math.Min(8, request.Limit) : 1;
            for (var station = 0; station < stations; station++)
            {
                var scorer = new RowScorer(index, path.At(station * (request.Limit - 1) / Math.Max(1, stations - 1)), terms);
                var expected = ByLookingAtAll(index, filter, scorer, Math.Max(64, 16 * request.Limit / stations), 2 * ArtistSpacing.MostOfOneArtist(request.Limit));
                Assert.All(expected, row => Assert.True(found.Contains(row), $"seed {seed}: row {row} of rank {scorer.Rank(row)} is missing"));
            }
        }
    }

    // The best rows, but for those whose rank is within rounding of the last.
    private static List<int> ByLookingAtAll(TrackIndex index, TrackFilter filter, RowScorer scorer, int most, int mostOfArtist)
    {
        var taken = new Dictionary<int, int>();
        var best = Enumerable.Range(0, index.Count)
            .Where(row => filter.Failed(row) == FilterKinds.None && !filter.Excludes(row))
            .OrderByDescending(scorer.Rank)
            .Where(row => index.Artists[row] == 0 || (taken[index.Artists[row]] = taken.GetValueOrDefault(index.Artists[row]) + 1) <= mostOfArtist)
            .Take(most).ToList();
        return best.Count < most ? best : [.. best.Where(row => scorer.Rank(row) > scorer.Rank(best[^1]) + Rounding)];
    }

    private static Dictionary<string, Vad> Felt(Random random, List<Track> tracks) => Enumerable.Range(0, random.Next(12))
        .Select(_ => tracks[random.Next(tracks.Count)].Id).Distinct().ToDictionary(id => id, _ => new Vad(random.NextDouble() - 0.5, random.NextDouble() - 0.5, 0));

    private static RecommendationRequest Request(Random random, List<Track> tracks) => new()
    {
        Target = random.Next(5) == 0 ? null : MoodTarget.Of(new Vad((random.NextDouble() * 2) - 1, (random.NextDouble() * 2) - 1, 0)),
        Strategy = (Strategy)random.Next(6),
        Limit = random.Next(1, 60),
        Languages = random.Next(3) == 0 ? ["es", "zxx"] : [],
        Genres = random.Next(4) == 0 ? ["Jazz"] : [],
        Artists = random.Next(4) == 0 ? [.. Enumerable.Range(0, 30).Select(i => $"artist {i}")] : [],
        Sources = random.Next(4) == 0 ? [TrackSource.Demo] : [],
        ExcludedIds = [.. Enumerable.Range(0, random.Next(50)).Select(_ => tracks[random.Next(tracks.Count)].Id)],
    };
}
