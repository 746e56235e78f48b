namespace MoodDeck.Web.Tests.Walks;

/// <summary>The page in the language that the browser asks for, and in the one that is chosen.</summary>
public sealed class LanguageWalk(Chromium chromium, MusicDeck deck) : IClassFixture<MusicDeck>
{
    [Theory]
    [InlineData("de-AT", "de", "ltr", "ruhig")]
    [InlineData("ta-IN", "ta", "ltr", "அமைதி")]
    [InlineData("zh-TW", "zh-Hans", "ltr", "平静")]
    [InlineData("ar-EG", "ar", "rtl", "هادئ")]
    [InlineData("nl-NL", "en", "ltr", "calm")]
    public async Task Deck_OfThatBrowser_SpeaksItAndCutsNothing(string browsers, string spoken, string direction, string calm)
    {
        await using var visit = await Visit.OpenAsync(chromium, deck.Address, locale: browsers);
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", spoken);
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("dir", direction);
        await Assertions.Expect(visit.Id("mood-calm")).ToHaveAttributeAsync("aria-label", calm);
        List<string> cut = [];
        foreach (var width in (int[])[1440, 1024, 390])
        {
            await visit.Page.SetViewportSizeAsync(width, 900);
            await visit.Page.WaitForTimeoutAsync(150);
            cut.AddRange((await Inspection.CutAsync(visit.Page)).Select(line => $"{width}: {line}"));
        }

        Assert.Empty(cut);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Settings_AnotherLanguageChosen_IsSpokenAtOnceAndAfterAReload()
    {
        await using var visit = await Visit.OpenAsync(chromium, deck.Address, locale: "en-GB");
        await visit.Page.EvaluateAsync("location.hash = 'settings/language'");
        await visit.Page.Locator("main").GetByText("Português", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "pt");
        await visit.Page.ReloadAsync();
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "pt");
        await Assertions.Expect(visit.Page.Locator("h1")).Not.ToHaveTextAsync("Settings");
    }
}
