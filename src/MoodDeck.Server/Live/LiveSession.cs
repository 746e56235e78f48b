using System.Net.WebSockets;
using MoodDeck.Server.Analyze;
using MoodDeck.Vision;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Server.Live;

/// <summary>One live socket from its opening to its end.</summary>
internal sealed partial class LiveSession(
    VisionModels models, ImageDecoder decoder, ILivePersonal personal, ReadingGate gate, TimeProvider time, LiveOptions options, ILogger<LiveSession> logger)
{
    /// <summary>Serves the socket until the client leaves, falls silent or <paramref name="stopping"/> is set.</summary>
    public async Task RunAsync(WebSocket socket, CancellationToken clientGone, CancellationToken stopping)
    {
        using var mailbox = new FrameMailbox();
        using var cut = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        await using var gone = clientGone.Register(cut.Cancel);
        await using var stop = stopping.Register(() => mailbox.End(new(WebSocketCloseStatus.EndpointUnavailable, "MoodDeck is stopping.")));
        await using var silence = time.CreateTimer(
            _ => mailbox.End(new(WebSocketCloseStatus.NormalClosure, "Nothing came for a while.")), null, options.IdleTimeout, Timeout.InfiniteTimeSpan);

        var receiving = new LiveReceiver(socket, mailbox, options).RunAsync(() => silence.Change(options.IdleTimeout, Timeout.InfiniteTimeSpan), cut.Token);
        LiveCamera camera = new(models, decoder, personal, time, options);
        var answering = new LiveAnswerer(socket, mailbox, camera, gate, time, options).RunAsync(cut.Token);
        try
        {
            // Whichever ends first, the other has little left to do: the last answer, or the client's goodbye.
            var first = await Task.WhenAny(receiving, answering);
            if (first.IsCompletedSuccessfully) cut.CancelAfter(options.PatienceTimeout);
            else cut.Cancel();
            await Task.WhenAll(receiving, answering);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            Lost(e.Message);
        }
    }

    [LoggerMessage(LogLevel.Debug, "A live socket broke off: {Reason}")]
    private partial void Lost(string reason);
}
