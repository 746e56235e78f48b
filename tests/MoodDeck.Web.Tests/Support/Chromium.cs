using System.Runtime.InteropServices;

[assembly: AssemblyFixture(typeof(MoodDeck.Web.Tests.Support.Chromium))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace MoodDeck.Web.Tests.Support;

/// <summary>The system's own Chromium, whose camera shows a portrait; one for all tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private readonly PortraitCamera _camera = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The browser; the test is skipped, with the reason, where there is none.</summary>
    public IBrowser Browser
    {
        get
        {
            Assert.SkipUnless(Executable is not null, "Chromium is not installed. Install with: sudo apt-get install chromium");
            Assert.SkipUnless(File.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot", "index.html")), "The page is not built (web/dist). Build with: npm --prefix web run build");
            return _browser!;
        }
    }

    private static string? Executable => Places.FirstOrDefault(File.Exists);

    public async ValueTask InitializeAsync()
    {
        if (Executable is null) return;
        UseSystemNodeWhereNoneCame();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Executable,
            Args =
            [
                "--headless=new", "--no-sandbox", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream",
                $"--use-file-for-fake-video-capture={await _camera.FileAsync()}", "--disable-background-networking", "--no-first-run",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        _camera.Dispose();
    }

    private static void UseSystemNodeWhereNoneCame()
    {
        var platform = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "linux-arm64" : "linux-x64";
        if (File.Exists(Path.Combine(AppContext.BaseDirectory, ".playwright", "node", platform, "node"))) return;
        var node = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(p => Path.Combine(p, "node")).FirstOrDefault(File.Exists);
        if (node is not null) Environment.SetEnvironmentVariable("PLAYWRIGHT_NODEJS_PATH", node);
    }
}
