using Dapper;
using MoodDeck.Core.Music;
using MoodDeck.Library.Starter;
using MoodDeck.Library.Storage;

namespace MoodDeck.Library.Tests.Starter;

public sealed class StarterCatalogueTests
{
    private const string Header = "title,artist,album,year,language,genre,valence,arousal,dominance,sigma\n";

    [Fact]
    public void Read_Catalogue_KeepsEveryRule() => Assert.Empty(StarterRules.Broken([.. StarterCatalogue.Read()]));

    [Fact]
    public async Task Open_FreshFolder_HoldsEverySong()
    {
        using var library = new TestLibrary(fresh: true);
        Assert.Equal(StarterCatalogue.Read().OrderBy(s => s.Id), (await library.TracksAsync(TrackSource.Starter)).OrderBy(s => s.Id));
    }

    [Fact]
    public async Task Open_FolderWithAnOlderEdition_IsBroughtUpToDate()
    {
        using var library = new TestLibrary();
        var songs = await library.TracksAsync(TrackSource.Starter);
        using (var connection = library.Database.Connect())
        {
            connection.Execute("UPDATE facts SET value = 'older' WHERE name = 'starter_catalogue'");
            connection.Execute("UPDATE tracks SET valence = 0, title = 'Changed' WHERE id = @Id", new { songs[0].Id });
            connection.Execute("UPDATE tracks SET id = 'withdrawn', external_key = 'withdrawn' WHERE id = @Id", new { songs[1].Id });
        }

        var version = await library.Catalogue.VersionAsync();
        using var newer = LibraryDatabase.Open(library.Data, connectionString: library.Connection);
        Assert.Equal(songs.OrderBy(s => s.Id), (await library.TracksAsync(TrackSource.Starter)).OrderBy(s => s.Id));
        Assert.True(await library.Catalogue.VersionAsync() > version);
    }

    [Fact]
    public void Read_Comments_AreLeftOut_AndASongMayStartWithTheirSign()
    {
        var songs = StarterFile.Read(new StringReader("# A comment\n" + Header + "#9 Dream,John Lennon,Walls and Bridges,1974,en,rock,0.3,-0.2,0,0.25\n"), "x");
        Assert.Equal("#9 Dream", Assert.Single(songs).Title);
    }

    [Theory]
    [InlineData("A,B,C,1999,en,pop,1.5,0,0,0.2")]
    [InlineData("A,B,C,1999,en,pop,0.5,0,0")]
    [InlineData("A,,C,1999,en,pop,0.5,0,0,0.2")]
    [InlineData("A,B,C,99a,en,pop,0.5,0,0,0.2")]
    public void Read_RowThatIsNotAsItShouldBe_NamesIt(string row) =>
        Assert.Contains(row, Assert.Throws<FormatException>(() => StarterFile.Read(new StringReader(Header + row), "x").ToList()).Message);

    [Fact]
    public void Rules_BrokenCatalogue_IsNoticed()
    {
        var song = new Track { Id = "1", Title = "Déjà", Artist = "A", Year = 1890, Language = "xx", Source = TrackSource.Starter };
        var broken = StarterRules.Broken([song, song with { Title = "DEJA" }]).ToList();
        Assert.Contains(broken, b => b.Contains("2 times", StringComparison.Ordinal));
        Assert.Contains(broken, b => b.Contains("year 1890", StringComparison.Ordinal));
        Assert.Contains(broken, b => b.Contains("language xx", StringComparison.Ordinal));
        Assert.Contains(broken, b => b.Contains("expected 1,200", StringComparison.Ordinal));
    }
}
