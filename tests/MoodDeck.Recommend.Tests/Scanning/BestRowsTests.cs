using MoodDeck.Recommend.Scanning;

namespace MoodDeck.Recommend.Tests.Scanning;

public sealed class BestRowsTests
{
    [Theory]
    [InlineData(1, 10, 2)]
    [InlineData(2, 64, 3)]
    [InlineData(3, 500, 1)]
    [InlineData(4, 64, int.MaxValue)]
    public void Take_OfferedInAnyOrder_HoldsTheBestWithFewOfOneArtist(int seed, int most, int mostOfArtist)
    {
        var index = TrackIndex.Of(Tracks.Many(seed, 2000, 90));
        var random = new Random(seed);
        var ranks = Enumerable.Range(0, index.Count).Select(_ => (random.NextSingle() * 2) - 1).ToArray();
        var best = new BestRows(index, most, mostOfArtist);
        foreach (var row in Enumerable.Range(0, index.Count))
        {
            best.Offer(row, ranks[row]);
            if (row % 200 == 0) best.Refresh();
        }

        var taken = new Dictionary<int, int>();
        var expected = Enumerable.Range(0, index.Count).OrderByDescending(r => ranks[r])
            .Where(r => (taken[index.Artists[r]] = taken.GetValueOrDefault(index.Artists[r]) + 1) <= mostOfArtist).Take(most).ToList();
        Assert.Equal(expected, best.Take());
        Assert.Equal(expected.Count < most ? float.NegativeInfinity : ranks[expected[^1]], best.Threshold);
    }
}
