namespace MoodDeck.Demo.Synthesis;

/// <summary>Plays <see cref="TableDesign"/>: wavetable players in unison, with level, brightness and vibrato set every 32 samples.</summary>
internal sealed class TableInstrument(TableDesign design) : IInstrument
{
    private const int Block = 32;
    private const double Turn = 4294967296.0;
    private const int Shift = 21; // 32 bits of phase, 11 of them the place in the table
    private const float FractionScale = 1f / (1 << Shift);
    private readonly Dictionary<int, float[]> _tables = [];

    /// <inheritdoc/>
    public void Play(in Strike strike, StereoBuffer into)
    {
        const int rate = StereoBuffer.SampleRate;
        if (!_tables.TryGetValue(strike.Pitch, out var table)) _tables[strike.Pitch] = table = WaveTable.Build(design, strike.Hertz);
        var start = (int)(strike.StartSeconds * rate);
        var end = Math.Min(into.Length, start + (int)((strike.LengthSeconds + design.ReleaseSeconds) * rate));
        if (end <= start) return;
        var players = Players(strike);
        var curve = new VoiceCurve(design, strike);
        var noise = (uint)strike.Seed | 1;
        var (breath, breathFilter) = (0f, (float)(1 - Math.Exp(-2 * Math.PI * design.BreathHertz / rate)));
        var now = curve.At(0);
        for (var at = start; at < end; at += Block)
        {
            var count = Math.Min(Block, end - at);
            var next = curve.At((double)(at - start + Block) / rate);
            var (levelStep, toneStep) = ((next.Level - now.Level) / Block, (next.Tone - now.Tone) / Block);
            var left = into.Left.Slice(at, count);
            var right = into.Right.Slice(at, count);
            foreach (ref var player in players.AsSpan())
                player.Run(table, left, right, (now.Level, levelStep), (now.Tone, toneStep), next.PitchFactor);
            if (design.Breath > 0)
            {
                for (var i = 0; i < count; i++)
                {
                    breath += breathFilter * (Noise.Next(ref noise) - breath);
                    var puff = (float)design.Breath * (now.Level + (i * levelStep)) * breath;
                    left[i] += puff;
                    right[i] += puff;
                }
            }

            now = next;
        }
    }

    private Player[] Players(in Strike strike)
    {
        var players = new Player[design.Players];
        var centre = design.PanSpread * Math.Clamp((strike.Pitch - 62) / 24.0, -1, 1);
        for (var i = 0; i < players.Length; i++)
        {
            var place = players.Length == 1 ? 0 : (2.0 * i / (players.Length - 1)) - 1;
            var hertz = strike.Hertz * Math.Pow(2, place * design.DetuneCents / 2400);
            // Neighbours in pitch go to opposite sides, or one side would sound flat.
            var side = players.Length == 1 ? 0 : (i % 2 == 0 ? -1 : 1) * design.Width * (1 - (0.5 * Math.Abs(place) * (players.Length > 2 ? 1 : 0)));
            var (left, right) = StereoBuffer.PanGains(centre + side);
            var share = 1 / Math.Sqrt(players.Length);
            var phase = design.IsPhaseLocked ? 0 : (uint)((strike.Seed >> 16) * (uint)(2654435769 * (i + 1)));
            players[i] = new(phase, hertz / StereoBuffer.SampleRate * Turn, (float)(left * share), (float)(right * share));
        }

        return players;
    }

    private struct Player(uint phase, double step, float leftGain, float rightGain)
    {
        private uint _phase = phase;

        public void Run(float[] table, Span<float> left, Span<float> right, (float From, float Step) level, (float From, float Step) tone, double pitchFactor)
        {
            var (at, advance) = (_phase, (uint)(step * pitchFactor));
            var (loud, bright) = (level.From, tone.From);
            for (var i = 0; i < left.Length; i++)
            {
                var place = (int)(at >> Shift) * 2;
                var fraction = (at & ((1u << Shift) - 1)) * FractionScale;
                var dark = table[place] + (fraction * (table[place + 2] - table[place]));
                var light = table[place + 1] + (fraction * (table[place + 3] - table[place + 1]));
                var sample = loud * (dark + (bright * (light - dark)));
                left[i] += leftGain * sample;
                right[i] += rightGain * sample;
                at += advance;
                loud += level.Step;
                bright += tone.Step;
            }

            _phase = at;
        }
    }
}
