namespace MoodDeck.Web.Tests.Walks;

public sealed class PhotoWalk(Chromium chromium, MusicDeck deck) : IClassFixture<MusicDeck>
{
    [Fact]
    public async Task Photo_Chosen_ShowsItsFacesMoodAndQueue()
    {
        Visit.RequireModels();
        await using var visit = await Visit.OpenAsync(chromium, deck.Address);
        await visit.ChooseAsync(() => visit.Id("photo-input").SetInputFilesAsync(PortraitCamera.Portrait));
        await AssertReadAsync(visit);
        await visit.HearAsync();
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Photo_Dropped_ShowsItsFacesMoodAndQueue()
    {
        Visit.RequireModels();
        await using var visit = await Visit.OpenAsync(chromium, deck.Address);
        var photo = Convert.ToBase64String(await File.ReadAllBytesAsync(PortraitCamera.Portrait));
        await visit.ChooseAsync(() => visit.Page.EvaluateAsync(
            """
            (photo) => {
                const bytes = Uint8Array.from(atob(photo), (c) => c.charCodeAt(0));
                const dataTransfer = new DataTransfer();
                dataTransfer.items.add(new File([bytes], 'portrait.png', { type: 'image/png' }));
                for (const type of ['dragover', 'drop']) window.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
            }
            """,
            photo));
        await AssertReadAsync(visit);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Photo_ThatIsNone_IsSaidAndNothingLost()
    {
        Visit.RequireModels();
        await using var visit = await Visit.OpenAsync(chromium, deck.Address);
        var before = await visit.Id("queue-item").CountAsync();
        await visit.Id("photo-input").SetInputFilesAsync(new FilePayload { Name = "notes.jpg", MimeType = "image/jpeg", Buffer = "not a picture"u8.ToArray() });
        await Assertions.Expect(visit.Id("status-line")).Not.ToBeEmptyAsync();
        await Assertions.Expect(visit.Id("photo-face")).ToHaveCountAsync(0);
        Assert.Equal(before, await visit.Id("queue-item").CountAsync());
    }

    private static async Task AssertReadAsync(Visit visit)
    {
        await Assertions.Expect(visit.Id("photo-face").First).ToBeVisibleAsync();
        Assert.Contains("happiness", await visit.Id("photo-face").EvaluateAllAsync<string[]>("(all) => all.map((f) => f.dataset.dominant)"));
        await Assertions.Expect(visit.Id("mood-label")).Not.ToBeEmptyAsync();
        Assert.True(double.Parse(await visit.AttributeAsync("mood-point", "data-valence"), System.Globalization.CultureInfo.InvariantCulture) > 0.1);
        await Assertions.Expect(visit.Id("queue-item").First).ToBeVisibleAsync();
    }
}
