using System.Text.Json;

namespace MoodDeck.Web.Tests.Walks;

/// <summary>A song's own sheet: what it tells, hearing it from a place, saying what it is to oneself, its words in time.</summary>
public sealed class SheetWalk(Chromium chromium, MusicDeck deck) : IClassFixture<MusicDeck>
{
    private const string Time = "document.querySelector('[data-testid=audio]').currentTime";

    [Fact]
    public async Task Sheet_OfWhatPlays_ShowsItAndSeeks_AndBackIsTheDeck()
    {
        await using var visit = await Visit.OpenAsync(chromium, deck.Address);
        await visit.ChooseAsync(() => visit.Id("mood-happy").ClickAsync());
        await visit.HearAsync();
        var playing = await visit.AttributeAsync("now-playing", "data-track-id");
        await visit.Id("cassette-sheet").ClickAsync();
        await Assertions.Expect(visit.Id("sheet")).ToHaveAttributeAsync("data-track-id", playing);
        await Assertions.Expect(visit.Id("sheet-verdict")).Not.ToBeEmptyAsync();
        await Assertions.Expect(visit.Id("spectrogram")).ToHaveJSPropertyAsync("complete", true, new() { Timeout = 20_000 });
        Assert.True(await visit.Id("spectrogram").EvaluateAsync<int>("img => img.naturalWidth") > 0, "The spectrogram is no picture.");
        await visit.Id("sheet-seek").FillAsync("12");
        await visit.Page.WaitForFunctionAsync($"() => {Time} >= 12");
        await visit.Page.GoBackAsync();
        await Assertions.Expect(visit.Id("dial")).ToBeVisibleAsync();
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task NotToMe_ByKeys_StaysAfterAReload_UntilTakenBack()
    {
        await using var visit = await Visit.OpenAsync(chromium, deck.Address);
        await OpenAsync(visit, await IdAsync(visit, "Piece 3"));
        await visit.Id("not-to-me").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Id("own-handle")).ToBeFocusedAsync();
        await ToldAsync(visit, "PUT", () => visit.Page.Keyboard.PressAsync("PageUp"));
        var said = await visit.Id("own-mood").TextContentAsync();
        await visit.Page.ReloadAsync();
        await Assertions.Expect(visit.Id("own-mood")).ToHaveTextAsync(said!, new() { Timeout = 20_000 });
        await ToldAsync(visit, "DELETE", () => visit.Id("own-back").ClickAsync());
        await Assertions.Expect(visit.Id("not-to-me")).ToBeFocusedAsync();
        await visit.Page.ReloadAsync();
        await Assertions.Expect(visit.Id("not-to-me")).ToBeVisibleAsync(Visit.Patient);
        Assert.Equal(0, await visit.Id("own-mood").CountAsync());
    }

    [Fact]
    public async Task Words_Timed_FollowTheMusic_AndALinePressedIsHeard()
    {
        await using var visit = await Visit.OpenAsync(chromium, deck.Address);
        await OpenAsync(visit, $"{await IdAsync(visit, "Piece 1")}/words");
        await visit.Id("words").GetByText("and the last").ClickAsync();
        await Assertions.Expect(visit.Id("words")).ToHaveAttributeAsync("data-line", "2", new() { Timeout = 20_000 });
        await Assertions.Expect(visit.Id("words").Locator("[aria-current=true]")).ToHaveTextAsync("and the last");
        Assert.True(await visit.Page.EvaluateAsync<double>(Time) >= 12, "The line is not heard.");
    }

    [Theory]
    [InlineData("walnut", 1440)]
    [InlineData("graphite", 1024)]
    [InlineData("graphite", 390)]
    [InlineData("walnut", 320)]
    public async Task Sheet_InEitherFinish_HasNoFaultAndCutsNothing(string finish, int width)
    {
        await using var visit = await Visit.OpenAsync(chromium, deck.Address, width, 844, finish);
        await OpenAsync(visit, await IdAsync(visit, "Piece 1"));
        await Assertions.Expect(visit.Id("words")).ToBeVisibleAsync();
        await visit.Id("not-to-me").ClickAsync();
        Assert.Empty(await Inspection.FaultsAsync(visit.Page));
        Assert.Empty(await Inspection.CutAsync(visit.Page));
    }

    [Fact]
    public async Task FileThatCannotBeRead_IsNamedInTheSettingsWithItsReason()
    {
        await using var own = await Deck.StartAsync(withMusic: true);
        var folder = Directory.CreateTempSubdirectory("mooddeck-broken-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "nothing.mp3"), "", TestContext.Current.CancellationToken);
            await using var visit = await Visit.OpenAsync(chromium, own.Address);
            var taken = await visit.Page.APIRequest.PostAsync($"{own.Address}/api/v1/library/folders", new() { DataObject = new { path = folder.FullName } });
            Assert.True(taken.Ok);
            await visit.Page.EvaluateAsync("location.hash = '#settings/music'");
            await Assertions.Expect(visit.Id("scan-problems")).ToBeVisibleAsync(Visit.Patient);
            await visit.Id("scan-problems").Locator("summary").ClickAsync();
            await Assertions.Expect(visit.Id("scan-problems")).ToContainTextAsync("nothing.mp3");
            Assert.Empty(await Inspection.FaultsAsync(visit.Page));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task OpenAsync(Visit visit, string place)
    {
        await visit.Page.EvaluateAsync("place => location.hash = `#track/${place}`", place);
        await Assertions.Expect(visit.Id("sheet")).ToBeVisibleAsync(Visit.Patient);
    }

    private static async Task<string> IdAsync(Visit visit, string title)
    {
        var found = await visit.Page.EvaluateAsync<JsonElement>("title => fetch(`/api/v1/tracks?query=${encodeURIComponent(title)}`).then((a) => a.json())", title);
        return found.GetProperty("tracks")[0].GetProperty("id").GetString()!;
    }

    /// <summary>Does something and waits until the server was told of it.</summary>
    private static Task<IResponse> ToldAsync(Visit visit, string method, Func<Task> act) => visit.Page.RunAndWaitForResponseAsync(
        act, answer => answer.Request.Method == method && answer.Url.EndsWith("/mood", StringComparison.Ordinal) && answer.Ok);
}
