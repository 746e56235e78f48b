using System.Text;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Tests.Pairing;

public sealed class PairTests : IAsyncLifetime
{
    private readonly LanHost _host = new();

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Pair_WithTheToken_LetsTheDeviceIn()
    {
        using var phone = _host.NewPhone();
        using var answer = await phone.PairAsync(await _host.TokenAsync(), " Kitchen ");
        Assert.Equal("Kitchen", (await answer.OkJsonAsync()).GetProperty("name").GetString());
        Assert.Contains("<title>Deck</title>", await phone.Client.GetStringAsync("/"), StringComparison.Ordinal);
        using var status = await phone.Client.GetAsync("/api/v1/status");
        await status.OkJsonAsync();
        using var socket = await phone.LiveAsync();
        Assert.Equal(System.Net.WebSockets.WebSocketState.Open, socket.State);
    }

    [Fact]
    public async Task Pair_Cookie_IsKeptToThisHostAndFromScripts()
    {
        using var phone = _host.NewPhone();
        using var answer = await phone.PairAsync(await _host.TokenAsync());
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("__Host-mooddeck-device=", cookie, StringComparison.Ordinal);
        foreach (var part in new[] { "httponly", "secure", "samesite=strict", "path=/" }) Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase);
        var key = phone.Cookies["__Host-mooddeck-device"]!.Value;
        Assert.Equal(43, key.Length);
        Assert.DoesNotContain(key, await File.ReadAllTextAsync(Path.Combine(_host.DataFolder, "lan", "devices.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pair_SameTokenTwice_LetsOneIn()
    {
        var token = await _host.TokenAsync();
        using Phone first = _host.NewPhone(), second = _host.NewPhone();
        using var paired = await first.PairAsync(token);
        await paired.OkJsonAsync();
        using var answer = await second.PairAsync(token);
        await answer.ProblemAsync(ProblemKind.WrongToken);
        Assert.Empty(second.Cookies);
    }

    [Fact]
    public async Task Pair_ManyWithOneTokenAtOnce_LetsExactlyOneIn()
    {
        var token = await _host.TokenAsync();
        Phone[] phones = [.. Enumerable.Range(0, 6).Select(_ => _host.NewPhone())];
        var answers = await Task.WhenAll(phones.Select(p => p.PairAsync(token)));
        Assert.Single(answers, a => a.IsSuccessStatusCode);
        Assert.Single(_host.Devices.List());
        foreach (var phone in phones) phone.Dispose();
    }

    [Fact]
    public async Task Pair_TwoWithTheirOwnTokensAtOnce_LetsBothIn()
    {
        var tokens = new[] { await _host.TokenAsync(), await _host.TokenAsync() };
        Phone[] phones = [_host.NewPhone(), _host.NewPhone()];
        var answers = await Task.WhenAll(phones.Zip(tokens, (p, t) => p.PairAsync(t)));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.Equal(2, _host.Devices.List().Select(d => d.KeyHash).Distinct().Count());
        foreach (var phone in phones)
        {
            using var status = await phone.Client.GetAsync("/api/v1/status");
            await status.OkJsonAsync();
            phone.Dispose();
        }
    }

    [Fact]
    public async Task Pair_ExpiredToken_IsRefused()
    {
        var token = await _host.TokenAsync();
        _host.Clock.Ahead = TimeSpan.FromMinutes(10);
        using var phone = _host.NewPhone();
        using var answer = await phone.PairAsync(token);
        await answer.ProblemAsync(ProblemKind.WrongToken);
    }

    [Fact]
    public async Task Pair_JustBeforeItExpires_IsTaken()
    {
        var token = await _host.TokenAsync();
        _host.Clock.Ahead = TimeSpan.FromMinutes(9);
        using var phone = _host.NewPhone();
        using var answer = await phone.PairAsync(token);
        await answer.OkJsonAsync();
    }

    [Fact]
    public async Task Pair_WrongTokens_HaveToWaitAndThenMayAgain()
    {
        using var phone = _host.NewPhone();
        for (var i = 0; i < 10; i++)
        {
            using var wrong = await phone.PairAsync("guess" + i);
            await wrong.ProblemAsync(ProblemKind.WrongToken);
        }

        var token = await _host.TokenAsync();
        using (var refused = await phone.PairAsync(token))
        {
            await refused.ProblemAsync(ProblemKind.TooManyTries);
            Assert.True(refused.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        }

        _host.Clock.Ahead = TimeSpan.FromMinutes(1);
        using var answer = await phone.PairAsync(token);
        await answer.OkJsonAsync();
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"token":""}""")]
    [InlineData("""{"token":null,"name":"x"}""")]
    public async Task Pair_WithoutAToken_IsRefused(string body)
    {
        using var phone = _host.NewPhone();
        using var answer = await phone.Client.PostAsync("/api/v1/lan/pair", Answers.Json(body));
        await answer.ProblemAsync(ProblemKind.WrongToken);
    }

    [Fact]
    public async Task Pair_WithANameThatWillNotDo_KeepsTheToken()
    {
        var token = await _host.TokenAsync();
        using var phone = _host.NewPhone();
        using (var refused = await phone.PairAsync(token, "a\u001b[31mb")) await refused.ProblemAsync(ProblemKind.BadOption);
        using var answer = await phone.PairAsync(token, "Red");
        await answer.OkJsonAsync();
    }

    [Fact]
    public async Task Pair_OfAPairedDevice_LeavesTheTokenToAnother()
    {
        using var phone = await _host.PairedAsync();
        var token = await _host.TokenAsync();
        using var again = await phone.PairAsync(token);
        Assert.Equal(phone.Id, (await again.OkJsonAsync()).GetProperty("id").GetString());
        using var other = _host.NewPhone();
        using var answer = await other.PairAsync(token);
        await answer.OkJsonAsync();
    }

    [Fact]
    public async Task Pair_FromAnotherSite_IsRefused()
    {
        using var phone = _host.NewPhone();
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/v1/lan/pair") { Content = Answers.Json($$"""{"token":"{{await _host.TokenAsync()}}"}""") };
        request.Headers.Add("Origin", "https://evil.example");
        using var answer = await phone.Client.SendAsync(request);
        await answer.ProblemAsync(ProblemKind.ForeignOrigin);
    }

    [Fact]
    public async Task Pair_WithoutAName_IsCalledAfterItsBrowser()
    {
        using var phone = _host.NewPhone();
        phone.Client.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36");
        using var answer = await phone.PairAsync(await _host.TokenAsync());
        Assert.Equal("Chrome on Android", (await answer.OkJsonAsync()).GetProperty("name").GetString());
    }

    [Fact]
    public async Task Invitation_Token_IsLongAndBehindTheHash()
    {
        var invitation = await _host.InviteAsync();
        Uri url = new(invitation.GetProperty("url").GetString()!);
        Assert.Equal(("/pair", ""), (url.AbsolutePath, url.Query));
        Assert.True(Encoding.ASCII.GetByteCount(url.Fragment[1..]) * 6 >= 128, url.Fragment);
        Assert.Equal(10, (invitation.GetProperty("expiresAt").GetDateTimeOffset() - _host.Clock.GetUtcNow()).TotalMinutes, 0.5);
        var size = invitation.GetProperty("qr").GetProperty("size").GetInt32();
        var rows = invitation.GetProperty("qr").GetProperty("rows").EnumerateArray().Select(r => r.GetString()!).ToList();
        Assert.Equal(size, rows.Count);
        // The three finder patterns, which every code has and this one's corners must show.
        Assert.All((string[])[rows[0][..7], rows[0][^7..], rows[^1][..7]], corner => Assert.Equal("1111111", corner));
        Assert.All(rows, r => Assert.Matches("^[01]{" + size + "}$", r));
    }
}
