using MoodDeck.Core.Mood;
using MoodDeck.Recommend.Columns;
using MoodDeck.Recommend.Scanning;

namespace MoodDeck.Recommend.Tests.Scanning;

public sealed class HighestTermsTests
{
    [Fact]
    public void Of_FilterThatKeepsTheBestLikedOut_CountsOnlyWhatPasses()
    {
        var index = TrackIndex.Of(Tracks.Many(1, 500, 20));
        var (jazz, pop) = (index.Genres.NumberOf("jazz"), index.Genres.NumberOf("pop"));
        var (spanish, french) = (index.Languages.NumberOf("es"), index.Languages.NumberOf("fr"));
        var terms = new RankTerms
        {
            Genre = Table(index.Genres.ValueCount, (jazz, 0.3f), (pop, 0.1f)),
            Language = Table(index.Languages.ValueCount, (spanish, 0.2f), (french, -0.1f)),
            LanguageFactor = Table(index.Languages.ValueCount, (spanish, 1), (french, 0.8f)),
        };

        Assert.Equal(new(1, 0.5f + 0.3f + 0.2f), HighestTerms.Of(terms, new(index, new()), 0.5f));
        Assert.Equal(new(0.8f, 0.1f - 0.1f), HighestTerms.Of(terms, new(index, new() { Genres = ["Pop"], Languages = ["fr"] }), 0));
        Assert.Equal(new(1, 0), HighestTerms.Of(new(), new(index, new() { Genres = ["Pop"] }), 0));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Of_AnyFilter_NoRowThatPassesExceedsTheBoundOfItsBlock(int seed)
    {
        var random = new Random(seed);
        var index = TrackIndex.Of(Tracks.Many(seed, 4000, 60));
        var terms = Terms.Drawn(random, index) with { Row = new Dictionary<int, float>() };
        var filter = new TrackFilter(index, new() { Genres = seed % 2 == 0 ? ["rock"] : [], Languages = seed % 3 == 0 ? ["fr", "en"] : ["zxx"] });
        var scorer = new RowScorer(index, MoodTarget.Of(new Vad(random.NextDouble() - 0.5, random.NextDouble() - 0.5, 0)), terms);
        var bounds = new float[index.Columns.Blocks.Lowest[0].Length];
        scorer.Bound(bounds, HighestTerms.Of(terms, filter, terms.Artist?.Max() ?? 0));
        Assert.All(
            Enumerable.Range(0, index.Count).Where(row => filter.Failed(row) == FilterKinds.None),
            row => Assert.True(scorer.Rank(row) <= bounds[row / Blocks.Size]));
    }

    private static float[] Table(int count, params (int Number, float Term)[] terms)
    {
        var table = new float[count];
        foreach (var (number, term) in terms) table[number] = term;
        return table;
    }
}
