using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace MoodDeck.Server.Tests.Support;

/// <summary>A client of the live socket.</summary>
internal sealed class LiveClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly byte[] _buffer = new byte[1 << 16];

    public ClientWebSocket Socket { get; } = new();

    public static async Task<LiveClient> OpenAsync(DeckHost host, string? origin = null)
    {
        var client = new LiveClient();
        if (origin is not null) client.Socket.Options.SetRequestHeader("Origin", origin);
        try
        {
            await client.Socket.ConnectAsync(new UriBuilder(host.Address) { Scheme = "ws", Path = "/api/v1/live" }.Uri, CancellationToken.None);
        }
        catch
        {
            client.Dispose();
            throw;
        }

        return client;
    }

    public async Task SendAsync(byte[] frame) => await Socket.SendAsync(frame, WebSocketMessageType.Binary, true, CancellationToken.None);

    public async Task SayAsync(string text) => await Socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);

    /// <summary>The next message; null when the server said goodbye.</summary>
    public async Task<JsonElement?> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        var length = 0;
        while (true)
        {
            var part = await Socket.ReceiveAsync(_buffer.AsMemory(length), patience.Token);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            Assert.Equal(WebSocketMessageType.Text, part.MessageType);
            length += part.Count;
            if (part.EndOfMessage) return JsonDocument.Parse(_buffer.AsMemory(0, length).ToArray()).RootElement;
        }
    }

    public async Task<JsonElement> ReadingAsync() => await KindAsync("reading");

    public async Task<JsonElement> ProblemAsync() => await KindAsync("problem");

    public void Dispose() => Socket.Dispose();

    private async Task<JsonElement> KindAsync(string type)
    {
        var message = await NextAsync();
        Assert.NotNull(message);
        Assert.Equal(type, message.Value.GetProperty("type").GetString());
        return message.Value;
    }
}
