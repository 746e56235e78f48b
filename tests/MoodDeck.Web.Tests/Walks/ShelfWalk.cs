namespace MoodDeck.Web.Tests.Walks;

/// <summary>The library's moods as stations, radio, and smart playlists.</summary>
public sealed class ShelfWalk(Chromium chromium, MusicDeck deck) : IClassFixture<MusicDeck>
{
    [Fact]
    public async Task Mood_Pressed_PlaysAsARadioUntilAHandAsksForAnother()
    {
        await using var visit = await Visit.OpenAsync(chromium, deck.Address);
        await OpenAsync(visit, "#library/playlists", "mood-map");
        await visit.Page.Locator("[data-testid^=mood-]:is(button):enabled").First.ClickAsync();
        await Assertions.Expect(visit.Page.Locator("[data-testid^=mood-][aria-pressed=true]")).ToHaveCountAsync(1);
        await visit.Page.EvaluateAsync("location.hash = ''");
        await visit.HearAsync();
        await Assertions.Expect(visit.Id("radio")).ToBeVisibleAsync(Visit.Patient);
        var asked = await visit.Page.RunAndWaitForRequestAsync(() => visit.Id("mood-calm").ClickAsync(), r => r.Url.EndsWith("/recommendations", StringComparison.Ordinal));
        Assert.DoesNotContain("radio", asked.PostData, StringComparison.Ordinal);
        await Assertions.Expect(visit.Id("radio-end")).ToHaveCountAsync(0);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task RadioFromASong_InItsMenu_PlaysItAndWhatIsLikeIt()
    {
        await using var visit = await Visit.OpenAsync(chromium, deck.Address);
        await OpenAsync(visit, "#library/songs", "track-row");
        await visit.Id("library-here").ClickAsync();
        var row = visit.Id("track-row").First;
        await Assertions.Expect(row).ToContainTextAsync("Piece");
        var id = await row.GetAttributeAsync("data-track-id");
        await row.GetByTestId("track-menu-key").ClickAsync();
        var asked = await visit.Page.RunAndWaitForRequestAsync(() => visit.Id("menu-radio").ClickAsync(), r => r.Url.EndsWith("/recommendations", StringComparison.Ordinal));
        Assert.Contains($"\"radio\":{{\"track\":\"{id}\"}}", asked.PostData, StringComparison.Ordinal);
        await visit.Page.EvaluateAsync("location.hash = ''");
        await Assertions.Expect(visit.Id("now-playing")).ToHaveAttributeAsync("data-track-id", id!);
        await visit.Id("radio-end").ClickAsync();
        await Assertions.Expect(visit.Id("radio")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task SmartPlaylist_ChangedByKeysAndByName_TellsWhatItHoldsAndKeepsIt()
    {
        await using var visit = await Visit.OpenAsync(chromium, deck.Address);
        await OpenAsync(visit, "#library/playlists", "smart-new");
        await visit.Id("smart-new").ClickAsync();
        await Assertions.Expect(visit.Id("smart-count")).ToBeVisibleAsync(Visit.Patient);
        await visit.Id("smart-handle").FocusAsync();
        await SavedAsync(visit, () => visit.Page.Keyboard.PressAsync("PageUp"));
        await Assertions.Expect(visit.Id("smart-mood")).ToHaveValueAsync("own");
        await SavedAsync(visit, () => visit.Id("smart-mood").SelectOptionAsync(""));
        await SavedAsync(visit, () => visit.Id("smart-playable").ClickAsync());
        var count = await visit.Id("smart-count").TextContentAsync();
        var rows = await visit.Id("track-row").CountAsync();
        Assert.True(rows > 1, "Nothing that plays here is in it.");
        await visit.Page.ReloadAsync();
        await Assertions.Expect(visit.Id("smart-count")).ToHaveTextAsync(count!, new() { Timeout = 20_000 });
        await visit.Id("play-all").ClickAsync();
        await visit.HearAsync();
        await visit.Id("smart-remove").ClickAsync();
        await Assertions.Expect(visit.Id("playlist-tile")).ToHaveCountAsync(0);
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData("walnut", 1440)]
    [InlineData("graphite", 1024)]
    [InlineData("graphite", 390)]
    [InlineData("walnut", 320)]
    public async Task MoodsAndSmartPlaylist_InEitherFinish_HaveNoFaultAndCutNothing(string finish, int width)
    {
        await using var visit = await Visit.OpenAsync(chromium, deck.Address, width, 844, finish);
        await OpenAsync(visit, "#library/playlists", "mood-map");
        Assert.Empty(await Inspection.FaultsAsync(visit.Page));
        Assert.Empty(await Inspection.CutAsync(visit.Page));
        await visit.Id("smart-new").ClickAsync();
        await Assertions.Expect(visit.Id("smart-count")).ToBeVisibleAsync(Visit.Patient);
        Assert.Empty(await Inspection.FaultsAsync(visit.Page));
        Assert.Empty(await Inspection.CutAsync(visit.Page));
        await visit.Id("smart-remove").ClickAsync();
        await Assertions.Expect(visit.Id("playlist-new")).ToBeVisibleAsync(Visit.Patient);
    }

    private static async Task OpenAsync(Visit visit, string page, string shows)
    {
        await visit.Page.EvaluateAsync($"location.hash = '{page}'");
        await Assertions.Expect(visit.Id(shows).First).ToBeVisibleAsync(Visit.Patient);
    }

    private static Task<IResponse> SavedAsync(Visit visit, Func<Task> act) =>
        visit.Page.RunAndWaitForResponseAsync(act, r => r.Ok && r.Url.EndsWith("/tracks", StringComparison.Ordinal) && r.Url.Contains("/smart-playlists/", StringComparison.Ordinal));
}
