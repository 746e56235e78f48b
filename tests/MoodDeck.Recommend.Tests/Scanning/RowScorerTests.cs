using MoodDeck.Core.Mood;
using MoodDeck.Recommend.Columns;
using MoodDeck.Recommend.Scanning;

namespace MoodDeck.Recommend.Tests.Scanning;

public sealed class RowScorerTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Fill_Blocks_GivesTheRanksOfTheirRows_AndNoneAboveTheirBound(int seed)
    {
        var index = TrackIndex.Of(Tracks.Many(seed, 5000, 60));
        var random = new Random(seed);
        var terms = Terms.Drawn(random, index);
        var target = new VadGaussian(new(Draw(random), Draw(random), Draw(random)), VadCovariance.Isotropic(random.NextDouble() / 2));
        var scorer = new RowScorer(index, target, terms with { Row = new Dictionary<int, float>() });
        var blocks = index.Columns.Blocks;
        var (ranks, bounds) = (new float[Blocks.Size], new float[blocks.Lowest[0].Length]);
        scorer.Bound(bounds, HighestTerms.Of(terms, new TrackFilter(index, new()), terms.Artist?.Max() ?? 0));
        for (var block = 0; block < blocks.Count; block++)
        {
            scorer.Fill(block, ranks);
            var (start, count) = blocks.RowsOf(block).GetOffsetAndLength(index.Count);
            for (var i = 0; i < count; i++)
            {
                Assert.Equal(scorer.Rank(start + i), ranks[i], 1e-5f);
                Assert.True(ranks[i] <= bounds[block], $"{ranks[i]} above {bounds[block]}");
            }
        }
    }

    private static double Draw(Random random) => (random.NextDouble() * 2) - 1;
}
