using System.Globalization;

namespace MoodDeck.Web.Tests.Walks;

public sealed class DialWalk(Chromium chromium, MusicDeck deck) : IClassFixture<MusicDeck>
{
    [Fact]
    public async Task Dial_ArrowKeys_MoveThePointAndTheQueue()
    {
        await using var visit = await Visit.OpenAsync(chromium, deck.Address);
        await visit.ChooseAsync(async () =>
        {
            await visit.Id("dial-handle").FocusAsync();
            for (var i = 0; i < 3; i++) await visit.Page.Keyboard.PressAsync("Shift+ArrowRight");
            await visit.Page.Keyboard.PressAsync("Shift+ArrowUp");
        });
        Assert.Equal((0.6, 0.2), (await AxisAsync(visit, "data-valence"), await AxisAsync(visit, "data-arousal")));
        await Assertions.Expect(visit.Id("mood-label")).Not.ToBeEmptyAsync();
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task NamedMood_Pressed_IsTheMoodAndWhatPlaysHereComesFirst()
    {
        // What was skipped in another walk would rightly stand behind what only opens on the web.
        using (HttpClient client = new())
            (await client.DeleteAsync(new Uri(deck.Address + "/api/v1/listeners/default/taste"))).EnsureSuccessStatusCode();
        await using var visit = await Visit.OpenAsync(chromium, deck.Address);
        await visit.ChooseAsync(() => visit.Id("mood-calm").ClickAsync());
        await Assertions.Expect(visit.Id("mood-label")).ToHaveTextAsync("calm");
        Assert.Equal(-0.7, await AxisAsync(visit, "data-arousal"));
        Assert.Equal("true", await visit.AttributeAsync("queue-item", "data-playable"));
    }

    [Fact]
    public async Task LanguagePreset_Pressed_IsKeptThroughMoods()
    {
        await using var visit = await Visit.OpenAsync(chromium, deck.Address);
        await visit.ChooseAsync(() => visit.Id("preset-es").ClickAsync());
        await Assertions.Expect(visit.Id("preset-es")).ToHaveAttributeAsync("aria-pressed", "true");
        foreach (var mood in new[] { "sad", "happy" })
        {
            await visit.ChooseAsync(() => visit.Id("mood-" + mood).ClickAsync());
            var languages = await visit.Id("queue-item").Locator("h3").EvaluateAllAsync<string[]>("(all) => all.map((h) => h.lang)");
            Assert.NotEmpty(languages);
            Assert.All(languages, l => Assert.Equal("es", l));
        }

        // Nothing Spanish plays here, and the page says so.
        await Assertions.Expect(visit.Id("notes")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Transport_NextAndPrevious_GoThroughWhatPlaysHere()
    {
        await using var visit = await Visit.OpenAsync(chromium, deck.Address);
        await visit.ChooseAsync(() => visit.Id("mood-happy").ClickAsync());
        await visit.HearAsync();
        var first = await visit.AttributeAsync("now-playing", "data-track-id");
        await visit.Id("next").ClickAsync();
        await Assertions.Expect(visit.Id("now-playing")).Not.ToHaveAttributeAsync("data-track-id", first);
        // Soon enough, or previous would start the same track again.
        await visit.Id("previous").ClickAsync();
        await Assertions.Expect(visit.Id("now-playing")).ToHaveAttributeAsync("data-track-id", first);
        await visit.AdvancesAsync();
        await visit.Id("play").ClickAsync();
        await visit.Page.WaitForFunctionAsync("() => document.querySelector('[data-testid=audio]').paused");
        Assert.Empty(visit.Complaints);
    }

    private static async Task<double> AxisAsync(Visit visit, string axis) =>
        double.Parse(await visit.AttributeAsync("mood-point", axis), CultureInfo.InvariantCulture);
}
