namespace MoodDeck.Server.Tests.Security;

public sealed class SecurityHeadersTests(DeckHost host) : IClassFixture<DeckHost>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/api/v1/moods")]
    [InlineData("/api/v1/nothing-here")]
    public async Task Get_AnyAnswer_CarriesTheHeaders(string path)
    {
        using var response = await host.Client.GetAsync(path);
        string Header(string name) => response.Headers.GetValues(name).Single();
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header("Referrer-Policy"));
        Assert.Equal("DENY", Header("X-Frame-Options"));
        Assert.Equal(("same-origin", "same-origin"), (Header("Cross-Origin-Opener-Policy"), Header("Cross-Origin-Resource-Policy")));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Get_Page_MayLoadFromItselfAlone()
    {
        using var response = await host.Client.GetAsync("/");
        var policy = response.Headers.GetValues("Content-Security-Policy").Single()
            .Split("; ").Select(d => d.Split(' ', 2)).ToDictionary(d => d[0], d => d[1]);
        Assert.Equal("'none'", policy["default-src"]);
        foreach (var one in new[] { "script-src", "style-src", "font-src", "connect-src", "manifest-src", "worker-src" }) Assert.Equal("'self'", policy[one]);
        Assert.Equal(("'self' blob: data:", "'self' blob:"), (policy["img-src"], policy["media-src"]));
        foreach (var none in new[] { "base-uri", "form-action", "frame-ancestors" }) Assert.Equal("'none'", policy[none]);
        Assert.Equal(12, policy.Count);
    }

    [Fact]
    public async Task Get_Page_MayAskForTheCameraButNotForOtherDevices()
    {
        using var response = await host.Client.GetAsync("/");
        var permissions = response.Headers.GetValues("Permissions-Policy").Single().Split(", ");
        Assert.Contains("camera=(self)", permissions);
        Assert.Contains("microphone=()", permissions);
        Assert.Contains("geolocation=()", permissions);
        Assert.All(permissions, p => Assert.Matches(@"^[a-z-]+=\((self)?\)$", p));
    }

    [Fact]
    public async Task Get_Api_IsNotStored()
    {
        using var response = await host.Client.GetAsync("/api/v1/listeners");
        Assert.True(response.Headers.CacheControl?.NoStore);
    }
}
