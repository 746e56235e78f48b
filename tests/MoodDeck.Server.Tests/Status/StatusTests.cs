using MoodDeck.Core.Mood;

namespace MoodDeck.Server.Tests.Status;

public sealed class StatusTests(DeckHost host) : IClassFixture<DeckHost>
{
    [Fact]
    public async Task GetHealth_Running_IsOk() => Assert.Equal("ok", await host.Client.GetStringAsync("/healthz"));

    [Fact]
    public async Task GetStatus_FreshFolder_TellsWhatIsThere()
    {
        var status = await host.JsonAsync("/api/v1/status");
        Assert.Equal(["version", "tracks", "models", "demo"], status.Names());
        Assert.Equal(("0.1.0", "absent"), (status.GetProperty("version").GetString(), status.GetProperty("demo").GetString()));
        Assert.Equal("""{"emotion":"fake","faces":"fake"}""", status.GetProperty("models").GetRawText());
        Assert.True(status.GetProperty("tracks").GetProperty("total").GetInt32() >= 1200);
        Assert.Equal(0, status.GetProperty("tracks").GetProperty("playable").GetInt32());
    }

    [Fact]
    public async Task GetMoods_Names_AreTheRimFirst()
    {
        var moods = (await host.JsonAsync("/api/v1/moods")).EnumerateArray().ToList();
        Assert.Equal(NamedMoods.All.Select(m => m.Name), moods.Select(m => m.GetProperty("name").GetString()));
        Assert.Equal(12, moods.TakeWhile(m => m.GetProperty("onRim").GetBoolean()).Count());
        Assert.Equal("""{"name":"pleasant","valence":0.7,"arousal":0,"dominance":0.3,"onRim":true}""", moods[0].GetRawText());
    }

    [Fact]
    public async Task GetOpenApi_Description_NamesEveryAddress()
    {
        var description = await host.JsonAsync("/openapi/v1.json");
        Assert.Equal("MoodDeck", description.GetProperty("info").GetProperty("title").GetString());
        string[] expected =
        [
            "/albums", "/analyze", "/artists", "/demo", "/facets", "/lan", "/lan/devices", "/lan/devices/{id}", "/lan/invitation", "/lan/pair",
            "/library/folders", "/library/moods", "/library/places", "/library/problems", "/library/scan",
            "/listeners", "/listeners/{id}", "/listeners/{id}/corrections",
            "/listeners/{id}/corrections/last", "/listeners/{id}/corrections/{correction}", "/listeners/{id}/journal", "/listeners/{id}/journal/export",
            "/listeners/{id}/moods", "/listeners/{id}/neutral", "/listeners/{id}/playlists", "/listeners/{id}/playlists/{playlistId}",
            "/listeners/{id}/playlists/{playlistId}/export", "/listeners/{id}/plays",
            "/listeners/{id}/smart-playlists", "/listeners/{id}/smart-playlists/preview", "/listeners/{id}/smart-playlists/{playlistId}",
            "/listeners/{id}/smart-playlists/{playlistId}/export", "/listeners/{id}/smart-playlists/{playlistId}/playlist",
            "/listeners/{id}/smart-playlists/{playlistId}/tracks",
            "/listeners/{id}/taste", "/listeners/{id}/taste/export", "/listeners/{id}/taste/start", "/listeners/{id}/taste/tasting",
            "/listeners/{id}/tracks", "/listeners/{id}/tracks/{trackId}/ban",
            "/listeners/{id}/tracks/{trackId}/like", "/listeners/{id}/tracks/{trackId}/mood",
            "/live", "/moods", "/recommendations", "/stations", "/stations/near", "/status", "/tracks", "/tracks/{id}", "/tracks/{id}/artwork",
            "/tracks/{id}/lyrics", "/tracks/{id}/sheet", "/tracks/{id}/spectrogram", "/tracks/{id}/stream",
            "/trainings", "/trainings/go-back", "/trainings/{id}", "/trainings/{id}/keep", "/trainings/{id}/report",
            "/trainings/{id}/start", "/trainings/{id}/stop", "/trainings/{id}/try",
        ];
        Assert.Equal(expected.Select(p => "/api/v1" + p), description.GetProperty("paths").Names().Order(StringComparer.Ordinal));
        var recommend = description.GetProperty("paths").GetProperty("/api/v1/recommendations").GetProperty("post").GetProperty("requestBody").GetProperty("content");
        Assert.Equal(["application/json", "multipart/form-data"], recommend.Names());
        var corrected = description.GetProperty("paths").GetProperty("/api/v1/listeners/{id}/corrections").GetProperty("post").GetProperty("requestBody").GetProperty("content");
        Assert.Equal(["multipart/form-data"], corrected.Names());
        var upload = description.GetProperty("paths").GetProperty("/api/v1/trainings").GetProperty("post").GetProperty("requestBody").GetProperty("content");
        Assert.Equal(["application/zip"], upload.Names());
    }
}
