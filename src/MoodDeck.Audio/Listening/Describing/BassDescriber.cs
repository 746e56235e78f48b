namespace MoodDeck.Audio.Listening.Describing;

/// <summary>What sounds above the lowest note, and where that goes next: harmony as it is played, without asking for a key.</summary>
internal static class BassDescriber
{
    private const int FramesAtOnce = 4;
    // Less than this beside the strongest key is no note of its own.
    private const float Audible = 0.3f;

    public static void Describe(ClipSpectra spectra, DescriptorWriter to)
    {
        var (above, thirds, moves) = (new double[12], new List<float>(), new List<int>());
        var last = -1;
        var tones = new double[12];
        foreach (var keys in spectra.Semitones.Sounding(FramesAtOnce))
        {
            var limit = Audible * System.Numerics.Tensors.TensorPrimitives.Max<float>(keys);
            var bass = Array.FindIndex(keys, k => k > limit);
            Array.Clear(tones);
            for (var key = bass; key < keys.Length; key++) tones[(key - bass) % 12] += keys[key];
            var total = tones.Sum();
            for (var interval = 0; interval < 12; interval++) above[interval] += tones[interval] / total;
            thirds.Add((float)((tones[4] - tones[3]) / total));
            if (last >= 0) moves.Add(bass - last);
            last = bass;
        }

        for (var interval = 0; interval < 12; interval++) to.Add($"bass.above.{interval}", above[interval] / Math.Max(1, thirds.Count));
        to.AddSpread("bass.third", System.Runtime.InteropServices.CollectionsMarshal.AsSpan(thirds));
        to.Add("bass.third.major", thirds.Count > 0 ? thirds.Count(t => t > 0) / (double)thirds.Count : 0.5);
        for (var interval = 0; interval < 12; interval++) to.Add($"bass.moves.{interval}", Share(moves, m => ((m % 12) + 12) % 12 == interval));
        to.Add("bass.moves.size", moves.Count > 0 ? moves.Average(Math.Abs) : 0);
        to.Add("bass.rests", Share(moves, m => m == 0));
    }

    private static double Share(List<int> moves, Func<int, bool> which) => moves.Count(which) / (double)Math.Max(1, moves.Count);
}
