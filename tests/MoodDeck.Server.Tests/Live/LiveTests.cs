using System.Net.WebSockets;
using System.Text.Json;
using MoodDeck.Server.Problems;

namespace MoodDeck.Server.Tests.Live;

public sealed class LiveTests : IAsyncLifetime
{
    private readonly DeckHost _host = new();

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Live_Frame_IsAnsweredInFull()
    {
        using var client = await LiveClient.OpenAsync(_host);
        await client.SendAsync(Pictures.Jpeg(width: 100));
        var reading = await client.ReadingAsync();
        Assert.Equal(["type", "frame", "dropped", "width", "height", "faces", "estimate", "counts", "listener", "room", "neutral", "elapsedMs"], reading.Names());
        Assert.Equal((1, 0, 100, 48), (Number(reading, "frame"), Number(reading, "dropped"), Number(reading, "width"), Number(reading, "height")));
        Assert.Equal("happiness", reading.GetProperty("faces")[0].GetProperty("dominant").GetString());
        Assert.Equal(["valence", "arousal", "dominance", "sigma", "label", "confidence"], reading.GetProperty("estimate").Names());
    }

    [Fact]
    public async Task Live_ManyHappyFrames_EstimateGrowsSurerAndPleasant()
    {
        using var client = await LiveClient.OpenAsync(_host);
        var confidence = new List<double>();
        JsonElement estimate = default;
        for (var i = 0; i < 30; i++)
        {
            await client.SendAsync(Pictures.Jpeg());
            estimate = (await client.ReadingAsync()).GetProperty("estimate");
            confidence.Add(estimate.GetProperty("confidence").GetDouble());
        }

        Assert.True(confidence[^1] > confidence[0]);
        Assert.True(estimate.GetProperty("valence").GetDouble() > 0.3);
        Assert.Contains(estimate.GetProperty("label").GetString(), new[] { "happy", "excited" });
    }

    [Fact]
    public async Task Live_Estimate_ComesWithTheFirstFaceAndStaysUntilForgotten()
    {
        using var client = await LiveClient.OpenAsync(_host);
        async Task<JsonValueKind> EstimateAsync(byte light)
        {
            await client.SendAsync(Pictures.Jpeg(light));
            return (await client.ReadingAsync()).GetProperty("estimate").ValueKind;
        }

        Assert.Equal(JsonValueKind.Null, await EstimateAsync(Pictures.Dark));
        // A face that comes into the picture counts once it was seen a few times.
        Assert.Equal(JsonValueKind.Null, await EstimateAsync(Pictures.Happy));
        Assert.Equal(JsonValueKind.Null, await EstimateAsync(Pictures.Happy));
        Assert.Equal(JsonValueKind.Object, await EstimateAsync(Pictures.Happy));
        Assert.Equal(JsonValueKind.Object, await EstimateAsync(Pictures.Dark));
        await client.SayAsync("""{"type":"reset"}""");
        Assert.Equal(JsonValueKind.Null, await EstimateAsync(Pictures.Dark));
    }

    [Fact]
    public async Task Live_BadMessages_AreProblemsAndTheSocketGoesOn()
    {
        using var client = await LiveClient.OpenAsync(_host);
        await client.SendAsync("no picture"u8.ToArray());
        Assert.StartsWith("This frame is not an image that can be read.", Detail(await client.ProblemAsync(), 1), StringComparison.Ordinal);
        await client.SendAsync([]);
        Assert.StartsWith("This frame is not an image that can be read.", Detail(await client.ProblemAsync(), 2), StringComparison.Ordinal);
        await client.SendAsync(new byte[5_000_000]);
        Assert.Contains("5.0 MB", Detail(await client.ProblemAsync(), 3), StringComparison.Ordinal);
        foreach (var text in new[] { "nonsense", "[]", """{"type":"dance"}""", """{"type":"\ud800"}""", new string(' ', 2000) + """{"type":"reset"}""" })
        {
            await client.SayAsync(text);
            Assert.Contains("reset", Detail(await client.ProblemAsync(), 3), StringComparison.Ordinal);
        }

        await client.SendAsync(Pictures.Jpeg());
        Assert.Equal(4, Number(await client.ReadingAsync(), "frame"));
    }

    [Fact]
    public async Task Live_PlainGet_AsksForAnUpgrade()
    {
        using var response = await _host.Client.GetAsync("/api/v1/live");
        await response.ProblemAsync(ProblemKind.UpgradeRequired);
        Assert.Contains("websocket", response.Headers.Upgrade.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Live_TwoSockets_KeepTheirMoodsApart()
    {
        using var happy = await LiveClient.OpenAsync(_host);
        using var sad = await LiveClient.OpenAsync(_host);
        await happy.SendAsync(Pictures.Jpeg(Pictures.Happy));
        await sad.SendAsync(Pictures.Jpeg(Pictures.Sad));
        Assert.True((await happy.ReadingAsync()).GetProperty("estimate").GetProperty("valence").GetDouble() > 0);
        Assert.True((await sad.ReadingAsync()).GetProperty("estimate").GetProperty("valence").GetDouble() < 0);
    }

    [Fact]
    public async Task Live_ClientSaysGoodbye_IsAnsweredAndItsSeatIsFree()
    {
        for (var i = 0; i < 20; i++)
        {
            using var client = await LiveClient.OpenAsync(_host);
            await client.Socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", TestContext.Current.CancellationToken);
            Assert.Equal(WebSocketState.Closed, client.Socket.State);
        }
    }

    [Fact]
    public async Task Live_ServerStops_ClosesGracefully()
    {
        using var client = await LiveClient.OpenAsync(_host);
        await client.SendAsync(Pictures.Jpeg());
        await client.ReadingAsync();
        var stopping = _host.StopAsync();
        Assert.Null(await client.NextAsync());
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, client.Socket.CloseStatus);
        await client.Socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", TestContext.Current.CancellationToken);
        await stopping;
    }

    private static int Number(JsonElement message, string name) => message.GetProperty(name).GetInt32();

    private static string Detail(JsonElement problem, int frame)
    {
        Assert.Equal(frame, Number(problem, "frame"));
        return problem.GetProperty("detail").GetString()!;
    }
}
