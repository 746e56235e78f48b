using MoodDeck.Demo.Composition;
using MoodDeck.Demo.Pieces;

namespace MoodDeck.Demo.Tests.Composition;

public sealed class TempoMapTests
{
    [Fact]
    public void SecondsAt_SteadyTempo_CountsBeats()
    {
        var map = new TempoMap(ExcitedPieces.Confetti, 64);

        Assert.Equal(8 * 60 / 130.0, map.SecondsAt(8), 6);
    }

    [Fact]
    public void SecondsAt_AnyPiece_OnlyGoesForward()
    {
        foreach (var spec in PieceBook.All)
        {
            var map = new TempoMap(spec, 64);
            var times = Enumerable.Range(0, 64 * 12).Select(i => map.SecondsAt(i / 12.0)).ToArray();

            Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.Second > pair.First));
        }
    }

    [Fact]
    public void SecondsAt_SwingingEighth_ComesLate()
    {
        var map = new TempoMap(ContentPieces.SecondCup, 64);

        Assert.Equal(0.65, (map.SecondsAt(4.5) - map.SecondsAt(4)) / (map.SecondsAt(5) - map.SecondsAt(4)), 0.02);
    }

    [Fact]
    public void SecondsAt_LastBar_SlowsDown()
    {
        var map = new TempoMap(SadPieces.Letters, 64);

        Assert.True(map.SecondsAt(64) - map.SecondsAt(62) > 1.1 * (map.SecondsAt(34) - map.SecondsAt(32)));
    }
}
