using System.Net.WebSockets;

namespace MoodDeck.Server.Tests.Support;

/// <summary>The server's end of a socket whose client sends one frame and never takes an answer.</summary>
internal sealed class DeafSocket(byte[] frame) : WebSocket
{
    private bool _sent;

    /// <summary>Whether the server stopped trying to send.</summary>
    public bool GaveUpOn { get; private set; }

    public override WebSocketCloseStatus? CloseStatus => null;

    public override string? CloseStatusDescription => null;

    public override WebSocketState State => WebSocketState.Open;

    public override string? SubProtocol => null;

    public override async Task<WebSocketReceiveResult> ReceiveAsync(ArraySegment<byte> buffer, CancellationToken cancellationToken)
    {
        if (_sent) await Task.Delay(Timeout.Infinite, cancellationToken);
        _sent = true;
        frame.CopyTo(buffer.Array!, buffer.Offset);
        return new(frame.Length, WebSocketMessageType.Binary, true);
    }

    public override async Task SendAsync(ArraySegment<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        finally
        {
            GaveUpOn = true;
        }
    }

    public override Task CloseAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) => Task.CompletedTask;

    public override Task CloseOutputAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Abort() { }

    public override void Dispose() { }
}
