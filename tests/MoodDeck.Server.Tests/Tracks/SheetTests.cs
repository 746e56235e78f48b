using System.Text.Json;
using MoodDeck.Library.Sound;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Tests.Tracks;

public sealed class SheetTests(MusicHost host) : IClassFixture<MusicHost>
{
    [Fact]
    public async Task Get_ScannedFile_TellsWhatWasHeardAndWhatItIs()
    {
        var sheet = await SheetAsync(await host.IdOfAsync(MusicHost.Plain));
        Assert.Equal((MusicHost.Plain, "tags"), (sheet.GetProperty("track").GetProperty("title").GetString(), sheet.GetProperty("moodFrom").GetString()));
        Assert.Equal(0.15, sheet.GetProperty("spread").GetProperty("valence").GetDouble(), 3);
        var sound = sheet.GetProperty("sound");
        Assert.Equal(2, sound.GetProperty("listenedSeconds").GetDouble(), 0.1);
        // A tone of 439 Hz.
        Assert.Equal(439, sound.GetProperty("centroidHertz").GetDouble(), 5.0);
        var file = sheet.GetProperty("file");
        Assert.Equal(("plain.flac", "flac", 22_050, 2), (
            file.GetProperty("name").GetString(), file.GetProperty("codec").GetString(), file.GetProperty("sampleRateHertz").GetInt32(), file.GetProperty("channels").GetInt32()));
        Assert.False(sheet.GetProperty("hasLyrics").GetBoolean());
    }

    [Fact]
    public async Task Get_AfterTheWholeFileWasMeasured_HasItsCurve()
    {
        var id = await host.IdOfAsync(MusicHost.Bright);
        Assert.False((await SheetAsync(id)).GetProperty("loudness").GetProperty("wholeFile").GetBoolean());
        await host.Get<IWholeFiles>().MeasureAsync(1);
        var loudness = (await SheetAsync(id)).GetProperty("loudness");
        Assert.True(loudness.GetProperty("wholeFile").GetBoolean());
        // At 0.4 of full scale, and an MP3.
        Assert.Equal(-7.96, loudness.GetProperty("truePeakDb").GetDouble(), 0.5);
        Assert.NotEmpty(loudness.GetProperty("curve").GetProperty("lufs").EnumerateArray());
    }

    [Fact]
    public async Task Get_SongWithoutAFile_TellsOnlyWhatIsKnown()
    {
        var starter = (await host.JsonAsync("/api/v1/tracks?source=starter&limit=1")).GetProperty("tracks")[0].GetProperty("id").GetString()!;
        var sheet = await SheetAsync(starter);
        Assert.Equal("table", sheet.GetProperty("moodFrom").GetString());
        Assert.All((string[])["sound", "loudness", "file", "spectrogramUrl", "feeling"], name => Assert.Equal(JsonValueKind.Null, sheet.GetProperty(name).ValueKind));
        using var missing = await host.Client.GetAsync("/api/v1/tracks/0123456789abcdef/sheet");
        await missing.ProblemAsync(ProblemKind.UnknownTrack);
    }

    [Fact]
    public async Task PutMood_MovesTheTrackForThatListenerOnly()
    {
        var id = await host.IdOfAsync(MusicHost.Plain);
        var address = $"/api/v1/listeners/default/tracks/{id}/mood";
        using var said = await host.Client.PutAsJsonAsync(address, new { valence = 0.8, arousal = 0.7 });
        Assert.Equal(HttpStatusCode.NoContent, said.StatusCode);
        var sheet = await SheetAsync(id, "default");
        Assert.Equal(0.8, sheet.GetProperty("feeling").GetProperty("valence").GetDouble());
        Assert.Equal(-0.5, sheet.GetProperty("track").GetProperty("mood").GetProperty("valence").GetDouble());
        Assert.Equal(JsonValueKind.Null, (await SheetAsync(id)).GetProperty("feeling").ValueKind);

        // Asked for something bright, this listener is given it before the bright song.
        Assert.Equal(MusicHost.Plain, await FirstAsync("default"));
        Assert.Equal(MusicHost.Bright, await FirstAsync(null));
        using var takenBack = await host.Client.DeleteAsync(address);
        Assert.Equal(HttpStatusCode.NoContent, takenBack.StatusCode);
        Assert.Equal(MusicHost.Bright, await FirstAsync("default"));
    }

    [Fact]
    public async Task PutMood_Nonsense_IsRefused()
    {
        var id = await host.IdOfAsync(MusicHost.Plain);
        using var beyond = await host.Client.PutAsJsonAsync($"/api/v1/listeners/default/tracks/{id}/mood", new { valence = 1.5, arousal = 0 });
        await beyond.ProblemAsync(ProblemKind.BadVad);
        using var half = await host.Client.PutAsJsonAsync($"/api/v1/listeners/default/tracks/{id}/mood", new { valence = 0.5 });
        await half.ProblemAsync(ProblemKind.BadVad);
        using var nobody = await host.Client.PutAsJsonAsync($"/api/v1/listeners/nobody/tracks/{id}/mood", new { valence = 0, arousal = 0 });
        await nobody.ProblemAsync(ProblemKind.UnknownListener);
        using var nothing = await host.Client.PutAsJsonAsync("/api/v1/listeners/default/tracks/0123456789abcdef/mood", new { valence = 0, arousal = 0 });
        await nothing.ProblemAsync(ProblemKind.UnknownTrack);
    }

    private Task<JsonElement> SheetAsync(string id, string? listener = null) => host.JsonAsync($"/api/v1/tracks/{id}/sheet" + (listener is null ? "" : $"?listener={listener}"));

    private async Task<string?> FirstAsync(string? listener)
    {
        using var answer = await host.Client.PostAsJsonAsync(
            "/api/v1/recommendations", new { vad = (double[])[0.8, 0.75, 0], sources = (string[])["library"], limit = 1, listener });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("tracks")[0].GetProperty("title").GetString();
    }
}
