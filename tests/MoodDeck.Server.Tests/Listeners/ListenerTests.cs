using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Tests.Listeners;

public sealed class ListenerTests : IAsyncLifetime
{
    private readonly DeckHost _host = new();
    private string _track = "";

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        _track = (await _host.JsonAsync("/api/v1/tracks?limit=1")).GetProperty("tracks")[0].GetProperty("id").GetString()!;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task GetListeners_Fresh_IsOneWithoutHistory() =>
        Assert.Equal("""[{"id":"default","name":"Me","keepHistory":false}]""", (await _host.JsonAsync("/api/v1/listeners")).GetRawText());

    [Fact]
    public async Task PutListener_Change_IsKept()
    {
        using var response = await PutAsync("default", """{"name":" Ada ","keepHistory":true}""");
        Assert.Equal("""{"id":"default","name":"Ada","keepHistory":true}""", (await response.OkJsonAsync()).GetRawText());
        Assert.Equal("""[{"id":"default","name":"Ada","keepHistory":true}]""", (await _host.JsonAsync("/api/v1/listeners")).GetRawText());
    }

    [Fact]
    public async Task PutListener_Bad_IsRefused()
    {
        using var nobody = await PutAsync("nobody", """{"name":"X"}""");
        await nobody.ProblemAsync(ProblemKind.UnknownListener);
        using var nameless = await PutAsync("default", """{"name":" "}""");
        await nameless.ProblemAsync(ProblemKind.BadOption);
    }

    [Fact]
    public async Task PostPlay_HistoryOff_IsNotStored()
    {
        await PlayAsync("started", 0);
        Assert.Equal("[]", (await _host.JsonAsync("/api/v1/listeners/default/plays")).GetRawText());
    }

    [Fact]
    public async Task PostPlay_HistoryOn_IsListedNewestFirstAndErased()
    {
        (await PutAsync("default", """{"keepHistory":true}""")).Dispose();
        await PlayAsync("started", 0);
        await PlayAsync("skipped", 12.5);
        var plays = await _host.JsonAsync("/api/v1/listeners/default/plays");
        Assert.Equal(["skipped", "started"], plays.EnumerateArray().Select(p => p.GetProperty("event").GetString()));
        Assert.Equal(["trackId", "event", "at", "positionSeconds"], plays[0].Names());
        Assert.Equal((_track, 12.5), (plays[0].GetProperty("trackId").GetString(), plays[0].GetProperty("positionSeconds").GetDouble()));
        Assert.Equal(1, (await _host.JsonAsync("/api/v1/listeners/default/plays?limit=1")).GetArrayLength());

        using var erased = await _host.Client.DeleteAsync("/api/v1/listeners/default/plays");
        Assert.Equal(HttpStatusCode.NoContent, erased.StatusCode);
        Assert.Equal("[]", (await _host.JsonAsync("/api/v1/listeners/default/plays")).GetRawText());
    }

    [Fact]
    public async Task PostPlay_Bad_IsRefused()
    {
        foreach (var (listener, body, kind) in new[]
        {
            ("default", $$"""{"trackId":"{{_track}}","event":"paused"}""", ProblemKind.BadOption),
            ("default", $$"""{"trackId":"{{_track}}","event":"started","positionSeconds":-1}""", ProblemKind.BadOption),
            ("default", """{"trackId":"nobody","event":"started"}""", ProblemKind.UnknownTrack),
            ("nobody", $$"""{"trackId":"{{_track}}","event":"started"}""", ProblemKind.UnknownListener),
        })
        {
            using var response = await _host.Client.PostAsync($"/api/v1/listeners/{listener}/plays", Answers.Json(body));
            await response.ProblemAsync(kind);
        }
    }

    [Fact]
    public async Task Plays_UnknownListener_IsAProblem()
    {
        using var list = await _host.Client.GetAsync("/api/v1/listeners/nobody/plays");
        await list.ProblemAsync(ProblemKind.UnknownListener);
        using var erase = await _host.Client.DeleteAsync("/api/v1/listeners/nobody/plays");
        await erase.ProblemAsync(ProblemKind.UnknownListener);
    }

    private async Task PlayAsync(string what, double position)
    {
        var body = FormattableString.Invariant($$"""{"trackId":"{{_track}}","event":"{{what}}","positionSeconds":{{position}}}""");
        using var response = await _host.Client.PostAsync("/api/v1/listeners/default/plays", Answers.Json(body));
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    private Task<HttpResponseMessage> PutAsync(string id, string body) => _host.Client.PutAsync("/api/v1/listeners/" + id, Answers.Json(body));
}
