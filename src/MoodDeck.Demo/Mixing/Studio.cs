using MoodDeck.Audio.Loudness;
using MoodDeck.Demo.Composition;
using MoodDeck.Demo.Composition.Parts;
using MoodDeck.Demo.Synthesis;

namespace MoodDeck.Demo.Mixing;

/// <summary>
/// Plays scores: each part is synthesised, brought to its loudness, placed and sent to the room; then the whole is mastered.
/// Keeps its memory from piece to piece (about 100 MB), so one instance serves one piece at a time.
/// </summary>
/// <param name="longestSeconds">Room is made for pieces of this length at once; longer ones take more when they come.</param>
internal sealed class Studio(double longestSeconds = 0)
{
    // What a part of level 0 measures by itself; the master sets the final loudness.
    private const double LeadLufs = -22;

    private readonly StereoBuffer _mix = new((int)(longestSeconds * StereoBuffer.SampleRate));
    private readonly StereoBuffer _send = new((int)(longestSeconds * StereoBuffer.SampleRate));
    private readonly StereoBuffer _part = new((int)(longestSeconds * StereoBuffer.SampleRate));

    /// <summary>The finished piece, which holds until the next one is rendered.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public StereoBuffer Render(Score score, CancellationToken cancellationToken = default)
    {
        var length = (int)(score.DurationSeconds * StereoBuffer.SampleRate);
        _mix.Reset(length);
        _send.Reset(length);
        var kicks = score.Parts.Where(p => p.Spec is DrumPart).SelectMany(p => p.Strikes)
            .Where(s => s.Pitch == (int)Drum.Kick).Select(s => s.StartSeconds).Order().ToArray();
        foreach (var part in score.Parts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _part.Reset(length);
            if (!Perform(part, 60 / score.Spec.TempoBpm)) continue;
            if (part.Spec.DuckDb > 0) Ducker.Apply(_part, kicks, part.Spec.DuckDb);
            _mix.Add(_part, 1);
            _send.Add(_part, (float)part.Spec.Reverb);
        }

        cancellationToken.ThrowIfCancellationRequested();
        new Reverb(score.Spec.Room).Apply(_send, _mix);
        Master.Apply(_mix, score.Spec);
        return _mix;
    }

    private bool Perform(ScorePart part, double beatSeconds)
    {
        var instrument = part.Spec.Sound();
        foreach (var strike in part.Strikes) instrument.Play(strike, _part);
        foreach (var effect in part.Spec.Effects) effect.Apply(_part, beatSeconds);
        var loudness = _part.LoudnessLufs();
        if (loudness <= LoudnessMeter.Silence) return false;
        var gain = (float)Math.Pow(10, (LeadLufs + part.Spec.LevelDb - loudness) / 20);
        // A balance of equal power that leaves the middle as it is.
        var (left, right) = StereoBuffer.PanGains(part.Spec.Pan);
        _part.Scale(gain * left * MathF.Sqrt(2), gain * right * MathF.Sqrt(2));
        return true;
    }
}
