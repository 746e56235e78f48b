using MoodDeck.Core.Music;
using MoodDeck.Recommend.Columns;
using MoodDeck.Recommend.Scanning;

namespace MoodDeck.Recommend.Tests.Scanning;

public sealed class PassingRowsTests
{
    [Theory]
    [InlineData(TrackSource.Library)]
    [InlineData(TrackSource.Demo, "rock")]
    [InlineData(TrackSource.Starter, "rock", "es", "zxx")]
    [InlineData(TrackSource.Spotify)] // none of these has it
    [InlineData(null, "jazz", "fr")]
    [InlineData(null, "no such genre")]
    [InlineData(null)]
    public void Passes_AnyFilter_IsWhatFailsNoFilter(TrackSource? source, string? genre = null, params string[] languages)
    {
        var index = TrackIndex.Of(Tracks.Many(3, 1500, 40));
        var filter = new TrackFilter(index, new()
        {
            Sources = source is { } s ? [s] : [], Genres = genre is null ? [] : [genre], Languages = languages, ExcludedIds = ["t7", "t8"],
        });
        var passing = new PassingRows(index, filter);
        for (var block = 0; block < index.Columns.Blocks.Count; block++)
        {
            var (start, count) = index.Columns.Blocks.RowsOf(block).GetOffsetAndLength(index.Count);
            var rows = Enumerable.Range(start, count).ToList();
            Assert.Equal(filter.Any ? rows.Count(row => filter.Failed(row) == FilterKinds.None) : Blocks.Size, passing.CountIn(block));
            Assert.Equal(
                rows.Where(row => filter.Failed(row) == FilterKinds.None && !filter.Excludes(row)),
                rows.Where(row => passing.Passes(block, row - start)));
        }
    }
}
