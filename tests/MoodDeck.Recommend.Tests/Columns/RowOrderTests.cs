namespace MoodDeck.Recommend.Tests.Columns;

public sealed class RowOrderTests
{
    [Fact]
    public void Of_ManyTracks_IsAPermutationInWhichBlocksAreSmall()
    {
        var index = TrackIndex.Of(Tracks.Many(3, 100_000, 100));
        Assert.Equal(100_000, Enumerable.Range(0, index.Count).Select(index.IdOf).Distinct().Count());
        var blocks = index.Columns.Blocks;
        var areas = Enumerable.Range(0, blocks.Count).Select(b => (blocks.Highest[0][b] - blocks.Lowest[0][b]) * (blocks.Highest[1][b] - blocks.Lowest[1][b])).Order().ToList();
        // Ten groups (playable or not, five bands) of 391 blocks in all: some 39 blocks share an area of 4.
        Assert.InRange(areas[areas.Count / 2], 0, 0.3);
        Assert.InRange(Enumerable.Range(0, blocks.Count).Count(b => blocks.AnyPlayable(b) && blocks.AnySilent(b)), 0, 1);
    }
}
