using MoodDeck.Core.Mood;

namespace MoodDeck.Web.Tests.Walks;

public sealed class CameraWalk(Chromium chromium, MusicDeck deck) : IClassFixture<MusicDeck>
{
    [Fact]
    public async Task Camera_SwitchAgreePlay_FramesTheFaceAndMusicIsHeard()
    {
        Visit.RequireModels();
        await using var visit = await Visit.OpenAsync(chromium, deck.Address);
        await visit.Id("camera-switch").ClickAsync();
        await visit.Id("consent-agree").ClickAsync();
        await Assertions.Expect(visit.Id("camera-lamp")).ToHaveAttributeAsync("data-on", "true");

        await Assertions.Expect(visit.Id("face-box").First).ToBeVisibleAsync(Visit.Patient);
        await AssertFaceIsFramedAsync(visit);
        foreach (var emotion in Emotions.Names) await Assertions.Expect(visit.Id("meter-" + emotion)).ToBeVisibleAsync();
        await visit.Page.WaitForFunctionAsync("() => Number(document.querySelector('[data-testid=meter-happiness]').dataset.value) > 0.3");
        await Assertions.Expect(visit.Id("dominant")).Not.ToBeEmptyAsync();
        await Assertions.Expect(visit.Id("mood-label")).Not.ToBeEmptyAsync();
        await visit.Page.WaitForFunctionAsync("() => Number(document.querySelector('[data-testid=mood-point]').dataset.valence) > 0.1");

        await Assertions.Expect(visit.Id("queue-item").First).ToBeVisibleAsync();
        await visit.HearAsync();
        await visit.Id("play").ClickAsync();
        await Assertions.Expect(visit.Id("play")).ToHaveAttributeAsync("data-state", "paused");
        await visit.Id("play").ClickAsync();
        await visit.AdvancesAsync();
        await Assertions.Expect(visit.Id("now-playing")).Not.ToHaveAttributeAsync("data-track-id", "");

        await visit.Id("camera-switch").ClickAsync();
        await Assertions.Expect(visit.Id("camera-lamp")).ToHaveAttributeAsync("data-on", "false");
        Assert.Equal(["ended"], await visit.Page.EvaluateAsync<string[]>("window.streams.flatMap((s) => s.getTracks()).map((t) => t.readyState)"));
        await visit.AdvancesAsync();
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Camera_NoticeDeclined_StaysOff()
    {
        await using var visit = await Visit.OpenAsync(chromium, deck.Address);
        await visit.Id("camera-switch").ClickAsync();
        await visit.Id("consent-decline").ClickAsync();
        await Assertions.Expect(visit.Id("camera-lamp")).ToHaveAttributeAsync("data-on", "false");
        Assert.Equal(0, await visit.Page.EvaluateAsync<int>("window.streams.length"));
    }

    /// <summary>Some frame lies where the mirrored, cropped video shows the face.</summary>
    private static async Task AssertFaceIsFramedAsync(Visit visit) => await visit.Page.WaitForFunctionAsync(
        """
        ({ width, height, x, y, radius }) => {
            const view = document.querySelector('[data-testid=video]').getBoundingClientRect();
            const scale = Math.max(view.width / width, view.height / height);
            const face = { x: view.left + view.width / 2 - (x - width / 2) * scale, y: view.top + view.height / 2 + (y - height / 2) * scale };
            return [...document.querySelectorAll('[data-testid=face-box]')].some((box) => {
                const frame = box.getBoundingClientRect();
                const away = Math.hypot(frame.left + frame.width / 2 - face.x, frame.top + frame.height / 2 - face.y);
                return away < 0.6 * radius * scale && frame.height > radius * scale && frame.height < 4 * radius * scale;
            });
        }
        """,
        new { width = PortraitCamera.Width, height = PortraitCamera.Height, x = PortraitCamera.FaceX, y = PortraitCamera.FaceY, radius = PortraitCamera.FaceRadius });
}
