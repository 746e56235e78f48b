using MoodDeck.Core.Mood;

namespace MoodDeck.Demo.Tests;

public sealed class DemoCatalogueTests
{
    [Fact]
    public void Pieces_OnTheRim_EveryWordHasTwo()
    {
        var words = DemoCatalogue.Pieces.GroupBy(p => NamedMoods.Nearest(p.Mood).Name).ToDictionary(g => g.Key, g => g.Count());
        foreach (var mood in NamedMoods.All.Where(m => m.OnRim))
            Assert.True(words.GetValueOrDefault(mood.Name) >= 2, $"{mood.Name} has {words.GetValueOrDefault(mood.Name)} pieces");
    }

    [Fact]
    public void Pieces_All_AreShortPiecesOfTheirOwn()
    {
        var pieces = DemoCatalogue.Pieces;
        Assert.True(pieces.Count >= 24);
        Assert.All(pieces, p => Assert.InRange(p.DurationSeconds, 60, 120));
        Assert.All(pieces, p => Assert.True(p.Mood.IsInRange));
        Assert.Equal(pieces.Count, pieces.Select(p => p.Title).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(pieces.Count, pieces.Select(p => p.FileName).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(Enumerable.Range(1, pieces.Count), pieces.Select(p => p.Number));
    }

    [Fact]
    public void Pieces_EnergeticAgainstCalm_AreFaster()
    {
        double Mean(Func<DemoPiece, bool> which) => DemoCatalogue.Pieces.Where(which).Average(p => p.TempoBpm);
        Assert.True(Mean(p => p.Mood.Arousal > 0.3) > Mean(p => p.Mood.Arousal < -0.3) + 20);
    }

    [Fact]
    public void Pieces_Bands_AreManyAndSaidToBeADemo()
    {
        Assert.True(DemoCatalogue.Pieces.Select(p => p.Band).Distinct().Count() >= 6);
        Assert.All(DemoCatalogue.Pieces, p => Assert.EndsWith($"({DemoPiece.Artist})", p.FullArtist, StringComparison.Ordinal));
    }
}
