namespace MoodDeck.Web.Tests.Walks;

public sealed class DemoWalk(Chromium chromium)
{
    [Fact]
    public async Task Demo_FreshFolder_IsOfferedMadeAndPlayed()
    {
        await using var deck = await Deck.StartAsync(withMusic: false);
        await using var visit = await Visit.OpenAsync(chromium, deck.Address);
        // Who comes for the first time meets the guide; it can wait.
        await visit.Id("guide-later").ClickAsync();
        await Assertions.Expect(visit.Id("demo-offer")).ToBeVisibleAsync();
        await visit.Id("demo-make").ClickAsync();
        await Assertions.Expect(visit.Id("demo-offer")).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await visit.Page.Locator("[data-testid=queue-item][data-playable=true]").First.WaitForAsync();
        await visit.HearAsync();
        Assert.Empty(visit.Complaints);
    }
}
