using System.Text.Json;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Tests.Playlists;

public sealed class SmartPlaylistTests(MusicHost host) : IClassFixture<MusicHost>
{
    private const string Lists = "/api/v1/listeners/default/smart-playlists";

    [Fact]
    public async Task SmartPlaylist_MadeChangedAndErased_CarriesItsVersionAsTag()
    {
        using var made = await SendAsync(HttpMethod.Post, Lists, """{"name":"Bright","rules":{"mood":{"valence":0.7,"arousal":0.6},"playable":true}}""");
        Assert.Equal((HttpStatusCode.Created, "\"1\""), (made.StatusCode, made.Headers.ETag?.Tag));
        Assert.Equal(["id", "name", "version", "createdAt", "updatedAt", "rules"], (await made.OkJsonAsync()).Names());
        var address = made.Headers.Location!.ToString();

        var held = await host.JsonAsync(address + "/tracks");
        Assert.Equal(["matching", "playable", "total", "tracks"], held.Names());
        Assert.Equal(MusicHost.Bright, Assert.Single(held.GetProperty("tracks").EnumerateArray()).GetProperty("title").GetString());

        using var changed = await SendAsync(HttpMethod.Put, address, """{"rules":{"sources":["library"],"order":"path"},"version":1}""");
        Assert.Equal("\"2\"", changed.Headers.ETag?.Tag);
        Assert.Equal(["Plain Song", "Bright Song"], Titles(await host.JsonAsync(address + "/tracks")));
        Assert.Equal(["Bright Song"], Titles(await host.JsonAsync(address + "/tracks?offset=1&limit=1")));
        using var stale = await SendAsync(HttpMethod.Put, address, """{"name":"Other","version":1}""");
        await stale.ProblemAsync(ProblemKind.Stale);
        using var unsaid = await SendAsync(HttpMethod.Put, address, """{"name":"Other"}""");
        await unsaid.ProblemAsync(ProblemKind.VersionMissing);
        Assert.Contains((await host.JsonAsync(Lists)).EnumerateArray(), l => l.GetProperty("rules").GetProperty("order").GetString() == "path");

        var m3u8 = await host.Client.GetStringAsync(address + "/export");
        Assert.Equal(2, m3u8.Split(host.MusicFolder).Length - 1);
        using var erased = await host.Client.DeleteAsync(address);
        Assert.Equal(HttpStatusCode.NoContent, erased.StatusCode);
        using var gone = await host.Client.GetAsync(address);
        await gone.ProblemAsync(ProblemKind.UnknownPlaylist);
    }

    [Fact]
    public async Task PostPlaylist_OfASmartOne_IsAPlainOneOfWhatItHolds()
    {
        using var made = await SendAsync(HttpMethod.Post, Lists, """{"name":"Mine","rules":{"sources":["library"]}}""");
        using var copied = await SendAsync(HttpMethod.Post, made.Headers.Location + "/playlist", """{"name":"Kept"}""");
        Assert.Equal(HttpStatusCode.Created, copied.StatusCode);
        var list = await host.JsonAsync(copied.Headers.Location!.ToString());
        Assert.Equal(("Kept", 2), (list.GetProperty("name").GetString(), list.GetProperty("tracks").GetArrayLength()));
    }

    [Fact]
    public async Task PostPreview_Rules_TellsHowManyAndTheFirst()
    {
        using var all = await SendAsync(HttpMethod.Post, Lists + "/preview", """{"rules":{"limit":30}}""");
        var held = await all.OkJsonAsync();
        Assert.Equal((1547, 2, 30, 20), (held.GetProperty("matching").GetInt32(), held.GetProperty("playable").GetInt32(), held.GetProperty("total").GetInt32(), held.GetProperty("tracks").GetArrayLength()));
        using var nothing = await SendAsync(HttpMethod.Post, Lists + "/preview", "{}");
        Assert.Equal(1547, (await nothing.OkJsonAsync()).GetProperty("matching").GetInt32());
    }

    [Theory]
    [InlineData("""{"rules":{"colour":"red"}}""", "bad-option")]
    [InlineData("""{"rules":{"mood":{"name":"hungry"}}}""", "bad-option")]
    [InlineData("""{"rules":{"order":"nearest"}}""", "bad-option")]
    [InlineData("""{"rules":{"genres":[null]}}""", "bad-option")]
    [InlineData("""{"rules":{"limit":1000000000}}""", "bad-option")]
    [InlineData("""{"rules":{"limit":99999999999}}""", "bad-json")]
    [InlineData("""{"rules":{"genres":"pop"}}""", "bad-json")]
    [InlineData("""{"rules":[]}""", "bad-json")]
    [InlineData("""{"rules":{"mood":"calm"}}""", "bad-json")]
    [InlineData("""{"rules":{"playable":1}}""", "bad-json")]
    [InlineData("", "bad-request")]
    [InlineData("{", "bad-json")]
    public async Task PostPreview_BadRules_AreNamed(string body, string kind)
    {
        using var response = await SendAsync(HttpMethod.Post, Lists + "/preview", body);
        await response.ProblemAsync(new[] { ProblemKind.BadJson, ProblemKind.BadOption, ProblemKind.BadRequest }.Single(k => k.Name == kind));
    }

    [Fact]
    public async Task SmartPlaylists_WhatIsNotThere_IsSaid()
    {
        using var nobody = await host.Client.GetAsync("/api/v1/listeners/nobody/smart-playlists");
        await nobody.ProblemAsync(ProblemKind.UnknownListener);
        using var preview = await SendAsync(HttpMethod.Post, "/api/v1/listeners/nobody/smart-playlists/preview", "{}");
        await preview.ProblemAsync(ProblemKind.UnknownListener);
        foreach (var path in (string[])["", "/tracks", "/export"])
        {
            using var unknown = await host.Client.GetAsync(Lists + "/9999" + path);
            await unknown.ProblemAsync(ProblemKind.UnknownPlaylist);
        }

        using var nameless = await SendAsync(HttpMethod.Post, Lists, """{"name":" ","rules":{}}""");
        await nameless.ProblemAsync(ProblemKind.BadOption);
        using var many = await host.Client.GetAsync(Lists + "/1/tracks?limit=1001");
        await many.ProblemAsync(ProblemKind.BadOption);
    }

    private static IEnumerable<string?> Titles(JsonElement held) => held.GetProperty("tracks").EnumerateArray().Select(t => t.GetProperty("title").GetString());

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string json) =>
        host.Client.SendAsync(new(method, path) { Content = Answers.Json(json) });
}
