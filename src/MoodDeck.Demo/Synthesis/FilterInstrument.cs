namespace MoodDeck.Demo.Synthesis;

/// <summary>
/// A subtractive voice: band-limited saw and pulse (PolyBLEP; Välimäki and Huovilainen 2007) into a state-variable low-pass
/// filter (the trapezoidal form of Zavalishin 2012), then a soft saturation.
/// </summary>
internal sealed class FilterInstrument(FilterDesign design) : IInstrument
{
    private const int Block = 16;

    /// <inheritdoc/>
    public void Play(in Strike strike, StereoBuffer into)
    {
        const int rate = StereoBuffer.SampleRate;
        var start = (int)(strike.StartSeconds * rate);
        var end = Math.Min(into.Length, start + (int)((strike.LengthSeconds + design.ReleaseSeconds) * rate));
        var detune = Math.Pow(2, design.DetuneCents / 2400);
        var first = new Oscillator(strike.Hertz * detune / rate, 0);
        var second = new Oscillator(strike.Hertz / detune / rate, 0.37f);
        var filter = default(StateVariableFilter);
        var (drive, makeUp) = ((float)(1 + (3 * design.Drive)), (float)(0.4 / (1 + design.Drive)));
        var level = 0f;
        var left = into.Left;
        var right = into.Right;
        for (var at = start; at < end; at += Block)
        {
            var count = Math.Min(Block, end - at);
            var seconds = (double)(at - start) / rate;
            filter.Tune(Cutoff(seconds, strike), design.Resonance);
            var target = (float)Level(seconds + ((double)Block / rate), strike);
            var step = (target - level) / Block;
            for (var i = at; i < at + count; i++)
            {
                var wave = Wave(ref first);
                if (design.DetuneCents > 0) wave = 0.7f * (wave + Wave(ref second));
                var sample = filter.LowPass(wave) + ((float)design.Sub * first.Sine());
                if (design.Drive > 0) sample = SoftClip.Of(sample * drive);
                sample *= makeUp * level;
                left[i] += sample;
                right[i] += sample;
                level += step;
            }
        }
    }

    private float Wave(ref Oscillator oscillator)
    {
        var saw = oscillator.Saw();
        var pulse = design.Pulse > 0 ? saw - oscillator.Saw((float)design.PulseWidth) : 0;
        oscillator.Advance();
        return ((float)design.Saw * saw) + ((float)design.Pulse * pulse);
    }

    private double Cutoff(double seconds, in Strike strike)
    {
        var octaves = design.OpenOctaves * strike.Velocity * Math.Exp(-seconds / design.CloseSeconds);
        // Half key tracking keeps low notes full and high ones from piercing.
        return Math.Min(14_000, design.CutoffHertz * Math.Pow(2, octaves + ((strike.Pitch - 48) / 24.0)));
    }

    private double Level(double seconds, in Strike strike)
    {
        var held = Math.Min(seconds, strike.LengthSeconds);
        var level = held < design.AttackSeconds ? held / design.AttackSeconds
            : design.Sustain + ((1 - design.Sustain) * Math.Exp(-(held - design.AttackSeconds) / design.DecaySeconds));
        if (seconds > strike.LengthSeconds) level *= Math.Max(0, 1 - ((seconds - strike.LengthSeconds) / design.ReleaseSeconds));
        return level * (0.35 + (0.65 * strike.Velocity));
    }

    private struct Oscillator(double step, float phase)
    {
        private readonly float _step = (float)step;
        private float _phase = phase;

        public void Advance()
        {
            _phase += _step;
            if (_phase >= 1) _phase -= 1;
        }

        public readonly float Saw(float offset = 0)
        {
            var at = _phase + offset;
            if (at >= 1) at -= 1;
            return (2 * at) - 1 - Corner(at);
        }

        // A parabola is a sine with 3 % of third harmonic, which a bass is glad of.
        public readonly float Sine()
        {
            var at = (2 * _phase) - 1;
            return -4 * at * (1 - Math.Abs(at));
        }

        private readonly float Corner(float at)
        {
            if (at < _step)
            {
                at /= _step;
                return at + at - (at * at) - 1;
            }

            if (at <= 1 - _step) return 0;
            at = (at - 1) / _step;
            return (at * at) + at + at + 1;
        }
    }
}
