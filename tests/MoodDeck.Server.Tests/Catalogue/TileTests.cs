using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Tests.Catalogue;

public sealed class TileTests(MusicHost host) : IClassFixture<MusicHost>
{
    [Fact]
    public async Task GetAlbums_WhatPlaysHere_ComesFirstWithItsCover()
    {
        var page = await host.JsonAsync("/api/v1/albums?limit=2");
        Assert.Equal(["total", "albums"], page.Names());
        var album = page.GetProperty("albums")[0];
        Assert.Equal(["title", "artist", "year", "tracks", "playable", "artworkUrl", "trackIds"], album.Names());
        Assert.Equal(("Bench", "The Testers", 2001, 1), (album.GetProperty("title").GetString(), album.GetProperty("artist").GetString(), album.GetProperty("year").GetInt32(), album.GetProperty("playable").GetInt32()));
        Assert.Equal(await host.IdOfAsync(MusicHost.Bright), album.GetProperty("trackIds")[0].GetString());
        using var cover = await host.Client.GetAsync(album.GetProperty("artworkUrl").GetString());
        Assert.Equal(HttpStatusCode.OK, cover.StatusCode);
        Assert.Equal(0, page.GetProperty("albums")[1].GetProperty("playable").GetInt32());
    }

    [Fact]
    public async Task GetArtists_Query_FindsThem()
    {
        var page = await host.JsonAsync("/api/v1/artists?query=TESTERS");
        Assert.Equal((1, "The Testers"), (page.GetProperty("total").GetInt32(), page.GetProperty("artists")[0].GetProperty("name").GetString()));
        Assert.Equal(["name", "albums", "tracks", "playable", "artworkUrl", "trackIds"], page.GetProperty("artists")[0].Names());
        Assert.Equal("""{"total":0,"artists":[]}""", (await host.JsonAsync("/api/v1/artists?query=nosuchartist")).GetRawText());
    }

    [Theory]
    [InlineData("/api/v1/albums?limit=0", "1 to 500")]
    [InlineData("/api/v1/artists?limit=501", "1 to 500")]
    [InlineData("/api/v1/albums?offset=-1", "0 or more")]
    [InlineData("/api/v1/artists?limit=many", "many")]
    public async Task GetTiles_BadPage_IsRefused(string path, string hint)
    {
        using var response = await host.Client.GetAsync(path);
        Assert.Contains(hint, await response.ProblemAsync(ProblemKind.BadOption), StringComparison.Ordinal);
    }
}
