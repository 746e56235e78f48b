using MoodDeck.Core.Mood;

namespace MoodDeck.Web.Tests.Walks;

/// <summary>Teaching MoodDeck one's face before a camera, and erasing it.</summary>
public sealed class YourFaceWalk(Chromium chromium, MusicDeck deck) : IClassFixture<MusicDeck>
{
    [Fact]
    public async Task Wrong_WordChosenByKeys_IsReadSoUntilTakenBack()
    {
        Visit.RequireModels();
        await using var visit = await StartAsync();
        await visit.Id("wrong").ClickAsync();
        await Assertions.Expect(visit.Id("correct-neutral")).ToBeFocusedAsync();
        // Two columns of words: neutral, below it surprise, anger, and beside it disgust.
        foreach (var key in (string[])["ArrowDown", "ArrowDown", "ArrowRight"]) await visit.Page.Keyboard.PressAsync(key);
        await Assertions.Expect(visit.Id("correct-disgust")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Id("correction-sheet")).ToBeHiddenAsync();
        await Assertions.Expect(visit.Id("dominant")).ToHaveTextAsync("disgusted", new() { Timeout = 20_000 });

        await visit.Id("take-back").ClickAsync();
        await Assertions.Expect(visit.Id("take-back")).ToBeHiddenAsync();
        await Assertions.Expect(visit.Id("dominant")).Not.ToHaveTextAsync("disgusted", new() { Timeout = 20_000 });
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Wrong_Escape_LearnsNothing()
    {
        Visit.RequireModels();
        await using var visit = await StartAsync();
        await visit.Id("wrong").ClickAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(visit.Id("correction-sheet")).ToBeHiddenAsync();
        await Assertions.Expect(visit.Id("wrong")).ToBeFocusedAsync();
        await Assertions.Expect(visit.Id("take-back")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task MyNeutral_TenSeconds_IsStoredToldAndErased()
    {
        Visit.RequireModels();
        await using var visit = await StartAsync();
        await visit.Id("eye-more").ClickAsync();
        await visit.Id("rest-start").ClickAsync();
        await Assertions.Expect(visit.Id("rest-watch")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Id("rest-count")).ToHaveTextAsync("5", new() { Timeout = 20_000 });
        await Assertions.Expect(visit.Id("rest-watch")).ToBeHiddenAsync(new() { Timeout = 20_000 });
        await visit.Id("wrong").ClickAsync();
        await visit.Id("correct-" + Emotions.NameOf(Emotion.Fear)).ClickAsync();
        await Assertions.Expect(visit.Id("take-back")).ToBeVisibleAsync(Visit.Patient);

        await visit.Page.EvaluateAsync("location.hash = 'settings/face'");
        await Assertions.Expect(visit.Id("stored-neutral")).ToHaveAttributeAsync("data-count", "1");
        await Assertions.Expect(visit.Id("stored-corrections")).ToContainTextAsync("1 correction: afraid 1.");
        foreach (var what in (string[])["neutral", "corrections"])
        {
            await visit.Id("erase-" + what).ClickAsync();
            // A second press within the time of a double click is none.
            await visit.Page.WaitForTimeoutAsync(700);
            await visit.Id("erase-" + what).ClickAsync();
            await Assertions.Expect(visit.Id("stored-" + what)).ToHaveAttributeAsync("data-count", "0");
        }

        Assert.Empty(visit.Complaints);
    }

    private async Task<Visit> StartAsync()
    {
        var visit = await Visit.OpenAsync(chromium, deck.Address);
        await visit.Id("camera-switch").ClickAsync();
        await visit.Id("consent-agree").ClickAsync();
        await Assertions.Expect(visit.Id("face-box").First).ToBeVisibleAsync(Visit.Patient);
        await Assertions.Expect(visit.Id("wrong")).ToBeEnabledAsync(new() { Timeout = 20_000 });
        return visit;
    }
}
