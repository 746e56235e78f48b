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
        Assert.Contains("camera=(self)", Header("Permissions-Policy"), StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Get_Api_IsNotStored()
    {
        using var response = await host.Client.GetAsync("/api/v1/listeners");
        Assert.True(response.Headers.CacheControl?.NoStore);
    }
}
