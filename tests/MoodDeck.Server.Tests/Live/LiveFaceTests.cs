using System.Text.Json;

namespace MoodDeck.Server.Tests.Live;

public sealed class LiveFaceTests : IAsyncLifetime
{
    private readonly DeckHost _host = new();

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Live_SameFace_KeepsItsNumberAndIsTheMainOne()
    {
        using var client = await LiveClient.OpenAsync(_host);
        for (var i = 0; i < 4; i++)
        {
            var face = await FaceAsync(client, Pictures.Jpeg());
            Assert.Equal((1, true, "happiness", true), (face.GetProperty("id").GetInt32(), face.GetProperty("main").GetBoolean(), face.GetProperty("label").GetString(), face.GetProperty("judged").GetBoolean()));
            Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (face.GetProperty("advice").ValueKind, face.GetProperty("why").ValueKind));
        }
    }

    [Fact]
    public async Task Live_BlurredFace_IsShownWithAdviceAndNotJudged()
    {
        using var client = await LiveClient.OpenAsync(_host);
        var face = await FaceAsync(client, Pictures.PlainJpeg(Pictures.Happy));
        Assert.Equal(("hold still", "The face is blurred."), (face.GetProperty("advice").GetString(), face.GetProperty("why").GetString()));
        Assert.Equal((false, "unsure", "unsure"), (face.GetProperty("judged").GetBoolean(), face.GetProperty("dominant").GetString(), face.GetProperty("label").GetString()));
        await client.SendAsync(Pictures.PlainJpeg(Pictures.Happy));
        Assert.Equal(JsonValueKind.Null, (await client.ReadingAsync()).GetProperty("estimate").ValueKind);
    }

    [Fact]
    public async Task Live_FailedFrames_AreCounted()
    {
        using var client = await LiveClient.OpenAsync(_host);
        await client.SendAsync("no picture"u8.ToArray());
        await client.ProblemAsync();
        await client.SendAsync(Pictures.Jpeg(Pictures.Dark));
        await client.ReadingAsync();
        await client.SendAsync(Pictures.Jpeg(Pictures.Dark));
        var counts = (await client.ReadingAsync()).GetProperty("counts");
        Assert.Equal((3, 1, 2), (counts.GetProperty("frames").GetInt32(), counts.GetProperty("failed").GetInt32(), counts.GetProperty("withoutFace").GetInt32()));
    }

    [Fact]
    public async Task Live_Room_IsToldInTheReadings()
    {
        using var client = await LiveClient.OpenAsync(_host);
        foreach (var (text, room) in new[] { ("true", true), ("false", false) })
        {
            await client.SayAsync($$"""{"type":"room","on":{{text}}}""");
            await client.SendAsync(Pictures.Jpeg());
            Assert.Equal(room, (await client.ReadingAsync()).GetProperty("room").GetBoolean());
        }
    }

    private static async Task<JsonElement> FaceAsync(LiveClient client, byte[] frame)
    {
        await client.SendAsync(frame);
        return (await client.ReadingAsync()).GetProperty("faces")[0];
    }
}
