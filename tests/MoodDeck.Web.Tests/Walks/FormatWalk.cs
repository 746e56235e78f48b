namespace MoodDeck.Web.Tests.Walks;

/// <summary>Music in formats that the browser itself cannot play.</summary>
public sealed class FormatWalk(Chromium chromium)
{
    private const string Audio = "document.querySelector('[data-testid=audio]')";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Play_AiffOrAlac_IsHeardAndSought(bool aiff)
    {
        await using var deck = aiff ? await Deck.StartWithAiffAsync() : await Deck.StartWithAlacAsync();
        await using var visit = await Visit.OpenAsync(chromium, deck.Address);
        List<IResponse> streams = [];
        visit.Page.Response += (_, response) => { if (response.Url.EndsWith("/stream", StringComparison.Ordinal)) streams.Add(response); };

        await visit.Id("play").ClickAsync();
        await visit.AdvancesAsync();
        Assert.Equal(20, await visit.Page.EvaluateAsync<double>($"{Audio}.duration"), 0.1);
        foreach (var second in (double[])[15, 4])
        {
            await visit.Page.EvaluateAsync($"second => {{ {Audio}.currentTime = second; }}", second);
            await visit.Page.WaitForFunctionAsync($"second => {{ const a = {Audio}; return !a.seeking && a.currentTime > second + 0.3; }}", second);
        }

        Assert.NotEmpty(streams);
        Assert.All(streams, s => Assert.Equal("audio/wav", s.Headers["content-type"]));
        Assert.Null(await visit.Page.EvaluateAsync<string?>($"{Audio}.error?.message ?? null"));
        Assert.Empty(visit.Complaints);
    }
}
