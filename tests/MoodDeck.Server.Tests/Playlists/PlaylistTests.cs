using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Tests.Playlists;

public sealed class PlaylistTests(MusicHost host) : IClassFixture<MusicHost>
{
    private const string Lists = "/api/v1/listeners/default/playlists";

    [Fact]
    public async Task Playlist_MadeChangedAndErased_CarriesItsVersionAsTag()
    {
        var (bright, plain) = (await host.IdOfAsync(MusicHost.Bright), await host.IdOfAsync(MusicHost.Plain));
        using var made = await SendAsync(HttpMethod.Post, Lists, $$"""{"name":"Evening","trackIds":["{{bright}}","{{plain}}"]}""");
        Assert.Equal((HttpStatusCode.Created, "\"1\""), (made.StatusCode, made.Headers.ETag?.Tag));
        var list = await made.OkJsonAsync();
        Assert.Equal(["id", "name", "version", "createdAt", "updatedAt", "tracks"], list.Names());
        Assert.Equal(["trackId", "title", "artist", "track"], list.GetProperty("tracks")[0].Names());
        Assert.EndsWith("/stream", list.GetProperty("tracks")[0].GetProperty("track").GetProperty("streamUrl").GetString(), StringComparison.Ordinal);

        var address = made.Headers.Location!.ToString();
        using var moved = await SendAsync(HttpMethod.Put, address, $$"""{"trackIds":["{{plain}}","{{bright}}"]}""", "\"1\"");
        Assert.Equal("\"2\"", moved.Headers.ETag?.Tag);
        using var renamed = await SendAsync(HttpMethod.Put, address, """{"name":"Night","version":2}""");
        Assert.Equal([plain, bright], (await renamed.OkJsonAsync()).GetProperty("tracks").EnumerateArray().Select(t => t.GetProperty("trackId").GetString()));

        var summary = (await host.JsonAsync(Lists)).EnumerateArray().Single(l => l.GetProperty("name").GetString() == "Night");
        Assert.Equal((3, 2, 2), (summary.GetProperty("version").GetInt32(), summary.GetProperty("trackCount").GetInt32(), summary.GetProperty("playable").GetInt32()));
        using var cover = await host.Client.GetAsync(summary.GetProperty("artworkUrl").GetString());
        Assert.Equal(HttpStatusCode.OK, cover.StatusCode);

        using var erased = await host.Client.DeleteAsync(address);
        Assert.Equal(HttpStatusCode.NoContent, erased.StatusCode);
        using var gone = await host.Client.GetAsync(address);
        await gone.ProblemAsync(ProblemKind.UnknownPlaylist);
    }

    [Fact]
    public async Task PutPlaylist_WithoutOrWithAnOldVersion_ChangesNothing()
    {
        using var made = await SendAsync(HttpMethod.Post, Lists, """{"name":"Kept"}""");
        var address = made.Headers.Location!.ToString();
        using var blind = await SendAsync(HttpMethod.Put, address, """{"name":"Lost"}""");
        await blind.ProblemAsync(ProblemKind.VersionMissing);
        using var foreign = await SendAsync(HttpMethod.Put, address, """{"name":"Lost"}""", "\"abc\"");
        await foreign.ProblemAsync(ProblemKind.Stale);
        var changes = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => SendAsync(HttpMethod.Put, address, $$"""{"name":"By {{i}}","version":1}""")));
        Assert.Single(changes, c => c.StatusCode == HttpStatusCode.OK);
        Assert.Equal(5, changes.Count(c => c.StatusCode == HttpStatusCode.PreconditionFailed));
        Assert.Equal(2, (await host.JsonAsync(address)).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task PostPlaylist_Bad_IsRefused()
    {
        foreach (var (body, kind) in new[]
        {
            ("{}", ProblemKind.BadOption), ("""{"name":"X","trackIds":[null]}""", ProblemKind.BadOption), ("""{"name":"X","trackIds":["nothing"]}""", ProblemKind.UnknownTrack),
            ($$"""{"name":"X","trackIds":[{{string.Join(',', Enumerable.Repeat("\"a\"", 10_001))}}]}""", ProblemKind.BadOption), ("""{"name":7}""", ProblemKind.BadJson),
        })
        {
            using var response = await SendAsync(HttpMethod.Post, Lists, body);
            await response.ProblemAsync(kind);
        }

        using var nobody = await SendAsync(HttpMethod.Post, "/api/v1/listeners/nobody/playlists", """{"name":"X"}""");
        await nobody.ProblemAsync(ProblemKind.UnknownListener);
    }

    [Fact]
    public async Task GetExport_Formats_AreFilesWithTheName()
    {
        using var made = await SendAsync(HttpMethod.Post, Lists, $$"""{"name":"Été / 1","trackIds":["{{await host.IdOfAsync(MusicHost.Bright)}}"]}""");
        var address = made.Headers.Location + "/export";
        using var m3u8 = await host.Client.GetAsync(address);
        Assert.Equal("Été _ 1.m3u8", m3u8.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Contains(Path.Combine(host.MusicFolder, "bright.mp3"), await m3u8.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.StartsWith("title,artist,album", await host.Client.GetStringAsync(address + "?format=csv"), StringComparison.Ordinal);
        Assert.Equal(MusicHost.Bright, (await host.JsonAsync(address + "?format=json"))[0].GetProperty("title").GetString());
        using var other = await host.Client.GetAsync(address + "?format=xspf");
        await other.ProblemAsync(ProblemKind.BadOption);
    }

    [Fact]
    public async Task Ban_Track_IsNeverRecommendedToThatListener()
    {
        var bright = await host.IdOfAsync(MusicHost.Bright);
        using var banned = await host.Client.PutAsync($"/api/v1/listeners/default/tracks/{bright}/ban", null);
        Assert.Equal(HttpStatusCode.NoContent, banned.StatusCode);
        Assert.DoesNotContain(bright, await QueueAsync("""{"sources":["library"],"listener":"default"}"""));
        Assert.Contains(bright, await QueueAsync("""{"sources":["library"]}"""));
        var marked = (await host.JsonAsync("/api/v1/listeners/default/tracks")).EnumerateArray().Single(t => t.GetProperty("trackId").GetString() == bright);
        Assert.Equal(["trackId", "title", "artist", "mark", "at", "inCatalogue"], marked.Names());
        Assert.Equal("ban", marked.GetProperty("mark").GetString());

        using var lifted = await host.Client.DeleteAsync($"/api/v1/listeners/default/tracks/{bright}/ban");
        Assert.Equal(HttpStatusCode.NoContent, lifted.StatusCode);
        Assert.Contains(bright, await QueueAsync("""{"sources":["library"],"listener":"default"}"""));
    }

    [Fact]
    public async Task Mark_WhatIsNotThere_IsAProblem()
    {
        using var track = await host.Client.PutAsync("/api/v1/listeners/default/tracks/nothing/like", null);
        await track.ProblemAsync(ProblemKind.UnknownTrack);
        using var listener = await host.Client.PutAsync("/api/v1/listeners/nobody/tracks/nothing/like", null);
        await listener.ProblemAsync(ProblemKind.UnknownListener);
        using var queue = await SendAsync(HttpMethod.Post, "/api/v1/recommendations", """{"listener":"nobody"}""");
        await queue.ProblemAsync(ProblemKind.UnknownListener);
    }

    private async Task<IEnumerable<string?>> QueueAsync(string body)
    {
        using var response = await SendAsync(HttpMethod.Post, "/api/v1/recommendations", body);
        return (await response.OkJsonAsync()).GetProperty("tracks").EnumerateArray().Select(t => t.GetProperty("id").GetString());
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string body, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = Answers.Json(body) };
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await host.Client.SendAsync(request);
    }
}
