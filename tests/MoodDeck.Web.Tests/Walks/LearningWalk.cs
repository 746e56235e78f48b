using System.Globalization;
using System.Text.Json;

namespace MoodDeck.Web.Tests.Walks;

/// <summary>Why a song is in the queue, how long a way takes, and what is learnt: seen, begun by tasting, forgotten.</summary>
public sealed class LearningWalk(Chromium chromium, MusicDeck deck) : IClassFixture<MusicDeck>
{
    [Fact]
    public async Task Why_OfAQueuedSong_IsASumThatAddsUp()
    {
        await using var visit = await Visit.OpenAsync(chromium, deck.Address);
        await visit.ChooseAsync(() => visit.Id("mood-happy").ClickAsync());
        var score = await visit.Page.EvaluateAsync<int>("""
            () => fetch('/api/v1/recommendations', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"mood":"happy","limit":1}' })
              .then((a) => a.json()).then((a) => a.tracks[0].terms.length)
            """);
        Assert.True(score > 1, "The server gives no terms.");
        await visit.Id("queue-why").First.ClickAsync();
        await Assertions.Expect(visit.Id("why-sheet")).ToBeVisibleAsync();
        var figures = await visit.Id("why-sheet").Locator("td.figures").AllTextContentsAsync();
        var numbers = figures.Select(f => int.Parse(f.Replace('−', '-'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(numbers[^1], numbers[..^1].Sum());
        Assert.NotEmpty(await visit.Id("why-sheet").Locator("small").AllTextContentsAsync());
        Assert.Empty(await Inspection.FaultsAsync(visit.Page));
        await visit.Id("why-close").ClickAsync();
        await Assertions.Expect(visit.Id("queue-why").First).ToBeFocusedAsync();
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Skip_ChangesWhatFollows_AndNeverWhatPlays()
    {
        await using var visit = await Visit.OpenAsync(chromium, deck.Address);
        await visit.ChooseAsync(() => visit.Id("mood-happy").ClickAsync());
        await visit.HearAsync();
        var first = await visit.AttributeAsync("now-playing", "data-track-id");
        var told = visit.Page.WaitForRequestAsync(r => r.Url.EndsWith("/plays", StringComparison.Ordinal) && r.PostData?.Contains("skipped", StringComparison.Ordinal) == true);
        await visit.ChooseAsync(() => visit.Id("next").ClickAsync());
        using var play = JsonDocument.Parse((await told).PostData!);
        Assert.Equal(first, play.RootElement.GetProperty("trackId").GetString());
        Assert.True(play.RootElement.TryGetProperty("chosenFor", out _), "The play does not say what it was chosen for.");
        var now = await visit.AttributeAsync("now-playing", "data-track-id");
        Assert.NotEqual(first, now);
        await visit.AdvancesAsync();
        await Assertions.Expect(visit.Page.Locator("[data-testid=queue-item][aria-current=true]")).ToHaveAttributeAsync("data-track-id", now);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Length_OfAWay_IsAskedForAndRemembered()
    {
        await using var visit = await Visit.OpenAsync(chromium, deck.Address);
        await visit.ChooseAsync(() => visit.Id("mood-sad").ClickAsync());
        Assert.Equal(0, await visit.Id("way-length").CountAsync());
        await visit.ChooseAsync(() => visit.Id("strategy-lift").CheckAsync(new() { Force = true }));
        var asked = visit.Page.WaitForRequestAsync(r => r.Url.EndsWith("/recommendations", StringComparison.Ordinal));
        await visit.ChooseAsync(() => visit.Id("way-length").SelectOptionAsync("5"));
        using var request = JsonDocument.Parse((await asked).PostData!);
        Assert.Equal((5, 0), (request.RootElement.GetProperty("length").GetInt32(), request.RootElement.GetProperty("done").GetInt32()));
        await visit.Page.ReloadAsync();
        await Assertions.Expect(visit.Id("way-length")).ToHaveValueAsync("5", new() { Timeout = 20_000 });
    }

    [Theory]
    [InlineData("walnut", 1440)]
    [InlineData("graphite", 390)]
    public async Task Tasting_BeginsATaste_ThatIsShownForgottenAndErased(string finish, int width)
    {
        await using var visit = await Visit.OpenAsync(chromium, deck.Address, width, 844, finish);
        await visit.Page.EvaluateAsync("location.hash = '#settings/taste'");
        await visit.Id("tasting").ClickAsync();
        var songs = visit.Id("tasting-songs").Locator("li");
        await Assertions.Expect(songs.First).ToBeVisibleAsync();
        for (var i = 0; i < await songs.CountAsync(); i++)
            await songs.Nth(i).GetByTestId(i % 2 == 0 ? "verdict-like" : "verdict-dislike").CheckAsync(new() { Force = true });
        await songs.First.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(songs.First.GetByRole(AriaRole.Button)).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.Empty(await Inspection.FaultsAsync(visit.Page));
        await visit.Id("tasting-done").ClickAsync();
        await Assertions.Expect(visit.Id("taste-told")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Id("taste-led")).ToBeVisibleAsync();
        Assert.Empty(await Inspection.FaultsAsync(visit.Page));
        Assert.Empty(await Inspection.CutAsync(visit.Page));
        await visit.Id("taste-erase").ClickAsync();
        await visit.Id("taste-erase").ClickAsync();
        await Assertions.Expect(visit.Id("taste-none")).ToBeVisibleAsync();
        Assert.Empty(visit.Complaints);
    }
}
