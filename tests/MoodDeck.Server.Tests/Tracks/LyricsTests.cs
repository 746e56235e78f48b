using MoodDeck.Library.Lyrics;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Tests.Tracks;

public sealed class LyricsTests(MusicHost host) : IClassFixture<MusicHost>
{
    [Fact]
    public async Task Get_TimedWords_AreLinesWithTimes()
    {
        var id = await host.IdOfAsync(MusicHost.Bright);
        await host.Get<ILyricsStore>().SetAsync(id, new("[00:02.50]second\n[00:01]first", "en"));

        var answer = await host.JsonAsync($"/api/v1/tracks/{id}/lyrics");

        Assert.Equal("""{"timed":true,"language":"en","lines":[{"atSeconds":1,"text":"first"},{"atSeconds":2.5,"text":"second"}]}""", answer.GetRawText());
    }

    [Fact]
    public async Task Get_NoWords_SaysSo()
    {
        using var none = await host.Client.GetAsync($"/api/v1/tracks/{await host.IdOfAsync(MusicHost.Plain)}/lyrics");
        Assert.Contains(MusicHost.Plain, await none.ProblemAsync(ProblemKind.NoLyrics), StringComparison.Ordinal);
        using var unknown = await host.Client.GetAsync("/api/v1/tracks/no-such-id/lyrics");
        await unknown.ProblemAsync(ProblemKind.UnknownTrack);
    }
}
