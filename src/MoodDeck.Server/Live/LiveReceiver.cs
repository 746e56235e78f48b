using System.Net.WebSockets;

namespace MoodDeck.Server.Live;

/// <summary>Takes messages off one socket as fast as they come and leaves the newest in the mailbox.</summary>
internal sealed class LiveReceiver(WebSocket socket, FrameMailbox mailbox, LiveOptions options)
{
    private const int MaxTextBytes = 1024;
    private int _frames;

    /// <summary>Receives until the client says goodbye; <paramref name="heard"/> is told of every message.</summary>
    public async Task RunAsync(Action heard, CancellationToken cancellationToken)
    {
        while (await ReceiveAsync(cancellationToken)) heard();
    }

    private async Task<bool> ReceiveAsync(CancellationToken cancellationToken)
    {
        // One byte more than allowed tells a message that is full from one that is too large.
        var frame = Frame.Rent(options.MaxFrameBytes + 1);
        try
        {
            var (type, bytes) = await ReceiveAsync(frame, cancellationToken);
            if (type == WebSocketMessageType.Text) Take(frame, bytes);
            if (type != WebSocketMessageType.Binary) return type != WebSocketMessageType.Close;

            _frames++;
            if (bytes > options.MaxFrameBytes)
            {
                mailbox.Put(new LiveProblem(_frames, LiveCodes.FrameTooLarge, FormattableString.Invariant(
                    $"This frame has {bytes / 1e6:0.0} MB; at most {options.MaxFrameBytes / 1e6:0.##} MB are read. Send a smaller one, such as 640 x 480.")));
                return true;
            }

            frame.Number = _frames;
            mailbox.Put(frame);
            frame = null;
            return true;
        }
        finally
        {
            frame?.Dispose();
        }
    }

    /// <summary>One whole message; of one that is too large, the rest is let through without being kept.</summary>
    private async Task<(WebSocketMessageType Type, long Bytes)> ReceiveAsync(Frame frame, CancellationToken cancellationToken)
    {
        long bytes = 0;
        while (true)
        {
            if (frame.Room.IsEmpty) frame.Rewind();
            var part = await socket.ReceiveAsync(frame.Room, cancellationToken);
            frame.Advance(part.Count);
            bytes += part.Count;
            if (part.MessageType == WebSocketMessageType.Close) mailbox.End(new(WebSocketCloseStatus.NormalClosure, "Goodbye."));
            if (part.EndOfMessage || part.MessageType == WebSocketMessageType.Close) return (part.MessageType, bytes);
        }
    }

    private void Take(Frame text, long bytes)
    {
        // What is too large was let through without being kept, so only its end is there.
        var command = LiveCommands.Parse(bytes <= MaxTextBytes ? text.Picture : default, out var problem);
        if (command is null) mailbox.Put(new LiveProblem(_frames, LiveCodes.UnknownMessage, problem));
        else if (!mailbox.TryPut(command with { Frame = _frames }, options.MaxWaitingTexts))
            mailbox.Put(new LiveProblem(_frames, LiveCodes.TooManyMessages, "Too many messages at once. Wait for an answer."));
    }
}
