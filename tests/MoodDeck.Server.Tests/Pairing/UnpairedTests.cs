using System.Net.WebSockets;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Tests.Pairing;

public sealed class UnpairedTests(LanHost host) : IClassFixture<LanHost>
{
    [Theory]
    [InlineData("GET", "/api/v1/status")]
    [InlineData("GET", "/api/v1/tracks")]
    [InlineData("GET", "/api/v1/lan")]
    [InlineData("GET", "/api/v1/lan/devices")]
    [InlineData("GET", "/api/v1/nothing")]
    [InlineData("GET", "/api/v1/lan/pair")]
    [InlineData("GET", "/openapi/v1.json")]
    [InlineData("GET", "/healthz")]
    [InlineData("GET", "/index.html")]
    [InlineData("GET", "/assets/index-1a2b3c.js")]
    [InlineData("GET", "/assets/gone.js")]
    [InlineData("POST", "/api/v1/recommendations")]
    [InlineData("POST", "/api/v1/lan/invitation")]
    [InlineData("POST", "/pair")]
    [InlineData("POST", "/")]
    [InlineData("DELETE", "/api/v1/listeners/default/plays")]
    public async Task Request_OfAnUnpairedDevice_IsRefused(string method, string path)
    {
        using var phone = host.NewPhone();
        using HttpRequestMessage request = new(new HttpMethod(method), path);
        using var answer = await phone.Client.SendAsync(request);
        await answer.ProblemAsync(ProblemKind.NotPaired);
        Assert.NotEmpty(answer.Headers.WwwAuthenticate);
    }

    [Theory]
    [InlineData("/", HttpStatusCode.Unauthorized)]
    [InlineData("/a/view", HttpStatusCode.Unauthorized)]
    [InlineData("/pair", HttpStatusCode.OK)]
    public async Task View_OfAnUnpairedDevice_IsThePairPageAlone(string path, HttpStatusCode status)
    {
        using var phone = host.NewPhone();
        using var answer = await phone.Client.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal((status, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("not paired", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Deck</title>", text.Replace("MoodDeck</title>", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("src=", text, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Live_OfAnUnpairedDevice_IsRefused()
    {
        using var phone = host.NewPhone();
        var e = await Assert.ThrowsAsync<WebSocketException>(phone.LiveAsync);
        Assert.Contains("401", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("made-up")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Request_WithAKeyNobodyGave_IsRefused(string key)
    {
        using var phone = host.NewPhone();
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/v1/status");
        request.Headers.Add("Cookie", "__Host-mooddeck-device=" + key);
        using var answer = await phone.Client.SendAsync(request);
        await answer.ProblemAsync(ProblemKind.NotPaired);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("musicbox.local.evil.example")]
    [InlineData("192.0.2.77")]
    public async Task Request_NamingAForeignHost_IsRefused(string name)
    {
        // Somebody who was talked into a rebound name and into its certificate as well.
        using Phone phone = new(host.LanAddress, (_, _) => true);
        using var paired = await phone.PairAsync(await host.TokenAsync());
        await paired.OkJsonAsync();
        foreach (var path in new[] { "/api/v1/status", "/", "/pair" })
        {
            using HttpRequestMessage request = new(HttpMethod.Get, path);
            request.Headers.Host = name;
            using var answer = await phone.Client.SendAsync(request);
            await answer.ProblemAsync(ProblemKind.ForeignHost);
        }
    }

    [Theory]
    [InlineData("musicbox")]
    [InlineData("MusicBox.local:5443")]
    [InlineData("127.0.0.2")]
    public async Task Request_NamingThisMachine_IsAnswered(string name)
    {
        using var phone = host.NewPhone();
        using HttpRequestMessage request = new(HttpMethod.Get, "/pair");
        request.Headers.Host = name;
        using var answer = await phone.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task OwnDoor_NamingTheHouse_IsRefused()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/v1/status");
        request.Headers.Host = "musicbox.local";
        using var answer = await host.Client.SendAsync(request);
        await answer.ProblemAsync(ProblemKind.ForeignHost);
    }
}
