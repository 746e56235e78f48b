using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Tests.Page;

/// <summary>A server with a page of two files.</summary>
public sealed class PageHost : DeckHost
{
    public override ValueTask InitializeAsync()
    {
        Folder.Write("page/index.html", "<!doctype html><title>Deck</title>");
        Folder.Write("page/assets/index-1a2b3c.js", "export {}");
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

    [Fact]
    public async Task Get_HashedAsset_NeverChanges()
    {
        using var response = await host.Client.GetAsync("/assets/index-1a2b3c.js");
        Assert.Equal("text/javascript", response.Content.Headers.ContentType?.MediaType);
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
