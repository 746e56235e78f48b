using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MoodDeck.Demo.Synthesis;

/// <summary>
/// Modal synthesis (Adrien 1991): a struck body as a bank of decaying sine waves, eight to a vector, each advanced by one
/// complex multiplication a sample.
/// </summary>
internal sealed class ModalInstrument(ModalDesign design) : IInstrument
{
    private const int Lanes = 8;
    private const int MaxGroups = 4;
    private const double QuietDb = 66;

    /// <inheritdoc/>
    public void Play(in Strike strike, StereoBuffer into)
    {
        var modes = design.Modes(strike.Hertz, strike.Velocity).Where(m => m.Hertz < 0.42 * StereoBuffer.SampleRate).Take(Lanes * MaxGroups).ToArray();
        if (modes.Length == 0) return;
        var start = (int)(strike.StartSeconds * StereoBuffer.SampleRate);
        var held = (int)(strike.LengthSeconds * StereoBuffer.SampleRate);
        var ring = modes.Max(m => m.DecaySeconds) * QuietDb / 60;
        var ringing = Math.Min(ring, strike.LengthSeconds + (design.DampedSeconds * QuietDb / 60));
        var end = Math.Min(into.Length, start + (int)(ringing * StereoBuffer.SampleRate));
        if (end <= start) return;
        var (left, right) = StereoBuffer.PanGains(design.PanSpread * Math.Clamp((strike.Pitch - 62) / 24.0, -1, 1));
        var bank = new Bank(modes);
        var damping = (float)Math.Pow(10, -3 / (Math.Max(design.DampedSeconds, 0.01) * StereoBuffer.SampleRate));
        var knock = new Knock(design, strike);
        var attack = Math.Max(1, (int)(design.AttackSeconds * StereoBuffer.SampleRate));
        bank.Run(into.Left.Slice(start, end - start), into.Right.Slice(start, end - start), new(left, right, attack, held, damping), ref knock);
    }

    private readonly record struct Shape(float Left, float Right, int Attack, int Held, float Damping);

    private readonly ref struct Bank
    {
        private readonly Vector256<float>[] _state;
        private readonly int _groups;

        public Bank(Resonance[] modes)
        {
            _groups = (modes.Length + Lanes - 1) / Lanes;
            // For each group: cosine state, sine state, and the step's cosine and sine with the decay in them.
            _state = new Vector256<float>[4 * _groups];
            var flat = MemoryMarshal.Cast<Vector256<float>, float>(_state.AsSpan());
            for (var i = 0; i < modes.Length; i++)
            {
                var place = (i / Lanes * 4 * Lanes) + (i % Lanes);
                var (sin, cos) = Math.SinCos(2 * Math.PI * modes[i].Hertz / StereoBuffer.SampleRate);
                var decay = Math.Pow(10, -3 / (modes[i].DecaySeconds * StereoBuffer.SampleRate));
                flat[place] = (float)modes[i].Amplitude;
                flat[place + (2 * Lanes)] = (float)(cos * decay);
                flat[place + (3 * Lanes)] = (float)(sin * decay);
            }
        }

        public void Run(Span<float> left, Span<float> right, Shape shape, ref Knock knock)
        {
            var (damp, rise) = (1f, 1f / shape.Attack);
            ref var state = ref MemoryMarshal.GetArrayDataReference(_state);
            for (var i = 0; i < left.Length; i++)
            {
                var sum = Vector256<float>.Zero;
                for (var g = 0; g < _groups; g++)
                {
                    ref var re = ref Unsafe.Add(ref state, 4 * g);
                    ref var im = ref Unsafe.Add(ref state, (4 * g) + 1);
                    var c = Unsafe.Add(ref state, (4 * g) + 2);
                    var s = Unsafe.Add(ref state, (4 * g) + 3);
                    var next = (re * c) - (im * s);
                    im = (re * s) + (im * c);
                    re = next;
                    sum += im;
                }

                if (i >= shape.Held) damp *= shape.Damping;
                var ramp = i < shape.Attack ? i * rise : 1;
                var sample = (Vector256.Sum(sum) * damp * ramp) + knock.Next();
                left[i] += shape.Left * sample;
                right[i] += shape.Right * sample;
            }
        }
    }

    // The thud of felt, wood or a finger: noise through a one-pole filter, gone after some 30 ms.
    private struct Knock(ModalDesign design, Strike strike)
    {
        private readonly float _filter = (float)(1 - Math.Exp(-2 * Math.PI * design.KnockHertz / StereoBuffer.SampleRate));
        private readonly float _fall = (float)Math.Exp(-1 / (0.006 * StereoBuffer.SampleRate));
        private float _level = (float)(design.Knock * strike.Velocity);
        private float _last;
        private uint _noise = (uint)strike.Seed | 1;

        public float Next()
        {
            if (_level < 1e-5f) return 0;
            _last += _filter * (Noise.Next(ref _noise) - _last);
            _level *= _fall;
            return _level * _last;
        }
    }
}
