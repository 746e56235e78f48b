using System.Net.Http.Json;
using System.Text.Json;

namespace MoodDeck.Web.Tests.Walks;

/// <summary>A second device of the house: invited on this machine, paired by its browser, shut out again.</summary>
public sealed class PhoneWalk(Chromium chromium)
{
    [Fact]
    public async Task Phone_OpeningAnInvitation_PlaysUntilItIsRemoved()
    {
        var browser = chromium.Browser;
        await using var deck = await Deck.StartAsync(withMusic: true, withLan: true);
        using HttpClient settings = new() { BaseAddress = new(deck.Address) };
        var link = await InviteAsync(settings);
        await using var phone = await browser.NewContextAsync(new() { IgnoreHTTPSErrors = true, ViewportSize = new() { Width = 390, Height = 844 }, Locale = "en-GB" });
        phone.SetDefaultTimeout(20_000);
        var page = await phone.NewPageAsync();
        List<string> sent = [];
        page.Request += (_, request) => sent.Add($"{request.Url} {(request.Headers.TryGetValue("referer", out var referer) ? referer : "")}");

        // Whoever comes without a code is told so and sees nothing else.
        Assert.Equal(401, (await page.GotoAsync(new Uri(link).GetLeftPart(UriPartial.Authority)))!.Status);
        await Assertions.Expect(page.Locator("#message")).ToHaveAttributeAsync("data-state", "start");
        Assert.Equal(0, await page.GetByTestId("dial").CountAsync());

        await page.GotoAsync(link);
        await page.GetByTestId("view-queue").ClickAsync();
        await Assertions.Expect(page.GetByTestId("queue-item").First).ToBeVisibleAsync(Visit.Patient);
        Assert.True(await page.EvaluateAsync<bool>("isSecureContext"), "Without a secure context there is no camera.");
        Assert.Equal("open", await page.EvaluateAsync<string>(OpenLiveSocket));
        // The code is nowhere but in the body of the exchange: no address, no referrer, no history names it.
        var token = new Uri(link).Fragment[1..];
        Assert.DoesNotContain(sent, line => line.Split('#')[0].Contains(token, StringComparison.Ordinal) || line.Split(' ')[1].Contains(token, StringComparison.Ordinal));
        await page.GoBackAsync();
        Assert.DoesNotContain(token, page.Url, StringComparison.Ordinal);
        await page.GotoAsync(new Uri(link).GetLeftPart(UriPartial.Authority));
        await Assertions.Expect(page.GetByTestId("mood-happy")).ToBeVisibleAsync(Visit.Patient);
        await page.EvaluateAsync(OpenLiveSocket);

        var device = (await settings.GetFromJsonAsync<JsonElement>("/api/v1/lan/devices")).EnumerateArray().Single();
        Assert.Equal("Chrome on Linux", device.GetProperty("name").GetString());
        (await settings.DeleteAsync($"/api/v1/lan/devices/{device.GetProperty("id").GetString()}")).EnsureSuccessStatusCode();

        await page.WaitForFunctionAsync("() => window.live.readyState === WebSocket.CLOSED");
        // The next thing the page asks for is refused, and it makes way for the one that says why.
        await page.GetByTestId("mood-happy").ClickAsync();
        await Assertions.Expect(page.Locator("#message")).ToHaveAttributeAsync("data-state", "start");
        Assert.Equal(401, (await page.GotoAsync(new Uri(link).GetLeftPart(UriPartial.Authority)))!.Status);
    }

    [Theory]
    [InlineData("en-GB", "ltr", "used already")]
    [InlineData("de-AT", "ltr", "schon benutzt")]
    [InlineData("ar", "rtl", "من قبل")]
    public async Task Phone_OpeningAUsedInvitation_IsToldInItsLanguage(string locale, string direction, string words)
    {
        var browser = chromium.Browser;
        await using var deck = await Deck.StartAsync(withMusic: false, withLan: true);
        using HttpClient settings = new() { BaseAddress = new(deck.Address) };
        var link = await InviteAsync(settings);
        await using var phone = await browser.NewContextAsync(new() { IgnoreHTTPSErrors = true, Locale = locale });
        phone.SetDefaultTimeout(20_000);
        var page = await phone.NewPageAsync();
        List<string> complaints = [];
        page.Console += (_, message) => { if (message.Type == "error" && !message.Text.Contains("403", StringComparison.Ordinal)) complaints.Add(message.Text); };

        await page.GotoAsync(link[..^4] + "beef");

        await Assertions.Expect(page.Locator("#message")).ToHaveAttributeAsync("data-state", "wrong");
        await Assertions.Expect(page.Locator("#message")).ToContainTextAsync(words);
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("dir", direction);
        Assert.Empty(complaints);
    }

    private const string OpenLiveSocket = """
        () => new Promise((done) => {
          window.live = new WebSocket(`wss://${location.host}/api/v1/live`);
          window.live.onopen = () => done('open');
          window.live.onerror = () => done('refused');
        })
        """;

    private static async Task<string> InviteAsync(HttpClient settings)
    {
        using var answer = await settings.PostAsync("/api/v1/lan/invitation", null);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("url").GetString()!;
    }
}
