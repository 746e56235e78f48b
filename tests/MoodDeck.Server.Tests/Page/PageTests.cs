using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Tests.Page;

/// <summary>A server with a small page that can be installed.</summary>
public sealed class PageHost : DeckHost
{
    public override ValueTask InitializeAsync()
    {
        Folder.Write("page/index.html", "<!doctype html><title>Deck</title>");
        Folder.Write("page/assets/index-1a2b3c.js", "export {}");
        Folder.Write("page/assets/hand-4d5e6f.woff2", "font");
        Folder.Write("page/sw.js", "self.addEventListener('install', () => {})");
        Folder.Write("page/manifest.webmanifest", """{"name":"MoodDeck"}""");
        Folder.Write("page/icon.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        Folder.Write("secret.txt", "not part of the page");
        return base.InitializeAsync();
    }
}

public sealed class PageTests(PageHost host) : IClassFixture<PageHost>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/index.html")]
    [InlineData("/a/view/of/the/page")]
    public async Task Get_Page_IsTheIndexAndAskedForAnew(string path)
    {
        using var response = await host.Client.GetAsync(path);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("<title>Deck</title>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("no-cache", response.Headers.CacheControl?.ToString());
    }

    // A service worker or manifest out of a cache would keep an old page alive.
    [Theory]
    [InlineData("/sw.js", "text/javascript")]
    [InlineData("/manifest.webmanifest", "application/manifest+json")]
    [InlineData("/icon.svg", "image/svg+xml")]
    public async Task Get_FileWithoutAHash_IsOfItsKindAndAskedForAnew(string path, string mediaType)
    {
        using var response = await host.Client.GetAsync(path);
        Assert.Equal((HttpStatusCode.OK, mediaType), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal("no-cache", response.Headers.CacheControl?.ToString());
        Assert.NotNull(response.Headers.ETag);
        Assert.True(response.Headers.Contains("Content-Security-Policy"));
    }

    [Theory]
    [InlineData("/assets/index-1a2b3c.js", "text/javascript")]
    [InlineData("/assets/hand-4d5e6f.woff2", "font/woff2")]
    public async Task Get_HashedAsset_NeverChanges(string path, string mediaType)
    {
        using var response = await host.Client.GetAsync(path);
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("public, max-age=31536000, immutable", string.Join(", ", response.Headers.GetValues("Cache-Control")));
        Assert.NotNull(response.Headers.ETag);
    }

    [Theory]
    [InlineData("/assets/gone-000000.js")]
    [InlineData("/../secret.txt")]
    [InlineData("/%2e%2e/secret.txt")]
    public async Task Get_FileThatIsNotThere_IsNotFound(string path)
    {
        using var response = await host.Client.GetAsync(path);
        await response.ProblemAsync(ProblemKind.NotFound);
    }

    [Fact]
    public async Task Get_WithoutABuiltPage_SaysHowToBuildIt()
    {
        await using var bare = await ChangedHost.StartAsync(_ => { });
        Assert.Contains("npm --prefix web run build", await bare.Client.GetStringAsync("/"), StringComparison.Ordinal);
    }
}
