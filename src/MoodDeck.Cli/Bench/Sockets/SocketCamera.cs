using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using MoodDeck.Cli.CommandLine;

namespace MoodDeck.Cli.Bench.Sockets;

/// <summary>
/// One camera on a live socket: sends frames at its own pace, whether or not answers come, and notes when each was sent and
/// when it was answered.
/// </summary>
internal sealed class SocketCamera(IReadOnlyList<byte[]> pictures, int rate, int frames) : IDisposable
{
    private const int LongestAnswer = 1 << 16;

    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _answer = new byte[LongestAnswer];
    private readonly long[] _sent = new long[frames];
    private readonly long[] _answered = new long[frames];

    /// <summary>Frames of the answered ones in which a face was found.</summary>
    public int WithFace { get; private set; }

    /// <summary>Opens the socket, sends all frames, and waits for the last answers.</summary>
    /// <exception cref="CliException">The server refused a frame or went away.</exception>
    public async Task RunAsync(Uri server, CancellationToken cancellation)
    {
        try
        {
            await _socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/api/v1/live" }.Uri, cancellation);
            var listening = ListenAsync(cancellation);
            await SendAsync(cancellation);
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellation);
            await listening;
        }
        catch (WebSocketException e)
        {
            throw new CliException($"the live socket broke off: {e.Message}", cause: e);
        }
    }

    /// <summary>How long each answer took, from sending its frame on; frames that were dropped are not among them.</summary>
    public IEnumerable<TimeSpan> Delays =>
        _sent.Zip(_answered).Where(t => t.Second != 0).Select(t => Stopwatch.GetElapsedTime(t.First, t.Second));

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    private async Task SendAsync(CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < frames; i++)
        {
            // Kept to the clock, not to the last frame: a camera does not slow down because a frame was late.
            var wait = TimeSpan.FromSeconds((double)i / rate) - Stopwatch.GetElapsedTime(started);
            if (wait > TimeSpan.Zero) await Task.Delay(wait, cancellation);
            _sent[i] = Stopwatch.GetTimestamp();
            await _socket.SendAsync(pictures[i % pictures.Count], WebSocketMessageType.Binary, true, cancellation);
        }
    }

    private async Task ListenAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                part = await _socket.ReceiveAsync(_answer.AsMemory(length), cancellation);
                length += part.Count;
            }
            while (!part.EndOfMessage);

            if (part.MessageType == WebSocketMessageType.Close) return;
            Note(_answer.AsMemory(0, length), Stopwatch.GetTimestamp());
        }
    }

    private void Note(ReadOnlyMemory<byte> message, long now)
    {
        using var document = JsonDocument.Parse(message);
        var answer = document.RootElement;
        if (answer.GetProperty("type").ValueEquals("problem")) throw new CliException($"the server cannot read the frames. {answer.GetProperty("detail").GetString()}");
        if (!answer.GetProperty("type").ValueEquals("reading")) return;
        _answered[answer.GetProperty("frame").GetInt32() - 1] = now;
        if (answer.GetProperty("faces").GetArrayLength() > 0) WithFace++;
    }
}
