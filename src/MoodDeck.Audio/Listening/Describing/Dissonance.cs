namespace MoodDeck.Audio.Listening.Describing;

/// <summary>
/// Sensory dissonance of a spectrum: how much its partials beat with each other, by Sethares' fit to the curves of Plomp and
/// Levelt (Sethares 1993), each pair weighted by the weaker of the two, over the sum of all amplitudes.
/// </summary>
internal static class Dissonance
{
    private const int Partials = 16;
    private const double Closest = 0.24, Slope = 0.0207, Offset = 18.96, Fast = 3.51, Slow = 5.75;

    public static double Of(SpectralPeaks peaks)
    {
        var loudest = peaks.All.Count <= Partials
            ? [.. peaks.All]
            : peaks.All.OrderByDescending(p => p.Amplitude).Take(Partials).OrderBy(p => p.Hertz).ToArray();
        double rough = 0, total = 0;
        for (var i = 0; i < loudest.Length; i++)
        {
            var (low, a) = loudest[i];
            total += a;
            var scale = Closest / ((Slope * low) + Offset);
            for (var j = i + 1; j < loudest.Length; j++)
            {
                var apart = scale * (loudest[j].Hertz - low);
                if (apart > 1.5) break;
                rough += Math.Min(a, loudest[j].Amplitude) * (Math.Exp(-Fast * apart) - Math.Exp(-Slow * apart));
            }
        }

        return total > 1e-9 ? 5 * rough / total : 0;
    }
}
