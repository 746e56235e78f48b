namespace MoodDeck.Web.Tests.Walks;

/// <summary>The main job with keys alone: say a mood, hear music, steer it, find something, look elsewhere, come back.</summary>
public sealed class KeyboardWalk(Chromium chromium, MusicDeck deck) : IClassFixture<MusicDeck>
{
    private const int MostStops = 90;

    [Fact]
    public async Task Keys_FromMoodToMusicAndBack_NeedNoMouse()
    {
        await using var visit = await Visit.OpenAsync(chromium, deck.Address);
        await visit.ChooseAsync(async () =>
        {
            await TabToAsync(visit, "mood-happy");
            await visit.Page.Keyboard.PressAsync("Enter");
        });
        await Assertions.Expect(visit.Id("mood-label")).ToHaveTextAsync("happy");
        await TabToAsync(visit, "play");
        if (await visit.AttributeAsync("play", "data-state") != "playing") await visit.Page.Keyboard.PressAsync("Enter");
        await visit.AdvancesAsync();

        var first = await visit.AttributeAsync("now-playing", "data-track-id");
        await TabToAsync(visit, "next");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Id("now-playing")).Not.ToHaveAttributeAsync("data-track-id", first);

        await visit.ChooseAsync(async () =>
        {
            await TabToAsync(visit, "strategy-match");
            await visit.Page.Keyboard.PressAsync("ArrowRight");
        });
        await Assertions.Expect(visit.Id("strategy-lift")).ToBeCheckedAsync();

        await TabToAsync(visit, "volume");
        await visit.Page.Keyboard.PressAsync("Home");
        await Assertions.Expect(visit.Id("volume")).ToHaveAttributeAsync("aria-valuenow", "0");

        await TabToAsync(visit, "page-library");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Library");
        await visit.AdvancesAsync();
        await TabToAsync(visit, "play");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Id("play")).ToHaveAttributeAsync("data-state", "paused");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.AdvancesAsync();
        await TabToAsync(visit, "page-deck");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Id("dial")).ToBeVisibleAsync();
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task Focus_OnEveryStop_IsInSight(int width, int height)
    {
        await using var visit = await Visit.OpenAsync(chromium, deck.Address, width, height);
        List<string> hidden = [];
        for (var stop = 0; stop < MostStops; stop++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            var (name, seen) = await FocusAsync(visit);
            if (name == "BODY") break;
            if (!seen) hidden.Add(name);
        }

        Assert.Empty(hidden);
    }

    /// <summary>Goes forward from stop to stop until the focus is there; fails when it never gets there or is out of sight.</summary>
    private static async Task TabToAsync(Visit visit, string testId)
    {
        for (var stop = 0; stop < MostStops; stop++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            var (name, seen) = await FocusAsync(visit);
            if (name != testId) continue;
            Assert.True(seen, $"{testId} has the focus but is out of sight.");
            return;
        }

        Assert.Fail($"No key leads to {testId}.");
    }

    /// <summary>What has the focus, and whether the middle of it or of its label can be seen.</summary>
    private static async Task<(string Name, bool Seen)> FocusAsync(Visit visit)
    {
        var focus = await visit.Page.EvaluateAsync<string[]>("""
            async () => {
              await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
              const e = document.activeElement;
              const shown = e.matches('.unseen') ? e.closest('label, .picker, fieldset') ?? e : e;
              const box = shown.getBoundingClientRect();
              const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
              const top = document.elementFromPoint(x, y);
              const seen = top !== null && (shown.contains(top) || top.contains(shown) || top.closest('label, fieldset')?.contains(shown) === true);
              return [e.dataset?.testid ?? e.tagName, String(seen)];
            }
            """);
        return (focus[0], focus[1] == "true");
    }
}
