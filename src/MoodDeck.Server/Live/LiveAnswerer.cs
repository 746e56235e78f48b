using System.Net.WebSockets;
using System.Text.Json;
using MoodDeck.Server.Analyze;
using MoodDeck.Server.Contracts;

namespace MoodDeck.Server.Live;

/// <summary>
/// Answers the newest frame, again and again. An answer is sent before the next frame is taken, so a client that reads
/// slowly has frames dropped and no answers piled up.
/// </summary>
internal sealed class LiveAnswerer(
    WebSocket socket, FrameMailbox mailbox, LiveCamera camera, ReadingGate gate, TimeProvider time, LiveOptions options)
{
    /// <summary>Answers until the mailbox ends, then says goodbye.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var mail = await mailbox.TakeAsync(cancellationToken);
            using var frame = mail.Frame;
            // In the order they came: what was said after a frame does not overtake it.
            await AnswerTextsAsync(mail, before: frame?.Number ?? int.MaxValue, since: 0, cancellationToken);
            if (frame is not null)
            {
                await SendAsync(await ReadAsync(frame, mail.Dropped, cancellationToken), cancellationToken);
                await AnswerTextsAsync(mail, before: int.MaxValue, since: frame.Number, cancellationToken);
            }

            if (mail.End is not { } end) continue;
            await socket.CloseOutputAsync(end.Status, end.Reason, cancellationToken);
            return;
        }
    }

    private async Task AnswerTextsAsync(LiveMail mail, int before, int since, CancellationToken cancellationToken)
    {
        foreach (var command in mail.Commands)
        {
            if (command.Frame < since || command.Frame >= before) continue;
            if (await camera.ObeyAsync(command, cancellationToken) is { } answer) await SendAsync(answer, cancellationToken);
        }

        if (mail.Problem is { } problem && problem.Frame >= since && problem.Frame < before) await SendAsync(problem, cancellationToken);
    }

    private async Task<LiveMessage> ReadAsync(Frame frame, int dropped, CancellationToken cancellationToken)
    {
        using var turn = await gate.WaitForTurnAsync(cancellationToken);
        return await camera.ReadAsync(frame, dropped, cancellationToken);
    }

    private async Task SendAsync(LiveMessage message, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(options.PatienceTimeout, time);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message, MoodDeckJson.Options), WebSocketMessageType.Text, true, giveUp.Token);
    }
}
