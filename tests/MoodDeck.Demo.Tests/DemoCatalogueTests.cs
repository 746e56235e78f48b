using MoodDeck.Core.Mood;
using MoodDeck.Demo.Composition;
using MoodDeck.Demo.Composition.Parts;
using MoodDeck.Demo.Pieces;

namespace MoodDeck.Demo.Tests;

public sealed class DemoCatalogueTests
{
    [Fact]
    public void Pieces_All_HaveNamesAndMoodsOfTheirOwn()
    {
        Assert.True(DemoCatalogue.Pieces.Count >= 24);
        Assert.Equal(DemoCatalogue.Pieces.Count, DemoCatalogue.Pieces.DistinctBy(p => p.Title).Count());
        Assert.Equal(DemoCatalogue.Pieces.Count, DemoCatalogue.Pieces.DistinctBy(p => p.FileName).Count());
        Assert.Equal(DemoCatalogue.Pieces.Count, DemoCatalogue.Pieces.DistinctBy(p => p.Mood).Count());
        Assert.All(DemoCatalogue.Pieces, p => Assert.True(p.Mood.IsInRange));
        Assert.All(DemoCatalogue.Pieces, p => Assert.Matches("^[0-9]{2}-[a-z-]+\\.mp3$", p.FileName));
    }

    [Fact]
    public void Pieces_All_CoverEverySectorOfTheRimTwice()
    {
        foreach (var mood in NamedMoods.All.Where(m => m.OnRim))
            Assert.True(DemoCatalogue.Pieces.Count(p => NamedMoods.Nearest(p.Mood) == mood) >= 2, mood.Name);
        Assert.Contains(DemoCatalogue.Pieces, p => NamedMoods.Nearest(p.Mood).Name == "neutral");
    }

    [Fact]
    public void Pieces_AlbumAndQuadrant_GoTogether()
    {
        Assert.Equal(4, DemoCatalogue.Pieces.DistinctBy(p => p.Album).Count());
        foreach (var album in DemoCatalogue.Pieces.GroupBy(p => p.Album))
            Assert.Single(album.Select(p => (p.Mood.Valence >= 0, p.Mood.Arousal >= 0)).Distinct());
    }

    [Fact]
    public void Pieces_Arousal_GoesWithTempoAndDensity()
    {
        Assert.True(Correlation(PieceBook.All.Select(p => (p.Mood.Arousal, p.TempoBpm))) > 0.6);
        Assert.True(Correlation(PieceBook.All.Select(p => (p.Mood.Arousal, NotesPerSecond(p)))) > 0.6);
    }

    [Fact]
    public void Pieces_Valence_GoesWithMajorChords() =>
        Assert.True(Correlation(PieceBook.All.Select(p => (p.Mood.Valence, MajorShare(p)))) > 0.5);

    private static double NotesPerSecond(PieceSpec spec)
    {
        var score = Score.Compose(spec);
        return score.Parts.Where(p => p.Spec is not DronePart).Sum(p => p.Notes.Select(n => n.Start).Distinct().Count()) / score.DurationSeconds;
    }

    private static double MajorShare(PieceSpec spec)
    {
        var spans = new Plan(spec).Harmony.Spans;
        return spans.Where(s => s.Chord.PitchClasses.Contains((s.Chord.Root + 4) % 12)).Sum(s => s.Length) / spans.Sum(s => s.Length);
    }

    private static double Correlation(IEnumerable<(double X, double Y)> pairs)
    {
        var all = pairs.ToArray();
        var (meanX, meanY) = (all.Average(p => p.X), all.Average(p => p.Y));
        return all.Sum(p => (p.X - meanX) * (p.Y - meanY)) / Math.Sqrt(all.Sum(p => Math.Pow(p.X - meanX, 2)) * all.Sum(p => Math.Pow(p.Y - meanY, 2)));
    }
}
