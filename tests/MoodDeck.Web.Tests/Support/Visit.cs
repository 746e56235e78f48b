using MoodDeck.Vision;

namespace MoodDeck.Web.Tests.Support;

/// <summary>One visit to the page by somebody who was never there before; notes what the browser complains about.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    private Visit(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>Errors of scripts, of the content policy and of the network.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Every address the page asked for.</summary>
    public List<string> Requests { get; } = [];

    public static async Task<Visit> OpenAsync(Chromium chromium, string address, int width = 1440, int height = 900, string? finish = null, string? locale = null)
    {
        var context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, Locale = locale });
        context.SetDefaultTimeout(20_000);
        var visit = new Visit(context, await context.NewPageAsync());
        // The page keeps its camera stream to itself; the test wants to see it stopped.
        await visit.Page.AddInitScriptAsync("""
            window.streams = [];
            const open = navigator.mediaDevices?.getUserMedia.bind(navigator.mediaDevices);
            if (open) navigator.mediaDevices.getUserMedia = async (wanted) => { const s = await open(wanted); window.streams.push(s); return s; };
            """);
        if (finish is not null) await visit.Page.AddInitScriptAsync($"localStorage.setItem('mooddeck.settings', JSON.stringify({{ finish: '{finish}' }}))");
        visit.Page.Console += (_, message) => { if (message.Type == "error") visit.Complaints.Add(message.Text); };
        visit.Page.PageError += (_, error) => visit.Complaints.Add(error);
        visit.Page.Request += (_, request) => visit.Requests.Add(request.Url);
        visit.Page.WebSocket += (_, socket) => visit.Requests.Add(socket.Url);
        await visit.Page.GotoAsync(address);
        // On a phone the queue is a view of its own.
        await Assertions.Expect(visit.Id(width < 900 ? "play" : "queue-item").First).ToBeVisibleAsync(Patient);
        return visit;
    }

    /// <summary>The machine may be busy with something else.</summary>
    public static LocatorAssertionsToBeVisibleOptions Patient { get; } = new() { Timeout = 20_000 };

    public ILocator Id(string testId) => Page.GetByTestId(testId);

    public async Task<string> AttributeAsync(string testId, string name) => await Id(testId).First.GetAttributeAsync(name) ?? "";

    /// <summary>
    /// Waits until music is heard. A mood begins it by itself, unless the browser waits for somebody to press play first.
    /// </summary>
    public async Task HearAsync()
    {
        await Page.WaitForFunctionAsync("() => ['playing', 'blocked'].includes(document.querySelector('[data-testid=play]').dataset.state)");
        if (await AttributeAsync("play", "data-state") == "blocked") await Id("play").ClickAsync();
        await AdvancesAsync();
    }

    /// <summary>Waits until the audio element's time advances.</summary>
    public async Task AdvancesAsync()
    {
        var before = await Page.EvaluateAsync<double>("document.querySelector('[data-testid=audio]').currentTime");
        await Page.WaitForFunctionAsync("before => { const a = document.querySelector('[data-testid=audio]'); return !a.paused && a.currentTime > before + 0.3; }", before);
    }

    /// <summary>Does something and waits for the queue that it brings.</summary>
    public async Task ChooseAsync(Func<Task> act)
    {
        var answer = Page.WaitForResponseAsync(r => r.Url.EndsWith("/api/v1/recommendations", StringComparison.Ordinal));
        await act();
        Assert.True((await answer).Ok);
        await Assertions.Expect(Id("queue")).ToHaveAttributeAsync("aria-busy", "false");
    }

    public static void RequireModels()
    {
        VisionOptions options = new();
        foreach (var path in (string[])[options.FaceModelPath, options.EmotionModelPath])
            Assert.SkipUnless(File.Exists(path), $"The trained model {Path.GetFileName(path)} is not there yet.");
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
