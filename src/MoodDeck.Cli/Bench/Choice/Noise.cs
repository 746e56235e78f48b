namespace MoodDeck.Cli.Bench.Choice;

/// <summary>
/// Chance that depends only on what it is for, so that all policies meet the same: SplitMix64's finaliser (Steele, Lea and Flood 2014)
/// over a seed, a number and a purpose.
/// </summary>
internal readonly struct Noise(ulong seed)
{
    /// <summary>The noise of something below this one.</summary>
    public Noise Of(int number) => new(Mix(seed + (0x9E3779B97F4A7C15ul * ((ulong)(uint)number + 1))));

    /// <summary>Uniform in (0, 1).</summary>
    public double Uniform(int number, int purpose) => (((Of(number).Of(purpose).Value) >> 11) + 0.5) / (1ul << 53);

    /// <summary>Standard normal (Box and Muller 1958).</summary>
    public double Normal(int number, int purpose) =>
        Math.Sqrt(-2 * Math.Log(Uniform(number, purpose))) * Math.Cos(2 * Math.PI * Uniform(number, ~purpose));

    /// <summary>Beta(a, 3): the rule of Jöhnk (1964) needs few tries where both are small.</summary>
    public double Beta(double a, double b, int number, int purpose)
    {
        var tries = Of(number).Of(purpose);
        for (var i = 0; ; i++)
        {
            var (x, y) = (Math.Pow(tries.Uniform(i, 0), 1 / a), Math.Pow(tries.Uniform(i, 1), 1 / b));
            if (x + y is > 0 and <= 1) return x / (x + y);
        }
    }

    private ulong Value => Mix(seed);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ul;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBul;
        return z ^ (z >> 31);
    }
}
