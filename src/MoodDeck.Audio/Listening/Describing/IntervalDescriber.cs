using System.Numerics.Tensors;

namespace MoodDeck.Audio.Listening.Describing;

/// <summary>
/// Which intervals sound together and follow one another, whatever the key: how alike the pitch classes of a stretch are to those
/// of another, turned by each interval.
/// </summary>
internal static class IntervalDescriber
{
    private const double StretchSeconds = 1.5;
    // 0 is together; the others are so many stretches apart.
    private static readonly int[] s_apart = [0, 1, 2, 4];

    public static void Describe(ClipSpectra spectra, DescriptorWriter to)
    {
        var chromas = Chromas(spectra);
        foreach (var apart in s_apart)
        {
            // An interval and its inversion are one where the tones sound together, and the unison says nothing.
            var (first, last) = apart == 0 ? (1, 6) : (0, 11);
            for (var interval = first; interval <= last; interval++) to.Add($"interval.{apart}.{interval}", Alike(chromas, apart, interval));
        }
    }

    private static List<float[]> Chromas(ClipSpectra spectra)
    {
        var length = Math.Max(1, (int)Math.Round(StretchSeconds * spectra.LongFramesPerSecond));
        List<float[]> chromas = [];
        for (var from = 0; from + length <= spectra.Semitones.Count; from += length)
        {
            var chroma = new float[12];
            spectra.Semitones.Fold(from, from + length, chroma);
            var norm = TensorPrimitives.Norm<float>(chroma);
            if (norm > 1e-6f) TensorPrimitives.Divide(chroma, norm, chroma);
            chromas.Add(chroma);
        }

        return chromas;
    }

    private static double Alike(List<float[]> chromas, int apart, int interval)
    {
        double sum = 0;
        for (var i = 0; i + apart < chromas.Count; i++)
            for (var tone = 0; tone < 12; tone++) sum += chromas[i][tone] * chromas[i + apart][(tone + interval) % 12];
        return sum / Math.Max(1, chromas.Count - apart);
    }
}
