namespace MoodDeck.Web.Tests.Walks;

/// <summary>Every page and state as those meet it who do not use a mouse and a large bright screen.</summary>
public sealed class AccessWalk(Chromium chromium, MusicDeck deck) : IClassFixture<MusicDeck>
{
    private static readonly (int Width, int Height)[] Windows = [(360, 225), (720, 450), (844, 390), (320, 640), (390, 844), (900, 700), (1024, 768), (1280, 720), (1440, 900), (2560, 1440)];

    [Theory]
    [InlineData("", "walnut", 1440)]
    [InlineData("", "graphite", 1440)]
    [InlineData("", "walnut", 390)]
    [InlineData("", "graphite", 1024)]
    [InlineData("#journal", "walnut", 1440)]
    [InlineData("#journal", "graphite", 390)]
    [InlineData("#library", "graphite", 1440)]
    [InlineData("#library", "walnut", 390)]
    [InlineData("#settings", "walnut", 1440)]
    [InlineData("#settings", "graphite", 390)]
    public async Task Page_InEitherFinish_HasNoFault(string page, string finish, int width)
    {
        await using var visit = await Visit.OpenAsync(chromium, deck.Address, width, 844, finish);
        await OpenAsync(visit, page);
        Assert.Empty(await Inspection.FaultsAsync(visit.Page));
    }

    [Theory]
    [InlineData("walnut", 1440)]
    [InlineData("graphite", 390)]
    public async Task EverySection_InEitherFinish_HasNoFaultAndCutsNothing(string finish, int width)
    {
        await using var visit = await Visit.OpenAsync(chromium, deck.Address, width, 844, finish);
        List<string> found = [];
        foreach (var page in Sections)
        {
            await OpenAsync(visit, page);
            found.AddRange(await ReproachesAsync(visit, page));
        }

        foreach (var shelf in (string[])["#library/albums", "#library/artists"])
        {
            await OpenAsync(visit, shelf);
            await visit.Id("tile").First.Locator("a").First.ClickAsync();
            await Assertions.Expect(visit.Id("track-row").First).ToBeVisibleAsync(Visit.Patient);
            found.AddRange(await ReproachesAsync(visit, $"one of {shelf}"));
        }

        Assert.Empty(found);
    }

    [Theory]
    [InlineData("walnut", 1440)]
    [InlineData("graphite", 390)]
    public async Task Journal_OfFourWeeks_HasNoFaultAndCutsNothing(string finish, int width)
    {
        await using var lived = await Deck.StartAsync(withMusic: true);
        await lived.LiveFourWeeksAsync();
        await using var visit = await Visit.OpenAsync(chromium, lived.Address, width, 844, finish);
        await OpenAsync(visit, $"#journal/{DateTime.UtcNow.AddDays(-1):yyyy-MM-dd}");
        await Assertions.Expect(visit.Id("journal-strip")).ToBeVisibleAsync(Visit.Patient);
        await Assertions.Expect(visit.Id("journal-trend")).ToBeVisibleAsync(Visit.Patient);
        await Assertions.Expect(visit.Id("journal-export-csv")).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("/journal/export"));
        Assert.Empty(await ReproachesAsync(visit, "journal"));
        await visit.Id("journal-erase").ClickAsync();
        await Assertions.Expect(visit.Id("erase-dialog")).ToBeVisibleAsync();
        Assert.Empty(await ReproachesAsync(visit, "erase"));
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 390)]
    [InlineData(ColorScheme.Light, 320)]
    public async Task Guide_EveryPage_HasNoFaultAndCutsNothing(ColorScheme scheme, int width)
    {
        await using var fresh = await Deck.StartAsync(withMusic: false);
        await using var visit = await Visit.OpenAsync(chromium, fresh.Address, width, 844);
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await Assertions.Expect(visit.Id("guide")).ToBeVisibleAsync(Visit.Patient);
        List<string> found = [];
        for (var page = 1; page <= 5; page++)
        {
            found.AddRange(await ReproachesAsync(visit, $"page {page} of the guide"));
            if (page < 5) await visit.Page.Locator("[data-testid=guide-next], [data-testid=guide-camera-no]").First.ClickAsync();
        }

        Assert.Empty(found);
    }

    [Fact]
    public async Task KeyMap_Open_HasNoFaultAndCutsNothing()
    {
        await using var visit = await Visit.OpenAsync(chromium, deck.Address);
        await visit.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(visit.Id("key-map")).ToBeVisibleAsync();
        Assert.Empty(await ReproachesAsync(visit, "keys"));
    }

    [Fact]
    public async Task Deck_WithCameraMoodAndOpenSheets_HasNoFault()
    {
        Visit.RequireModels();
        await using var visit = await Visit.OpenAsync(chromium, deck.Address);
        await visit.Id("mood-calm").ClickAsync();
        await visit.Id("camera-switch").ClickAsync();
        Assert.Empty(await Inspection.FaultsAsync(visit.Page));
        await visit.Id("consent-agree").ClickAsync();
        await Assertions.Expect(visit.Id("face-box").First).ToBeVisibleAsync(Visit.Patient);
        Assert.Empty(await Inspection.FaultsAsync(visit.Page));
        await visit.Id("eye-more").ClickAsync();
        Assert.Empty(await Inspection.FaultsAsync(visit.Page));
        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(visit.Id("wrong")).ToBeEnabledAsync(new() { Timeout = 20_000 });
        await visit.Id("wrong").ClickAsync();
        Assert.Empty(await Inspection.FaultsAsync(visit.Page));
    }

    [Theory]
    [InlineData("")]
    [InlineData("#journal")]
    [InlineData("#library")]
    [InlineData("#settings")]
    public async Task Page_AnyWindow_CutsNothing(string page)
    {
        await using var visit = await Visit.OpenAsync(chromium, deck.Address);
        await OpenAsync(visit, page);
        List<string> cut = [];
        foreach (var (width, height) in Windows)
        {
            await visit.Page.SetViewportSizeAsync(width, height);
            await visit.Page.WaitForTimeoutAsync(150);
            cut.AddRange((await Inspection.CutAsync(visit.Page)).Select(line => $"{width}x{height}: {line}"));
        }

        Assert.Empty(cut);
    }

    [Theory]
    [InlineData("")]
    [InlineData("#library")]
    public async Task Page_ForcedColoursAndStill_HasNoFault(string page)
    {
        await using var visit = await Visit.OpenAsync(chromium, deck.Address);
        await visit.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active, ReducedMotion = ReducedMotion.Reduce });
        await OpenAsync(visit, page);
        Assert.Empty(await Inspection.FaultsAsync(visit.Page));
    }

    private static readonly string[] Sections =
    [
        .. ((string[])["sound", "looks", "language", "music", "face", "history", "listeners", "house", "keys", "train", "about"]).Select(s => $"#settings/{s}"),
        .. ((string[])["albums", "artists", "songs", "playlists", "liked"]).Select(s => $"#library/{s}"),
    ];

    private static async Task<IEnumerable<string>> ReproachesAsync(Visit visit, string where) =>
        (await Inspection.FaultsAsync(visit.Page)).Concat(await Inspection.CutAsync(visit.Page)).Select(line => $"{where}: {line}");

    private static async Task OpenAsync(Visit visit, string page)
    {
        if (page.Length == 0) return;
        await visit.Page.EvaluateAsync("page => location.hash = page", page);
        await Assertions.Expect(visit.Page.Locator("main :is(a, button, input):visible").First).ToBeVisibleAsync(Visit.Patient);
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }
}
