using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Tests.Listeners;

public sealed class HouseholdTests : IAsyncLifetime
{
    private readonly DeckHost _host = new();

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task PostListener_Name_IsCreatedAndReachedByItsId()
    {
        using var response = await _host.Client.PostAsync("/api/v1/listeners", Answers.Json("""{"name":" மாலா "}"""));
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("""{"id":"மாலா","name":"மாலா","keepHistory":false}""", (await response.OkJsonAsync()).GetRawText());
        using var renamed = await _host.Client.PutAsync(response.Headers.Location, Answers.Json("""{"name":"Mala"}"""));
        Assert.Equal("மாலா", (await renamed.OkJsonAsync()).GetProperty("id").GetString());
        Assert.Equal("[]", (await _host.JsonAsync(response.Headers.Location + "/plays")).GetRawText());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"name":"  "}""")]
    [InlineData("""{"name":"two\nlines"}""")]
    [InlineData("""{"name":"1234567890123456789012345678901234567890123456789012345678901"}""")]
    public async Task PostListener_NoName_IsRefused(string body)
    {
        using var response = await _host.Client.PostAsync("/api/v1/listeners", Answers.Json(body));
        Assert.Contains("1 to 60", await response.ProblemAsync(ProblemKind.BadOption), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeleteListener_LastOrUnknown_IsRefused()
    {
        using var last = await _host.Client.DeleteAsync("/api/v1/listeners/default");
        await last.ProblemAsync(ProblemKind.LastListener);
        using var unknown = await _host.Client.DeleteAsync("/api/v1/listeners/nobody");
        await unknown.ProblemAsync(ProblemKind.UnknownListener);
    }

    [Fact]
    public async Task DeleteListener_OneOfTwo_IsGoneWithEverything()
    {
        (await _host.Client.PostAsync("/api/v1/listeners", Answers.Json("""{"name":"Ana"}"""))).Dispose();
        using var made = await _host.Client.PostAsync("/api/v1/listeners/ana/playlists", Answers.Json("""{"name":"Mine"}"""));
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        using var removed = await _host.Client.DeleteAsync("/api/v1/listeners/ana");
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        using var list = await _host.Client.GetAsync("/api/v1/listeners/ana/playlists");
        await list.ProblemAsync(ProblemKind.UnknownListener);
        (await _host.Client.PostAsync("/api/v1/listeners", Answers.Json("""{"name":"Ana"}"""))).Dispose();
        Assert.Equal("[]", (await _host.JsonAsync("/api/v1/listeners/ana/playlists")).GetRawText());
    }
}
