using MoodDeck.Vision;
using MoodDeck.Vision.Expressions;
using MoodDeck.Vision.Imaging;
using MoodDeck.Vision.Live;
using MoodDeck.Vision.Personal;

namespace MoodDeck.Server.Live;

/// <summary>What one socket's camera shows, and what its client asked for.</summary>
internal sealed class LiveCamera(VisionModels models, ImageDecoder decoder, ILivePersonal personal, TimeProvider time, LiveOptions options)
{
    private readonly LiveReader _reader = new(models);
    private string? _listener;
    private RestWatch? _rest;
    private EmotionPrediction? _held;

    /// <summary>Reads a frame.</summary>
    public async Task<LiveMessage> ReadAsync(Frame frame, int dropped, CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken);
        var started = time.GetTimestamp();
        var decoded = decoder.DecodeGrey(frame.Picture.Span);
        if (!decoded.IsOk)
        {
            _reader.CountFailed();
            return new LiveProblem(frame.Number, LiveCodes.UnreadableFrame, "This frame is not an image that can be read. " + decoded.Problem);
        }

        using var picture = decoded.Value;
        try
        {
            var read = _reader.Read(picture, time.GetUtcNow());
            var elapsedMs = time.GetElapsedTime(started).TotalMilliseconds;
            var rest = await WatchRestAsync(read, cancellationToken);
            return LiveReading.Of(frame.Number, dropped, read, _listener, _reader.ReadsRoom, rest, elapsedMs);
        }
        catch (VisionModelException e)
        {
            _reader.CountFailed();
            return new LiveProblem(frame.Number, LiveCodes.NoModel, e.Message);
        }
    }

    /// <summary>Does what a client asked for.</summary>
    /// <returns>What to tell it; null where the next readings tell.</returns>
    public async Task<LiveMessage?> ObeyAsync(LiveCommand command, CancellationToken cancellationToken)
    {
        switch (command)
        {
            case ForgetMood:
                _reader.ForgetMood();
                return null;
            case ReadRoom(var on):
                _reader.ReadsRoom = on;
                return null;
            case ChooseListener(var id):
                return await ChooseAsync(id, cancellationToken) is { } unknown ? new LiveProblem(command.Frame, LiveCodes.UnknownListener, unknown) : null;
            case HoldFace(var on):
                _held = on ? _reader.MainPrediction : null;
                return null;
            case LearnRest when _listener is null:
            case LearnCorrection when _listener is null:
                return new LiveProblem(command.Frame, LiveCodes.NobodyListens, """Nobody is listening yet. Say who does with {"type":"listener","id":"…"} first.""");
            case LearnRest:
                _rest = new(time.GetUtcNow(), options.RestTime);
                return null;
            case LearnCorrection correction:
                return await CorrectAsync(correction, cancellationToken);
            default:
                throw new ArgumentOutOfRangeException(nameof(command), command, "Expected a known command.");
        }
    }

    private async Task<string?> ChooseAsync(string? id, CancellationToken cancellationToken)
    {
        (_listener, _rest, _held, _reader.Personal) = (null, null, null, PersonalFace.None);
        if (id is null) return null;
        if (await personal.FindAsync(id, cancellationToken) is not { } face) return $"There is no listener '{id}'. GET {DeckServer.ApiRoot}/listeners lists them.";
        (_listener, _reader.Personal) = (id, face);
        return null;
    }

    // What was learned or erased meanwhile, on this page or another, counts from the next frame on.
    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        if (_listener is not { } id) return;
        if (await personal.FindAsync(id, cancellationToken) is { } face) _reader.Personal = face;
        else (_listener, _rest, _reader.Personal) = (null, null, PersonalFace.None);
    }

    private async Task<LiveMessage> CorrectAsync(LearnCorrection command, CancellationToken cancellationToken)
    {
        var held = _held ?? _reader.MainPrediction;
        _held = null;
        if (held is not { } prediction)
            return new LiveProblem(command.Frame, LiveCodes.NoFaceToCorrect, "No face was read that could be corrected. Look at the camera and try again.");
        if (FaceCorrection.Of(prediction, command.Label) is not { } correction)
            return new LiveProblem(command.Frame, LiveCodes.ModelCannotLearn, "This emotion model tells nothing that a correction could be learned from. Use one with an output \"embedding\".");
        var stored = await personal.StoreCorrectionAsync(_listener!, correction, cancellationToken);
        return stored.Why is { } why ? new LiveProblem(command.Frame, LiveCodes.NotStored, why) : LiveLearned.Correction(command.Frame, stored.Id, command.Label);
    }

    private async Task<RestAnswer?> WatchRestAsync(LiveFrame read, CancellationToken cancellationToken)
    {
        if (_rest is not { } rest) return null;
        rest.Add(read);
        if (!rest.IsOverAt(read.At)) return RestAnswer.Watching(rest, read.At);
        _rest = null;
        if (rest.Result() is not { } face) return RestAnswer.Failed(rest, LiveCodes.SeenTooSeldom, "Your face was seen too seldom. Look at the camera in good light and try again.");
        return await personal.StoreRestAsync(_listener!, face, cancellationToken) is { } why ? RestAnswer.Failed(rest, LiveCodes.NotStored, why) : RestAnswer.Stored(rest);
    }
}
