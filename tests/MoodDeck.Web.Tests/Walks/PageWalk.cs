namespace MoodDeck.Web.Tests.Walks;

public sealed class PageWalk(Chromium chromium, MusicDeck deck) : IClassFixture<MusicDeck>
{
    [Fact]
    public async Task Page_OpenedAndPlayed_AsksNobodyElse()
    {
        await using var visit = await Visit.OpenAsync(chromium, deck.Address);
        await visit.Id("play").ClickAsync();
        await visit.AdvancesAsync();
        await visit.ChooseAsync(() => visit.Id("mood-happy").ClickAsync());
        var own = new Uri(deck.Address).Authority;
        Assert.NotEmpty(visit.Requests);
        Assert.All(visit.Requests.Where(r => !r.StartsWith("blob:", StringComparison.Ordinal)), r => Assert.Equal(own, new Uri(r).Authority));
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData(320, 640)]
    [InlineData(390, 844)]
    [InlineData(900, 640)]
    [InlineData(1024, 768)]
    [InlineData(1280, 720)]
    [InlineData(1440, 900)]
    [InlineData(2560, 1440)]
    public async Task Page_AnyWidth_DoesNotScrollSideways(int width, int height)
    {
        await using var visit = await Visit.OpenAsync(chromium, deck.Address, width, height);
        await visit.Id("mood-calm").ClickAsync();
        var (scroll, client) = (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), await visit.Page.EvaluateAsync<int>("document.documentElement.clientWidth"));
        Assert.True(scroll <= client, $"The page is {scroll} pixels wide in a window of {client}.");
    }
}
