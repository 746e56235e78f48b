using System.Net.WebSockets;
using System.Text.Json;
using MoodDeck.Core.Mood;
using MoodDeck.Server.Analyze;
using MoodDeck.Server.Contracts;
using MoodDeck.Vision;
using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Reading;

namespace MoodDeck.Server.Live;

/// <summary>
/// Answers the newest frame, again and again. An answer is sent before the next frame is taken, so a client that reads
/// slowly has frames dropped and no answers piled up.
/// </summary>
internal sealed class LiveAnswerer(
    WebSocket socket, FrameMailbox mailbox, PhotoAnalyzer analyzer, ReadingGate gate, TimeProvider time, LiveOptions options)
{
    private readonly MoodFusion _fusion = new();
    private bool _sawFace;
    private int _resets;

    /// <summary>Answers until the mailbox ends, then says goodbye.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var mail = await mailbox.TakeAsync(cancellationToken);
            using var frame = mail.Frame;
            // In the order they came: a problem met after a frame does not overtake it.
            var problemIsLater = mail.Problem?.Frame >= frame?.Number;
            if (mail.Problem is { } problem && !problemIsLater) await SendAsync(problem, cancellationToken);
            if (frame is not null) await SendAsync(await AnswerAsync(frame, mail.Dropped, cancellationToken), cancellationToken);
            if (mail.Problem is { } later && problemIsLater) await SendAsync(later, cancellationToken);
            if (mail.End is not { } end) continue;
            await socket.CloseOutputAsync(end.Status, end.Reason, cancellationToken);
            return;
        }
    }

    private async Task<LiveMessage> AnswerAsync(Frame frame, int dropped, CancellationToken cancellationToken)
    {
        using var turn = await gate.WaitForTurnAsync(cancellationToken);
        try
        {
            var result = analyzer.Analyze(frame.Picture.Span, FaceSearch.Quick);
            if (!result.IsOk) return new LiveProblem(frame.Number, "This frame is not an image that can be read. " + result.Problem);
            var reading = result.Value;
            return new LiveReading(
                frame.Number, dropped, reading.Width, reading.Height, [.. reading.Faces.Select(FaceAnswer.Of)],
                Estimate(reading, frame.Resets), Math.Round(reading.Times.TotalMs, 2));
        }
        catch (VisionModelException e)
        {
            return new LiveProblem(frame.Number, e.Message);
        }
    }

    private EstimateAnswer? Estimate(PhotoReading reading, int resets)
    {
        if (resets != _resets)
        {
            _fusion.Reset();
            (_sawFace, _resets) = (false, resets);
        }

        var now = time.GetUtcNow();
        if (reading.Mood is { } mood)
        {
            _sawFace = true;
            return EstimateAnswer.Of(_fusion.Add(new MoodReading(MoodSense.Face, now, mood.Vad)));
        }

        return _sawFace ? EstimateAnswer.Of(_fusion.At(now)) : null;
    }

    private async Task SendAsync(LiveMessage message, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(options.PatienceTimeout, time);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message, MoodDeckJson.Options), WebSocketMessageType.Text, true, giveUp.Token);
    }
}
