namespace MoodDeck.Audio.Listening;

/// <summary>Where a chroma's tonal centre lies.</summary>
/// <param name="Tonic">0 = C to 11 = B.</param>
/// <param name="IsMajor">Major or minor.</param>
/// <param name="Majorness">Best major correlation minus best minor correlation.</param>
/// <param name="Clarity">Best correlation, not below 0.</param>
public readonly record struct KeyEstimate(int Tonic, bool IsMajor, double Majorness, double Clarity);

/// <summary>Finds the key that fits best by correlation with probe-tone profiles (Krumhansl and Kessler 1982; Krumhansl 1990).</summary>
public static class KeyFinder
{
    private static readonly double[] s_major = [6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88];
    private static readonly double[] s_minor = [6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17];

    /// <summary>The key of twelve pitch-class energies from C.</summary>
    /// <exception cref="ArgumentException">Not twelve.</exception>
    public static KeyEstimate Find(IReadOnlyList<double> chroma)
    {
        ArgumentNullException.ThrowIfNull(chroma);
        if (chroma.Count != 12) throw new ArgumentException($"Expected 12 pitch classes, got {chroma.Count}.", nameof(chroma));
        var major = Best(chroma, s_major);
        var minor = Best(chroma, s_minor);
        var isMajor = major.Fit >= minor.Fit;
        return new(isMajor ? major.Tonic : minor.Tonic, isMajor, major.Fit - minor.Fit, Math.Max(0, Math.Max(major.Fit, minor.Fit)));
    }

    private static (int Tonic, double Fit) Best(IReadOnlyList<double> chroma, double[] profile)
    {
        var best = (Tonic: 0, Fit: double.NegativeInfinity);
        for (var tonic = 0; tonic < 12; tonic++)
        {
            var fit = Correlate(chroma, profile, tonic);
            if (fit > best.Fit) best = (tonic, fit);
        }

        return best;
    }

    private static double Correlate(IReadOnlyList<double> chroma, double[] profile, int tonic)
    {
        var (meanC, meanP) = (chroma.Average(), profile.Average());
        double cross = 0, squareC = 0, squareP = 0;
        for (var i = 0; i < 12; i++)
        {
            var c = chroma[(tonic + i) % 12] - meanC;
            var p = profile[i] - meanP;
            cross += c * p;
            squareC += c * c;
            squareP += p * p;
        }

        return squareC > 1e-12 ? cross / Math.Sqrt(squareC * squareP) : 0;
    }
}
