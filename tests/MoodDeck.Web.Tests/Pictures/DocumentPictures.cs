namespace MoodDeck.Web.Tests.Pictures;

/// <summary>
/// The pictures of the documentation, taken of a real server, library and face. No tests: <c>./test</c> passes them by, and
/// <c>docs/images/renew.sh</c> runs nothing else.
/// </summary>
[Trait("Kind", "Picture")]
public sealed class DocumentPictures(Chromium chromium, Album album) : IClassFixture<Album>
{
    private const string Yesterday = "#journal/";

    [Theory(Explicit = true)]
    [InlineData("deck", 1440, 900, "walnut", "sad", "lift", true)]
    [InlineData("deck-graphite", 1440, 900, "graphite", "tired", "energise", false)]
    [InlineData("deck-tablet", 1024, 768, "walnut", "calm", "match", true)]
    [InlineData("deck-tablet-graphite", 1024, 768, "graphite", "excited", "calm", false)]
    [InlineData("phone", 390, 844, "walnut", "content", "match", false)]
    [InlineData("phone-graphite", 390, 844, "graphite", "tense", "calm", false)]
    public async Task Deck_AMoodAndMusic_IsPictured(string name, int width, int height, string finish, string mood, string strategy, bool camera)
    {
        await using var visit = await OpenAsync(width, height, finish, strategy);
        await HearAsync(visit, mood);
        if (camera)
        {
            await visit.Id("camera-switch").ClickAsync();
            await Assertions.Expect(visit.Id("face-box").First).ToBeVisibleAsync(Visit.Patient);
        }

        // Long enough for a trail on the dial and some tape on the other hub.
        await visit.Page.WaitForTimeoutAsync(14_000);
        await album.TakeAsync(visit, name);
    }

    [Theory(Explicit = true)]
    [InlineData("phone-queue", "queue", "walnut")]
    [InlineData("phone-eye", "eye", "graphite")]
    public async Task Phone_AnotherView_IsPictured(string name, string view, string finish)
    {
        await using var visit = await OpenAsync(390, 844, finish);
        await HearAsync(visit, "content");
        await visit.Id($"view-{view}").ClickAsync();
        if (view == "eye")
        {
            await visit.Id("camera-switch").ClickAsync();
            await Assertions.Expect(visit.Id("face-box").First).ToBeVisibleAsync(Visit.Patient);
            await visit.Page.WaitForTimeoutAsync(3000);
        }

        await album.TakeAsync(visit, name);
    }

    [Theory(Explicit = true)]
    [InlineData("library", "#library/albums", 1440, 900, "walnut")]
    [InlineData("library-phone", "#library/songs", 390, 844, "graphite")]
    [InlineData("journal", Yesterday, 1440, 1180, "walnut")]
    [InlineData("journal-phone", Yesterday, 390, 844, "graphite")]
    [InlineData("settings", "#settings/looks", 1440, 900, "graphite")]
    public async Task Page_InAFinish_IsPictured(string name, string page, int width, int height, string finish)
    {
        await using var visit = await OpenAsync(width, height, finish);
        await HearAsync(visit, "calm");
        if (page == Yesterday) page += $"{DateTime.UtcNow.AddDays(-1):yyyy-MM-dd}";
        await visit.Page.EvaluateAsync("page => location.hash = page", page);
        await Assertions.Expect(visit.Page.Locator("main :is(a, button, input):visible").First).ToBeVisibleAsync(Visit.Patient);
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await album.TakeAsync(visit, name);
    }

    [Theory(Explicit = true)]
    [InlineData("why", 1440, 900, "walnut")]
    [InlineData("why-phone", 390, 844, "graphite")]
    public async Task Why_OfAQueuedSong_IsPictured(string name, int width, int height, string finish)
    {
        await using var visit = await OpenAsync(width, height, finish, "lift");
        await HearAsync(visit, "sad");
        if (width < 600) await visit.Id("view-queue").ClickAsync();
        await visit.Id("queue-why").Nth(1).ClickAsync();
        await Assertions.Expect(visit.Id("why-sheet")).ToBeVisibleAsync(Visit.Patient);
        await album.TakeAsync(visit, name);
    }

    [Fact(Explicit = true)]
    public async Task Taste_AfterTasting_IsPictured()
    {
        await using var visit = await OpenAsync(1440, 900, "walnut");
        await visit.Page.EvaluateAsync("location.hash = '#settings/taste'");
        await visit.Id("tasting").ClickAsync();
        var songs = visit.Id("tasting-songs").Locator("li");
        await Assertions.Expect(songs.First).ToBeVisibleAsync(Visit.Patient);
        for (var i = 0; i < await songs.CountAsync(); i++)
            await songs.Nth(i).GetByTestId(i % 2 == 0 ? "verdict-like" : "verdict-dislike").CheckAsync(new() { Force = true });
        await visit.Id("tasting-done").ClickAsync();
        await Assertions.Expect(visit.Id("taste-led")).ToBeVisibleAsync(Visit.Patient);
        await album.TakeAsync(visit, "taste");
    }

    [Fact(Explicit = true)]
    public async Task Shelves_OfMoodsAndRules_ArePictured()
    {
        await using var visit = await OpenAsync(1440, 900, "graphite");
        await HearAsync(visit, "calm");
        await visit.Page.EvaluateAsync("location.hash = '#library/playlists'");
        await Assertions.Expect(visit.Id("mood-map")).ToBeVisibleAsync(Visit.Patient);
        await album.TakeAsync(visit, "moods");
        await visit.Id("smart-new").ClickAsync();
        await Assertions.Expect(visit.Id("smart-count")).ToBeVisibleAsync(Visit.Patient);
        await visit.Id("smart-mood").SelectOptionAsync("calm");
        await album.TakeAsync(visit, "smart-playlist");
        await visit.Id("smart-remove").ClickAsync();
    }

    [Fact(Explicit = true)]
    public async Task Guide_OnAFreshMachine_IsPictured()
    {
        await using var fresh = await Deck.StartAsync(withMusic: false);
        await using var visit = await Visit.OpenAsync(chromium, fresh.Address);
        await Assertions.Expect(visit.Id("guide")).ToBeVisibleAsync(Visit.Patient);
        await album.TakeAsync(visit, "guide");
    }

    [Fact(Explicit = true)]
    public async Task Deck_BeforeTheCamera_ItsNoticeIsPictured()
    {
        await using var visit = await Visit.OpenAsync(chromium, (await album.DeckAsync()).Address, finish: "walnut");
        await visit.Id("camera-switch").ClickAsync();
        await Assertions.Expect(visit.Id("consent-agree")).ToBeVisibleAsync();
        await album.TakeAsync(visit, "notice");
    }

    [Fact(Explicit = true)]
    public async Task Deck_ToldItIsWrong_TheSheetIsPictured()
    {
        await using var visit = await OpenAsync(1440, 900, "graphite");
        await visit.Id("camera-switch").ClickAsync();
        await Assertions.Expect(visit.Id("wrong")).ToBeEnabledAsync(new() { Timeout = 20_000 });
        await visit.Id("wrong").ClickAsync();
        await album.TakeAsync(visit, "correction");
    }

    [Theory(Explicit = true)]
    [InlineData("sheet", 1440, 900, "walnut")]
    [InlineData("sheet-phone", 390, 844, "graphite")]
    public async Task Song_ItsSheet_IsPictured(string name, int width, int height, string finish)
    {
        await (await album.DeckAsync()).MeasureAsync();
        await using var visit = await OpenAsync(width, height, finish);
        await HearAsync(visit, "content");
        await visit.Page.Keyboard.PressAsync("i");
        await Assertions.Expect(visit.Page.Locator("img[src$='spectrogram']")).ToBeVisibleAsync(Visit.Patient);
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await album.TakeAsync(visit, name);
    }

    [Fact(Explicit = true)]
    public async Task Keys_Open_ArePictured()
    {
        await using var visit = await OpenAsync(1440, 900, "walnut");
        await visit.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(visit.Id("key-map")).ToBeVisibleAsync();
        await album.TakeAsync(visit, "keys");
    }

    [Fact(Explicit = true)]
    public async Task Deck_FromRightToLeft_IsPictured()
    {
        await using var visit = await OpenAsync(1440, 900, "walnut", locale: "ar");
        await HearAsync(visit, "serene");
        await visit.Page.WaitForTimeoutAsync(6000);
        await album.TakeAsync(visit, "deck-arabic");
    }

    [Fact(Explicit = true)]
    public async Task Deck_ServerGone_IsPictured()
    {
        await using var passing = await Deck.StartAsync(withMusic: true);
        await using var visit = await Visit.OpenAsync(chromium, passing.Address, finish: "graphite");
        await HearAsync(visit, "happy");
        await visit.Page.WaitForTimeoutAsync(4000);
        await passing.StopAsync();
        await visit.Id("mood-calm").ClickAsync();
        await visit.Page.WaitForTimeoutAsync(6000);
        await album.TakeAsync(visit, "server-gone");
    }

    [Fact(Explicit = true)]
    public async Task Settings_TrainingFinished_IsPictured()
    {
        var faces = Environment.GetEnvironmentVariable(Album.FacesVariable);
        Assert.SkipWhen(string.IsNullOrEmpty(faces), $"{Album.FacesVariable} names no ZIP of labelled faces.");
        await using var visit = await OpenAsync(1440, 1180, "graphite");
        await visit.Page.EvaluateAsync("location.hash = 'settings/train'");
        await visit.Id("train-zip").SetInputFilesAsync(faces);
        await visit.Id("train-start").ClickAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(visit.Id("training")).ToHaveAttributeAsync("data-state", "finished", new() { Timeout = 1_200_000 });
        await album.TakeAsync(visit, "training");
    }

    private async Task<Visit> OpenAsync(int width, int height, string finish, string strategy = "match", string? locale = null)
    {
        var visit = await Visit.OpenAsync(chromium, (await album.DeckAsync()).Address, width, height, locale: locale);
        // Somebody who has been here before.
        await visit.Page.EvaluateAsync(
            "settings => localStorage.setItem('mooddeck.settings', JSON.stringify(settings))", new { finish, strategy, consent = true, guide = "closed" });
        await visit.Page.ReloadAsync();
        await Assertions.Expect(visit.Id("play").First).ToBeVisibleAsync(Visit.Patient);
        return visit;
    }

    private static async Task HearAsync(Visit visit, string mood)
    {
        await visit.Id($"mood-{mood}").ClickAsync();
        await visit.HearAsync();
    }
}
