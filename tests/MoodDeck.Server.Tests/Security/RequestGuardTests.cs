using System.Net.WebSockets;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Tests.Security;

public sealed class RequestGuardTests(DeckHost host) : IClassFixture<DeckHost>
{
    [Theory]
    [InlineData("evil.example", "/api/v1/status")]
    [InlineData("evil.example:5080", "/")]
    [InlineData("localhost.evil.example", "/healthz")]
    [InlineData("192.168.1.5", "/openapi/v1.json")]
    public async Task Get_ForeignHost_IsRefused(string name, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = name;
        using var response = await host.Client.SendAsync(request);
        await response.ProblemAsync(ProblemKind.ForeignHost);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1:80")]
    [InlineData("[::1]:5080")]
    public async Task Get_LoopbackHost_IsAnswered(string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/healthz");
        request.Headers.Host = name;
        using var response = await host.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("null")]
    [InlineData("http://localhost:1")]
    public async Task Change_ForeignOrigin_IsRefused(string origin)
    {
        foreach (var (method, path) in new[] { (HttpMethod.Post, "recommendations"), (HttpMethod.Post, "demo"), (HttpMethod.Put, "listeners/default"), (HttpMethod.Delete, "listeners/default/plays") })
        {
            using var response = await SendAsync(method, path, origin);
            await response.ProblemAsync(ProblemKind.ForeignOrigin);
        }
    }

    [Fact]
    public async Task Change_OwnOrigin_IsAnswered()
    {
        using var response = await SendAsync(HttpMethod.Post, "recommendations", host.Address.GetLeftPart(UriPartial.Authority));
        await response.OkJsonAsync();
    }

    [Fact]
    public async Task Get_ForeignOrigin_IsAnsweredWithoutPermissionToRead()
    {
        using var response = await SendAsync(HttpMethod.Get, "moods", "http://evil.example");
        await response.OkJsonAsync();
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal("same-origin", response.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
    }

    [Fact]
    public async Task Live_ForeignOrigin_IsRefused()
    {
        var e = await Assert.ThrowsAsync<WebSocketException>(() => LiveClient.OpenAsync(host, "http://evil.example"));
        Assert.Contains("403", e.Message, StringComparison.Ordinal);
        using var own = await LiveClient.OpenAsync(host, host.Address.GetLeftPart(UriPartial.Authority));
        Assert.Equal(WebSocketState.Open, own.Socket.State);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string origin)
    {
        using var request = new HttpRequestMessage(method, "/api/v1/" + path);
        request.Headers.Add("Origin", origin);
        if (method != HttpMethod.Get) request.Content = Answers.Json("{}");
        return await host.Client.SendAsync(request);
    }
}
