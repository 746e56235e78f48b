using System.Text.Json;

namespace MoodDeck.Web.Tests.Walks;

/// <summary>The Deck as a program of the device: it opens without its server, says so, and keeps nothing that was heard or felt.</summary>
public sealed class OfflineWalk(Chromium chromium, MusicDeck deck) : IClassFixture<MusicDeck>
{
    [Fact]
    public async Task Deck_OpenedAfterItsServerWent_ShowsTheDeckAndSaysWhatIsMissing()
    {
        await using var visit = await VisitOfAServerThatWentAsync();

        await visit.Page.ReloadAsync();

        await Assertions.Expect(visit.Id("dial-handle")).ToBeVisibleAsync(Visit.Patient);
        await Assertions.Expect(visit.Id("server-slip")).ToBeVisibleAsync(Visit.Patient);
        Assert.Equal("TypeError", await visit.Page.EvaluateAsync<string>("fetch('/api/v1/status').then(() => 'answered', (e) => e.name)"));
        foreach (var page in new[] { "library", "settings", "journal" })
        {
            await visit.Page.EvaluateAsync("(page) => { location.hash = page; }", page);
            await Assertions.Expect(visit.Page.Locator("main")).Not.ToContainTextAsync("This page could not be fetched");
        }
    }

    [Fact]
    public async Task Worker_OnceItIsThere_LeavesMusicAndMoodsToTheServer()
    {
        await using var visit = await Visit.OpenAsync(chromium, deck.Address);
        await BeKeptAsync(visit);
        List<IResponse> answers = [];
        visit.Page.Response += (_, response) => answers.Add(response);

        await visit.Page.ReloadAsync();
        await Assertions.Expect(visit.Id("queue-item").First).ToBeVisibleAsync(Visit.Patient);
        await visit.Id("play").ClickAsync();
        await visit.AdvancesAsync();

        Assert.Contains(answers, a => a.FromServiceWorker && a.Url.Contains("/assets/", StringComparison.Ordinal));
        var own = answers.Where(a => a.Url.Contains("/api/", StringComparison.Ordinal)).ToList();
        Assert.Contains(own, a => a.Url.EndsWith("/stream", StringComparison.Ordinal));
        Assert.DoesNotContain(own, a => a.FromServiceWorker);
        var kept = await visit.Page.EvaluateAsync<string[]>("""
            async () => {
              const kept = [];
              for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) kept.push(new URL(url).pathname);
              return kept;
            }
            """);
        Assert.Contains("/", kept);
        Assert.All(kept, path => Assert.True(path == "/" || path.StartsWith("/assets/", StringComparison.Ordinal), $"{path} was kept."));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Deck_AskedByABrowser_CanBeInstalled()
    {
        await using var visit = await Visit.OpenAsync(chromium, deck.Address);
        var tools = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
        var manifest = (await tools.SendAsync("Page.getAppManifest"))!.Value;
        Assert.EndsWith("/manifest.webmanifest", manifest.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Empty(manifest.GetProperty("errors").EnumerateArray());
        var errors = (await tools.SendAsync("Page.getInstallabilityErrors"))!.Value.GetProperty("installabilityErrors").EnumerateArray();
        // A browser that forgets everything afterwards, as the tests' does, installs nothing.
        Assert.All(errors, e => Assert.Equal("in-incognito", e.GetProperty("errorId").GetString()));

        using var named = JsonDocument.Parse(manifest.GetProperty("data").GetString()!);
        foreach (var icon in named.RootElement.GetProperty("icons").EnumerateArray())
        {
            var (source, sizes) = (icon.GetProperty("src").GetString()!, icon.GetProperty("sizes").GetString()!);
            var size = await visit.Page.EvaluateAsync<int>("async (src) => { const i = new Image(); i.src = src; await i.decode(); return i.naturalWidth; }", source);
            Assert.Equal(sizes == "any" ? size : int.Parse(sizes.Split('x')[0], System.Globalization.CultureInfo.InvariantCulture), size);
            Assert.True(size > 0, $"{source} shows nothing.");
        }
    }

    /// <summary>Somebody was here while the server was, and the page was kept for them.</summary>
    private async Task<Visit> VisitOfAServerThatWentAsync()
    {
        await using var gone = await Deck.StartAsync(withMusic: true);
        var visit = await Visit.OpenAsync(chromium, gone.Address);
        await BeKeptAsync(visit);
        return visit;
    }

    /// <summary>Waits until the page is kept and answered by its worker.</summary>
    private static Task<bool> BeKeptAsync(Visit visit) => visit.Page.EvaluateAsync<bool>("""
        async () => {
          const workers = navigator.serviceWorker;
          const taken = new Promise((done) => workers.addEventListener('controllerchange', done));
          await workers.ready;
          if (!workers.controller) await taken;
          return true;
        }
        """);
}
