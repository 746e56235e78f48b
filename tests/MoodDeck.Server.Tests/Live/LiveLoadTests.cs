using System.Net.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MoodDeck.Server.Live;

namespace MoodDeck.Server.Tests.Live;

public sealed class LiveLoadTests
{
    [Fact]
    public async Task Live_FloodWhileOneIsRead_AnswersTheNewestAndDropsTheRest()
    {
        await using var host = await StartAsync(new());
        using var client = await LiveClient.OpenAsync(host);
        host.Eyes.Open.Reset();
        await client.SendAsync(Pictures.Jpeg(width: 50));
        await host.Eyes.Began.WaitAsync(TestContext.Current.CancellationToken);
        // The frames differ in width, so that the answers tell which frame they are of.
        for (var i = 1; i < 200; i++) await client.SendAsync(Pictures.Jpeg(width: 50 + i));
        // Problems overtake nothing: this one proves that everything before it was received.
        await client.SayAsync("flush");
        await client.SendAsync(Pictures.Jpeg(width: 250));
        host.Eyes.Open.Set();

        var first = await client.ReadingAsync();
        Assert.Equal((1, 50), (first.GetProperty("frame").GetInt32(), first.GetProperty("width").GetInt32()));
        var answered = 1;
        while (true)
        {
            var message = (await client.NextAsync())!.Value;
            if (message.GetProperty("type").GetString() == "problem") continue;
            answered++;
            var frame = message.GetProperty("frame").GetInt32();
            Assert.Equal(49 + frame, message.GetProperty("width").GetInt32());
            if (frame != 201) continue;
            Assert.Equal(201 - answered, message.GetProperty("dropped").GetInt32());
            break;
        }

        Assert.InRange(answered, 2, 20);
    }

    [Fact]
    public async Task Live_ClientThatDoesNotRead_LosesOldFramesAndStillGetsTheNewest()
    {
        await using var host = await StartAsync(new());
        using var client = await LiveClient.OpenAsync(host);
        const int Frames = 3000;
        for (var i = 0; i < Frames; i++) await client.SendAsync(Pictures.Jpeg(width: 64));
        var last = 0;
        while (last < Frames)
        {
            var reading = await client.ReadingAsync();
            Assert.True(reading.GetProperty("frame").GetInt32() > last);
            last = reading.GetProperty("frame").GetInt32();
        }
    }

    [Fact]
    public async Task Live_MoreSocketsThanSeats_AreRefusedUntilOneLeaves()
    {
        await using var host = await StartAsync(new() { MaxSockets = 2 });
        using var first = await LiveClient.OpenAsync(host);
        using var second = await LiveClient.OpenAsync(host);
        var e = await Assert.ThrowsAsync<WebSocketException>(() => LiveClient.OpenAsync(host));
        Assert.Contains("503", e.Message, StringComparison.Ordinal);
        await first.Socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", TestContext.Current.CancellationToken);
        using var third = await OpenWhenFreeAsync(host);
        await third.SendAsync(Pictures.Jpeg());
        await third.ReadingAsync();
    }

    [Fact]
    public async Task Live_ClientThatVanishes_LeavesItsSeat()
    {
        await using var host = await StartAsync(new() { MaxSockets = 1 });
        using (var client = await LiveClient.OpenAsync(host)) client.Socket.Abort();
        using var next = await OpenWhenFreeAsync(host);
        await next.SendAsync(Pictures.Jpeg());
        await next.ReadingAsync();
    }

    [Fact]
    public async Task Live_Silence_IsEndedWithTheReason()
    {
        await using var host = await StartAsync(new() { IdleTimeout = TimeSpan.FromMilliseconds(200) });
        using var client = await LiveClient.OpenAsync(host);
        Assert.Null(await client.NextAsync());
        Assert.Equal((WebSocketCloseStatus.NormalClosure, "Nothing came for a while."), (client.Socket.CloseStatus, client.Socket.CloseStatusDescription));
    }

    [Fact]
    public async Task RunAsync_ClientThatNeverAcceptsAnAnswer_IsLetGo()
    {
        await using var host = await StartAsync(new() { PatienceTimeout = TimeSpan.FromMilliseconds(50) });
        using var deaf = new DeafSocket(Pictures.Jpeg());
        await host.Get<LiveSession>().RunAsync(deaf, CancellationToken.None, CancellationToken.None);
        Assert.True(deaf.GaveUpOn);
    }

    private static Task<ChangedHost> StartAsync(LiveOptions options) => ChangedHost.StartAsync(s => s.Replace(ServiceDescriptor.Singleton(options)));

    private static async Task<LiveClient> OpenWhenFreeAsync(DeckHost host)
    {
        while (true)
        {
            try
            {
                return await LiveClient.OpenAsync(host);
            }
            catch (WebSocketException e) when (e.Message.Contains("503", StringComparison.Ordinal))
            {
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }
        }
    }
}
