using MoodDeck.Core.Music;

namespace MoodDeck.Recommend.Tests;

public sealed class NoteTests
{
    [Fact]
    public void Recommend_NothingInTheLanguagePlays_SaysSoAndWhatWould()
    {
        var catalogue = Enumerable.Range(0, 30).Select(i => Tracks.At(0.1, 0.1, $"s{i}", $"A{i}", "es")).ToList();
        catalogue.AddRange(Enumerable.Range(0, 4).Select(i => Tracks.At(0.1, 0.1, $"d{i}", "MoodDeck Demo", "zxx", source: TrackSource.Demo, playable: true)));
        catalogue.AddRange(Enumerable.Range(0, 9).Select(i => Tracks.At(-0.9, 0.9, $"far{i}", "MoodDeck Demo", "zxx", source: TrackSource.Demo, playable: true)));
        var result = catalogue.Recommend(Tracks.Request(0.1, 0.1) with { Languages = ["es"] });
        Assert.Equal(["Nothing in Spanish plays here; 4 demo tracks without words would."], result.Notes);
    }

    [Fact]
    public void Recommend_NothingPlaysAtAll_SaysHowSomethingWould()
    {
        var result = Enumerable.Range(0, 30).Select(i => Tracks.At(0, 0, $"t{i}", $"A{i}")).Recommend(Tracks.Request(0, 0));
        Assert.Equal(["Nothing plays here yet: make the demo library or scan a music folder."], result.Notes);
    }

    [Fact]
    public void Recommend_PlayableTracksDoNotFit_SaysSo()
    {
        var catalogue = Enumerable.Range(0, 30).Select(i => Tracks.At(0.6, 0.6, $"t{i}", $"A{i}")).ToList();
        catalogue.Add(Tracks.At(-0.8, -0.8, "far", "B", playable: true));
        Assert.Equal(
            ["None of these plays here; 1 track that does is further from this mood."], catalogue.Recommend(Tracks.Request(0.6, 0.6)).Notes);
    }

    [Fact]
    public void Recommend_FewerThanTheLimit_NamesTheFilterToLoosen()
    {
        var catalogue = Enumerable.Range(0, 50).Select(i => Tracks.At(0, 0, $"t{i}", $"A{i}", i < 40 ? "fr" : "de", i < 3 ? "jazz" : "pop", playable: true)).ToList();
        var result = catalogue.Recommend(Tracks.Request(0, 0) with { Languages = ["fr"], Genres = ["jazz"] });
        Assert.Equal(3, result.Tracks.Count);
        Assert.Equal(["Only 3 tracks fit these filters; without the genre filter there would be 40."], result.Notes);
    }

    [Fact]
    public void Recommend_UnknownArtist_SaysSo()
    {
        var result = Tracks.Many(1, 100, 10).Recommend(Tracks.Request(0, 0) with { Artists = ["Nobody"] });
        Assert.Empty(result.Tracks);
        Assert.Contains("The catalogue has no artist called Nobody.", result.Notes);
        Assert.Contains("No track fits these filters; without the artist filter there would be 100.", result.Notes);
    }

    [Fact]
    public void Recommend_EmptyCatalogue_SaysSo() =>
        Assert.Equal(["The catalogue is empty. Scan a music folder or import a table."], Array.Empty<Track>().Recommend(Tracks.Request(0, 0)).Notes);

    [Fact]
    public void Recommend_EverythingAsWished_SaysNothing()
    {
        var catalogue = Enumerable.Range(0, 40).Select(i => Tracks.At(0, 0, $"t{i}", $"A{i}", playable: true)).ToList();
        Assert.Empty(catalogue.Recommend(Tracks.Request(0, 0)).Notes);
    }
}
