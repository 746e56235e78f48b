namespace MoodDeck.Demo.Synthesis.Sounds;

/// <summary>Pianos and electric pianos.</summary>
internal static class Pianos
{
    private const double StrikePoint = 0.13;

    /// <summary>A grand with open lid.</summary>
    public static IInstrument Grand() => new ModalInstrument(new()
    {
        Modes = (hertz, velocity) => Strings(hertz, velocity, 700 + (5300 * Math.Pow(velocity, 1.3)), 3.2), DampedSeconds = 0.35, Knock = 0.1, KnockHertz = 500, PanSpread = 0.5,
    });

    /// <summary>An upright with a strip of felt between hammers and strings.</summary>
    public static IInstrument Felt() => new ModalInstrument(new()
    {
        Modes = (hertz, velocity) => Strings(hertz, velocity, 450 + (1600 * velocity), 3.6), DampedSeconds = 0.45, AttackSeconds = 0.004, Knock = 0.22, KnockHertz = 260, PanSpread = 0.4,
    });

    /// <summary>An electric piano: soft body, and a tine that speaks when struck hard.</summary>
    public static IInstrument Electric() => new FmInstrument(new(
        [new(1, 1, 1, 5.5, 1.5, 0.7), new(1, 14, 0.16, 1.6, 0.9, 0.2), new(2, 1, 0.12, 3, 0.6, 0.4)], 0.22));

    /// <summary>The same, darker and rounder.</summary>
    public static IInstrument ElectricDark() => new FmInstrument(new([new(1, 1, 1, 5, 0.8, 0.5), new(1, 7, 0.06, 1.2, 0.5, 0.15)], 0.3));

    /// <summary>A struck string with a bright, short, nasal sound.</summary>
    public static IInstrument Clavinet() => new PluckedString(new() { DecaySeconds = 1.3, Brightness = 0.86, PluckHertz = 4200, PluckPosition = 0.07, DampedSeconds = 0.05 });

    // Stiff strings stretch their partials (Fletcher 1964); the hammer takes out those with a node where it strikes; each
    // note falls quickly at first and then rings on, as its strings get out of step (Weinreich 1977).
    private static IEnumerable<Resonance> Strings(double hertz, double velocity, double hammerHertz, double decay)
    {
        var stiffness = 0.00035 * Math.Pow(hertz / 262, 1.2);
        var length = decay * Math.Pow(262 / hertz, 0.55);
        for (var k = 1; k <= 20; k++)
        {
            var partial = k * hertz * Math.Sqrt(1 + (stiffness * k * k));
            var level = (0.12 + Math.Abs(Math.Sin(Math.PI * k * StrikePoint))) / Math.Pow(k, 0.75) * Math.Exp(-partial / hammerHertz) * Math.Pow(velocity, 1.3);
            yield return new(partial, level * 0.75, length / (1 + (0.14 * k)));
            if (k <= 6) yield return new(partial + 0.45, level * 0.3, 2.6 * length / (1 + (0.2 * k)));
        }
    }
}
