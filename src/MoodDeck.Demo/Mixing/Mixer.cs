using MoodDeck.Demo.Composition;
using MoodDeck.Demo.Composition.Parts;
using MoodDeck.Demo.Synthesis;

namespace MoodDeck.Demo.Mixing;

/// <summary>Plays a score: each part is synthesised, brought to its loudness, placed and sent to the room; then the whole is mastered.</summary>
internal static class Mixer
{
    // What a part of level 0 measures by itself; the master sets the final loudness.
    private const double LeadLufs = -22;

    /// <summary>The finished piece.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static StereoBuffer Render(Score score, CancellationToken cancellationToken)
    {
        var length = (int)(score.DurationSeconds * StereoBuffer.SampleRate);
        var (mix, send, part) = (new StereoBuffer(length), new StereoBuffer(length), new StereoBuffer(length));
        var kicks = score.Parts.Where(p => p.Spec is DrumPart).SelectMany(p => p.Strikes)
            .Where(s => s.Pitch == (int)Drum.Kick).Select(s => s.StartSeconds).Order().ToArray();
        foreach (var scorePart in score.Parts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            part.Clear();
            if (!Perform(scorePart, part, 60 / score.Spec.TempoBpm)) continue;
            if (scorePart.Spec.DuckDb > 0) Ducker.Apply(part, kicks, scorePart.Spec.DuckDb);
            mix.Add(part, 1);
            send.Add(part, (float)scorePart.Spec.Reverb);
        }

        cancellationToken.ThrowIfCancellationRequested();
        new Reverb(score.Spec.Room).Apply(send, mix);
        Master.Apply(mix, score.Spec);
        return mix;
    }

    private static bool Perform(ScorePart part, StereoBuffer buffer, double beatSeconds)
    {
        var instrument = part.Spec.Sound();
        foreach (var strike in part.Strikes) instrument.Play(strike, buffer);
        foreach (var effect in part.Spec.Effects) effect.Apply(buffer, beatSeconds);
        var loudness = LoudnessMeter.Measure(buffer);
        if (loudness <= LoudnessMeter.Silence) return false;
        var gain = (float)Math.Pow(10, (LeadLufs + part.Spec.LevelDb - loudness) / 20);
        buffer.Scale(gain);
        Place(buffer, part.Spec.Pan);
        return true;
    }

    // A balance of equal power that leaves the middle as it is.
    private static void Place(StereoBuffer buffer, double pan)
    {
        if (pan == 0) return;
        var (left, right) = StereoBuffer.PanGains(pan);
        foreach (ref var x in buffer.Left.AsSpan()) x *= left * MathF.Sqrt(2);
        foreach (ref var x in buffer.Right.AsSpan()) x *= right * MathF.Sqrt(2);
    }
}
