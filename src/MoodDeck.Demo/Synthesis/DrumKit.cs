namespace MoodDeck.Demo.Synthesis;

/// <summary>Drums and percussion. Each stroke is one of three takes, rendered once, softer ones also duller.</summary>
internal sealed class DrumKit(KitDesign design) : IInstrument
{
    private const int Takes = 3;
    private readonly Dictionary<(Drum Drum, int Take, bool IsSoft), float[]> _strokes = [];

    /// <inheritdoc/>
    public void Play(in Strike strike, StereoBuffer into)
    {
        var drum = (Drum)strike.Pitch;
        var key = (drum, (int)(strike.Seed % Takes), strike.Velocity < 0.5f);
        if (!_strokes.TryGetValue(key, out var stroke)) _strokes[key] = stroke = Render(drum, key.Item2, key.Item3);
        var (left, right) = StereoBuffer.PanGains(PlaceOf(drum));
        (left, right) = (left * strike.Velocity, right * strike.Velocity);
        var start = (int)(strike.StartSeconds * StereoBuffer.SampleRate);
        var count = Math.Min(stroke.Length, into.Length - start);
        if (count <= 0) return;
        var toLeft = into.Left.Slice(start, count);
        var toRight = into.Right.Slice(start, count);
        for (var i = 0; i < count; i++)
        {
            toLeft[i] += left * stroke[i];
            toRight[i] += right * stroke[i];
        }
    }

    // As the drummer sees it.
    private static double PlaceOf(Drum drum) => drum switch
    {
        Drum.HatClosed or Drum.HatOpen => -0.35,
        Drum.Ride or Drum.Triangle => 0.4,
        Drum.Crash => -0.45,
        Drum.TomHigh or Drum.CongaHigh => -0.25,
        Drum.TomLow or Drum.CongaLow => 0.3,
        Drum.Shaker or Drum.Tick => 0.45,
        Drum.Tambourine or Drum.Woodblock => -0.5,
        Drum.BrushSweep => 0.15,
        Drum.Anvil => 0.25,
        _ => 0,
    };

    private float[] Render(Drum drum, int take, bool isSoft)
    {
        var seed = (uint)(((int)drum * 7919) + (take * 104_729) + 1);
        // Takes differ a little in pitch and length, as no two strokes land on the same spot.
        var vary = 1 + (0.015 * (take - 1));
        var air = design.AirHertz * (isSoft ? 0.65 : 1);
        var hit = Layers(drum, new HitBuilder(LengthOf(drum), seed), vary, air, isSoft ? 0.6 : 1);
        if (design.Drive > 0) hit.Drive(1 + (4 * design.Drive));
        return hit.Finish();
    }

    private double LengthOf(Drum drum) => drum switch
    {
        Drum.Crash => 2.6,
        Drum.Riser => 2,
        Drum.Ride or Drum.Triangle or Drum.Anvil => 1.8,
        Drum.Taiko => 1.6,
        Drum.Kick => Math.Max(0.4, design.KickDecay * 1.2),
        Drum.HatClosed or Drum.Rim or Drum.Tick or Drum.Woodblock => 0.3,
        _ => 0.8,
    };

    private HitBuilder Layers(Drum drum, HitBuilder hit, double vary, double air, double force) => drum switch
    {
        Drum.Kick => hit.Tone(0.95, design.KickHertz * vary, design.KickDecay, 130 * force, 0.022).Hiss(design.KickClick * force, 1200, 5000, 0.02),
        Drum.Snare => hit.Tone(0.4, design.SnareHertz * vary, 0.16, 60).Tone(0.22, design.SnareHertz * 1.78 * vary, 0.1).Hiss(0.42 * force, 1400, air * 0.8, design.SnareDecay * vary),
        Drum.Rim => hit.Tone(0.4, 430 * vary, 0.05).Tone(0.4, 1720 * vary, 0.06).Hiss(0.12, 2000, 7000, 0.03),
        Drum.Clap => hit.Hiss(0.4, 900, 4200, 0.03).Hiss(0.4, 900, 4200, 0.03, delay: 0.011).Hiss(0.5, 900, 4200 + (1000 * vary), 0.26, delay: 0.023),
        Drum.HatClosed => hit.Hiss(0.2, 6500, air, design.HatDecay * vary).Metal(0.16, 4200, 9500, 8, design.HatDecay * 1.2),
        Drum.HatOpen => hit.Hiss(0.18, 6000, air, 0.5 * vary).Metal(0.15, 3800, 9500, 8, 0.6),
        Drum.Ride => hit.Metal(0.22 * force, 2600, 8800, 14, 1.7).Tone(0.1, 3150 * vary, 0.35).Hiss(0.07, 5000, air, 0.5),
        Drum.Crash => hit.Metal(0.25, 1300, 9000, 20, 2.4).Hiss(0.24, 2500, air, 1.7, attack: 0.004),
        Drum.TomLow => hit.Tone(0.8, 82 * vary, 0.55, 40, 0.05).Hiss(0.12, 300, 3000, 0.06),
        Drum.TomMid => hit.Tone(0.75, 118 * vary, 0.45, 50, 0.04).Hiss(0.12, 400, 3500, 0.06),
        Drum.TomHigh => hit.Tone(0.7, 165 * vary, 0.38, 60, 0.04).Hiss(0.12, 500, 4000, 0.06),
        Drum.Shaker => hit.Hiss(0.22, 4500, air, 0.09, attack: 0.022 * vary),
        Drum.Tambourine => hit.Hiss(0.14, 5000, air, 0.12, attack: 0.006).Metal(0.2, 5200, 9800, 7, 0.3),
        Drum.BrushTap => hit.Hiss(0.3 * force, 900, 6000, 0.12, attack: 0.003).Tone(0.12, design.SnareHertz * vary, 0.1),
        Drum.BrushSweep => hit.Hiss(0.12, 1500, 6500, 0.4, attack: 0.16 * vary),
        Drum.CongaLow => hit.Tone(0.7, 165 * vary, 0.3, 25, 0.02).Hiss(0.1, 600, 4000, 0.03),
        Drum.CongaHigh => hit.Tone(0.6, 245 * vary, 0.2, 35, 0.02).Hiss(0.14, 800, 5000, 0.03),
        Drum.Taiko => hit.Tone(0.95, 58 * vary, 1.1, 45, 0.06).Tone(0.4, 104 * vary, 0.5).Hiss(0.25 * force, 150, 1800, 0.12),
        Drum.FrameDrum => hit.Tone(0.7, 92 * vary, 0.5, 20, 0.04).Tone(0.25, 205 * vary, 0.25).Hiss(0.1, 400, 3000, 0.08),
        Drum.Woodblock => hit.Tone(0.5, 880 * vary, 0.07).Tone(0.3, 1410 * vary, 0.05),
        Drum.Triangle => hit.Metal(0.14, 3900, 9600, 6, 1.6),
        Drum.Anvil => hit.Metal(0.5 * force, 480, 5200, 12, 0.9).Hiss(0.2, 1500, 7000, 0.05),
        Drum.Tick => hit.Tone(0.3, 2350 * vary, 0.025).Hiss(0.12, 2500, 7500, 0.02),
        Drum.Riser => hit.Hiss(0.16, 1800, air, 0.25, attack: 1.8),
        Drum.Heartbeat => hit.Tone(0.9, 44 * vary, 0.35, 22, 0.03),
        _ => throw new ArgumentOutOfRangeException(nameof(drum), drum, "Expected a drum."),
    };
}
