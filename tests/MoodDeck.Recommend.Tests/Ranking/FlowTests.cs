using MoodDeck.Recommend.Ranking;

namespace MoodDeck.Recommend.Tests.Ranking;

public sealed class FlowTests
{
    [Theory]
    [InlineData(120, 120, 1)]
    [InlineData(120, 123, 1)]
    [InlineData(120, 60, 1)]
    [InlineData(70, 141, 1)]
    [InlineData(100, 126, -1)]
    [InlineData(120, 85, -1)]
    public void Between_Tempos_CountsDoubleTimeAsTheSame(double from, double to, double expected) =>
        Assert.Equal(expected, Flow.Between(new(from, null, null), new(to, null, null)).Tempo, 6);

    [Theory]
    [InlineData(0, true, 9, false, 1)] // C major and A minor
    [InlineData(0, true, 7, true, 1)]
    [InlineData(0, true, 2, true, 0.6)]
    [InlineData(0, true, 6, true, -1)]
    public void Between_Keys_GoesByTheCircleOfFifths(int from, bool fromMajor, int to, bool toMajor, double expected) =>
        Assert.Equal(expected, Flow.Between(new(null, new(from, fromMajor), null), new(null, new(to, toMajor), null)).Key, 6);

    [Theory]
    [InlineData(-14, -14, 1)]
    [InlineData(-14, -8, 0)]
    [InlineData(-24, -10, -1)]
    public void Between_Loudness_GoesByTheDifference(double from, double to, double expected) =>
        Assert.Equal(expected, Flow.Between(new(null, null, from), new(null, null, to)).Loudness, 6);

    [Fact]
    public void Between_NothingKnown_IsNeitherGoodNorBad() => Assert.Equal(0, Flow.Between(default, new(120, new(0, true), -14)).Overall);

    [Fact]
    public void Recommend_TracksAlikeButForTheirTempo_ComeInAnOrderThatFlows()
    {
        var tracks = Enumerable.Range(0, 16).Select(i => Tracks.At(0.3, 0.3, $"t{i}", $"A{i}") with { Mix = new(i % 2 == 0 ? 80 : 113, null, null) }).ToList();
        var queue = tracks.Recommend(Tracks.Request(0.3, 0.3, 16)).Tracks.Select(t => tracks.Single(x => x.Id == t.Id).Mix.TempoBpm).ToList();
        Assert.Equal(1, queue.Zip(queue.Skip(1)).Count(pair => pair.First != pair.Second));
    }
}
