namespace MoodDeck.Web.Tests.Walks;

/// <summary>Every page and state as those meet it who do not use a mouse and a large bright screen.</summary>
public sealed class AccessWalk(Chromium chromium, MusicDeck deck) : IClassFixture<MusicDeck>
{
    private static readonly (int Width, int Height)[] Windows = [(320, 640), (390, 844), (900, 700), (1024, 768), (1280, 720), (1440, 900), (2560, 1440)];

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

    private static async Task OpenAsync(Visit visit, string page)
    {
        if (page.Length == 0) return;
        await visit.Page.EvaluateAsync("page => location.hash = page", page);
        await Assertions.Expect(visit.Page.Locator("main :is(a, button, input)").First).ToBeVisibleAsync(Visit.Patient);
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }
}
