using MoodDeck.Core.Music;
using MoodDeck.Library.Catalogue;

namespace MoodDeck.Library.Tests.Catalogue;

public sealed class CatalogueTests
{
    private const string Table =
        "title,artist,album,year,language,genre,valence,energy\n" +
        "Déjà Vu,Beyoncé,B'Day,2006,en,R&B,0.8,0.9\n" +
        "Halo,BEYONCÉ,I Am,2008,en,Pop,0.5,0.6\n" +
        "紅豆,王菲,唱遊,1998,zh,Pop,0.3,0.2\n" +
        "100% Pure_Love,Crystal Waters,Storyteller,1994,en,House,0.9,0.8\n" +
        "Nameless,,,,,,,\n";

    [Theory]
    [InlineData("deja", 1)]
    [InlineData("BEYONCE", 2)]
    [InlineData("eyonc day", 1)]
    [InlineData("halo beyoncé", 1)]
    [InlineData("紅豆", 1)]
    [InlineData("100%", 1)]
    [InlineData("0%", 1)]
    [InlineData("e_", 1)]
    [InlineData("\"", 0)]
    [InlineData("\" OR \"", 0)]
    [InlineData("halo\0beyonce", 1)]
    [InlineData("no such song", 0)]
    public async Task SearchAsync_Text_FindsPartsOfWordsWithoutCaseAndAccents(string text, int expected)
    {
        using var library = new TestLibrary();
        await library.ImportAsync("t.csv", Table);
        var page = await library.Catalogue.SearchAsync(new() { Text = text, Sources = [TrackSource.Import] });
        Assert.Equal(expected, page.Total);
        Assert.Equal(expected, page.Tracks.Count);
    }

    [Theory]
    [InlineData("deja")]
    [InlineData("é v")]
    [InlineData("BEYONCÉ halo")]
    [InlineData("紅")]
    [InlineData("e_")]
    [InlineData("a")]
    [InlineData("")]
    [InlineData("no such song")]
    public async Task SearchAsync_WarmedUp_AnswersAsTheDatabaseDoes(string text)
    {
        using var library = new TestLibrary();
        await library.ImportAsync("t.csv", Table);
        TrackQuery query = new() { Text = text, Limit = 40, Offset = 2 };
        var cold = await library.Catalogue.SearchAsync(query);
        await library.Catalogue.WarmUpAsync();
        var warm = await library.Catalogue.SearchAsync(query);
        Assert.Equal(cold.Total, warm.Total);
        Assert.Equal(cold.Tracks, warm.Tracks);
    }

    [Fact]
    public async Task SearchAsync_ChangedAfterWarmUp_FindsWhatIsNew()
    {
        using var library = new TestLibrary();
        await library.Catalogue.WarmUpAsync();
        await library.ImportAsync("t.csv", Table);
        for (var again = 0; again < 3; again++) Assert.Equal(2, (await library.Catalogue.SearchAsync(new() { Text = "beyonce" })).Tracks.Count(t => t.Source == TrackSource.Import));
    }

    [Fact]
    public async Task SearchAsync_Filters_AreAllKept()
    {
        using var library = new TestLibrary();
        await library.ImportAsync("t.csv", Table);
        var page = await library.Catalogue.SearchAsync(new()
        {
            Languages = ["EN", "zh"], Artists = ["beyonce", "王菲"], Genres = ["POP"], Sources = [TrackSource.Import], Playable = false,
        });
        Assert.Equal(["Halo", "紅豆"], page.Tracks.Select(t => t.Title));
        Assert.Equal(0, (await library.Catalogue.SearchAsync(new() { Playable = true })).Total);
    }

    [Fact]
    public async Task SearchAsync_Pages_JoinToTheWhole()
    {
        using var library = new TestLibrary();
        var all = new List<string>();
        for (var offset = 0; offset < 100; offset += 20)
            all.AddRange((await library.Catalogue.SearchAsync(new() { Limit = 20, Offset = offset })).Tracks.Select(t => t.Id));
        Assert.Equal((await library.Catalogue.SearchAsync(new() { Limit = 100 })).Tracks.Select(t => t.Id), all);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task SearchAsync_LimitOutOfRange_Throws(int limit)
    {
        using var library = new TestLibrary();
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => library.Catalogue.SearchAsync(new() { Limit = limit }));
    }

    [Fact]
    public async Task FindAsync_SeveralIds_ComeInTheirOrderWithoutTheUnknown()
    {
        using var library = new TestLibrary();
        var ids = (await library.TracksAsync()).Take(3).Select(t => t.Id).Reverse().ToList();
        Assert.Equal(ids, (await library.Catalogue.FindAsync([ids[0], "nobody", ids[1], ids[2]])).Select(t => t.Id));
        Assert.Null(await library.Catalogue.FindAsync("nobody"));
    }

    [Fact]
    public async Task FindAsync_MoreIdsThanAStatementHolds_ComeInTheirOrderAsOftenAsAsked()
    {
        using var library = new TestLibrary();
        await library.ImportAsync("t.csv", "title,artist\n" + string.Concat(Enumerable.Range(0, 1100).Select(i => $"Song {i},A\n")));
        List<string> ids = [.. (await library.TracksAsync(TrackSource.Import)).Select(t => t.Id).Reverse()];
        ids.Add(ids[700]);
        Assert.Equal(1101, ids.Count);
        Assert.Equal(ids, (await library.Catalogue.FindAsync(ids)).Select(t => t.Id));
        Assert.Empty(await library.Catalogue.FindAsync([]));
    }

    [Fact]
    public async Task FacetsAsync_Counts_AddUp()
    {
        using var library = new TestLibrary();
        await library.ImportAsync("t.csv", Table);
        var facets = await library.Catalogue.FacetsAsync();
        var stats = await library.Catalogue.StatsAsync();
        Assert.Equal(stats.Tracks, facets.Sources.Sum(s => s.Tracks));
        Assert.Equal(5, facets.Sources.Single(s => s.Value == "import").Tracks);
        Assert.Equal(stats.Artists, facets.Artists.Count);
        Assert.Equal(stats.Languages, facets.Languages.Count);
        Assert.Contains(facets.Languages, l => l is { Value: "es", Name: "Spanish", Playable: 0 });
        Assert.Equal(facets.Artists.Select(a => a.Tracks).OrderDescending(), facets.Artists.Select(a => a.Tracks));
        Assert.Single(facets.Artists, a => FoldedText.Fold(a.Name) == "beyonce");
        Assert.Equal(1, stats.Tracks - stats.WithMood);
    }

    [Fact]
    public async Task IndexAsync_NoChange_IsTheSameIndex_AndAnotherAfterAChange()
    {
        using var library = new TestLibrary();
        var first = await library.Catalogue.IndexAsync();
        Assert.Same(first, await library.Catalogue.IndexAsync());
        await library.ImportAsync("t.csv", Table);
        var second = await library.Catalogue.IndexAsync();
        Assert.Equal(first.Count + 5, second.Count);
        await library.ImportAsync("t.csv", Table);
        Assert.Same(second, await library.Catalogue.IndexAsync());
    }

    [Fact]
    public async Task PlanAsync_Request_GivesWholeTracksInOrder()
    {
        using var library = new TestLibrary();
        var plan = await library.Get<QueuePlanner>().PlanAsync(new() { Languages = ["es"], Limit = 10 });
        Assert.Equal(10, plan.Tracks.Count);
        Assert.Equal(plan.Result.Tracks.Select(t => t.Id), plan.Tracks.Select(t => t.Id));
        Assert.All(plan.Tracks, t => Assert.Equal("es", t.Language));
    }
}
