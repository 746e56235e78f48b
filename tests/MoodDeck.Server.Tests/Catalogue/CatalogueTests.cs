using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Tests.Catalogue;

public sealed class CatalogueTests(MusicHost host) : IClassFixture<MusicHost>
{
    [Fact]
    public async Task GetTracks_NoQuery_PagesThroughEverything()
    {
        var first = await host.JsonAsync("/api/v1/tracks?limit=2");
        var second = await host.JsonAsync("/api/v1/tracks?limit=2&offset=2");
        Assert.True(first.GetProperty("total").GetInt32() > 1200);
        var ids = first.GetProperty("tracks").EnumerateArray().Concat(second.GetProperty("tracks").EnumerateArray()).Select(t => t.GetProperty("id").GetString());
        Assert.Equal(4, ids.Distinct().Count());
    }

    [Fact]
    public async Task GetTracks_Playable_GivesAddressesThatWork()
    {
        var page = await host.JsonAsync("/api/v1/tracks?playable=true&query=bright");
        var track = page.GetProperty("tracks").EnumerateArray().Single();
        Assert.Equal(["id", "title", "artist", "album", "year", "language", "genre", "durationSeconds", "mood", "playable", "source", "links", "streamUrl", "artworkUrl", "loudnessLufs", "truePeakDb", "trackNumber", "discNumber", "hasLyrics"], track.Names());
        Assert.True(track.GetProperty("playable").GetBoolean());
        Assert.InRange(track.GetProperty("loudnessLufs").GetDouble(), -9.5, -7.5);
        Assert.Equal(7, track.GetProperty("trackNumber").GetInt32());
        foreach (var name in new[] { "streamUrl", "artworkUrl" })
        {
            using var response = await host.Client.GetAsync(track.GetProperty(name).GetString());
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        Assert.Equal(track.GetRawText(), (await host.JsonAsync("/api/v1/tracks/" + track.GetProperty("id").GetString())).GetRawText());
    }

    [Fact]
    public async Task GetTracks_RepeatedFilters_AreAlternatives()
    {
        var page = await host.JsonAsync("/api/v1/tracks?language=es&language=pt&limit=1000");
        Assert.Equal(["es", "pt"], page.GetProperty("tracks").EnumerateArray().Select(t => t.GetProperty("language").GetString()).Distinct().Order());
        Assert.Equal(page.GetProperty("total").GetInt32(), page.GetProperty("tracks").GetArrayLength());
    }

    [Fact]
    public async Task GetTracks_LanguageNobodySingsIn_IsEmpty()
    {
        var page = await host.JsonAsync("/api/v1/tracks?language=qq");
        Assert.Equal("{\"total\":0,\"tracks\":[]}", page.GetRawText());
    }

    [Fact]
    public async Task GetTracks_BadValues_NameWhatIsAllowed()
    {
        foreach (var (query, kind, hint) in new[]
        {
            ("language=e5", ProblemKind.BadLanguage, "ISO 639-1"), ("source=vinyl", ProblemKind.BadOption, "library, demo, starter"),
            ("limit=0", ProblemKind.BadOption, "1 to 1000"), ("limit=1001", ProblemKind.BadOption, "1 to 1000"),
            ("offset=-1", ProblemKind.BadOption, "0 or more"), ("playable=perhaps", ProblemKind.BadOption, "perhaps"),
        })
        {
            using var response = await host.Client.GetAsync("/api/v1/tracks?" + query);
            Assert.Contains(hint, await response.ProblemAsync(kind), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task GetTrack_UnknownId_IsAProblem()
    {
        using var response = await host.Client.GetAsync("/api/v1/tracks/nobody");
        await response.ProblemAsync(ProblemKind.UnknownTrack);
    }

    [Fact]
    public async Task GetFacets_MostTracksFirst_WithNamesAndWhatPlays()
    {
        var facets = await host.JsonAsync("/api/v1/facets");
        Assert.Equal(["languages", "artists", "genres", "sources"], facets.Names());
        var languages = facets.GetProperty("languages").EnumerateArray().ToList();
        var spanish = languages.Single(l => l.GetProperty("value").GetString() == "es");
        Assert.Equal(("Spanish", 1), (spanish.GetProperty("name").GetString(), spanish.GetProperty("playable").GetInt32()));
        var counts = languages.Select(l => l.GetProperty("tracks").GetInt32()).ToList();
        Assert.Equal(counts.OrderDescending(), counts);
    }
}
