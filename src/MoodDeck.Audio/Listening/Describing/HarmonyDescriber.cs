namespace MoodDeck.Audio.Listening.Describing;

/// <summary>Key, mode, chords, and how they change.</summary>
internal static class HarmonyDescriber
{
    private const double ChordSeconds = 0.75, PhraseSeconds = 8;

    // Intervals above the root, and the name under which the share of the time is told.
    private static readonly (string Name, int[] Tones)[] s_chords =
    [
        ("major", [0, 4, 7]), ("minor", [0, 3, 7]), ("diminished", [0, 3, 6]), ("augmented", [0, 4, 8]), ("fourth", [0, 5, 7]),
        ("major7", [0, 4, 7, 11]), ("minor7", [0, 3, 7, 10]), ("dominant7", [0, 4, 7, 10]), ("fifth", [0, 7]),
    ];

    public static void Describe(ClipSpectra spectra, DescriptorWriter to)
    {
        var frames = spectra.Semitones;
        var whole = new float[12];
        frames.Fold(0, frames.Count, whole);
        var key = Key(whole, to);
        Tones(whole, key.Tonic, to);
        Phrases(spectra, to);
        Chords(spectra, key.Tonic, to);
    }

    private static KeyEstimate Key(float[] chroma, DescriptorWriter to)
    {
        var key = KeyFinder.Find([.. chroma.Select(c => (double)c)]);
        to.Add("key.clarity", key.Clarity);
        to.Add("key.major", key.Majorness);
        to.Add("key.mode", key.IsMajor ? 1 : -1);
        return key;
    }

    // The twelve degrees above the tonic, and how even they are.
    private static void Tones(float[] chroma, int tonic, DescriptorWriter to)
    {
        var total = Math.Max(1e-9f, chroma.Sum());
        double entropy = 0;
        for (var degree = 0; degree < 12; degree++)
        {
            var share = chroma[(tonic + degree) % 12] / total;
            to.Add($"degree.{degree}", share);
            if (share > 0) entropy -= share * Math.Log2(share);
        }

        to.Add("degree.entropy", entropy);
        to.Add("degree.thirds", (chroma[(tonic + 4) % 12] - chroma[(tonic + 3) % 12]) / total);
        to.Add("degree.sixths", (chroma[(tonic + 9) % 12] - chroma[(tonic + 8) % 12]) / total);
    }

    private static void Phrases(ClipSpectra spectra, DescriptorWriter to)
    {
        var length = (int)(PhraseSeconds * spectra.LongFramesPerSecond);
        List<float> modes = [], clarities = [];
        var (moves, last) = (0, -1);
        var chroma = new float[12];
        for (var from = 0; from + length <= spectra.Semitones.Count; from += length / 2)
        {
            spectra.Semitones.Fold(from, from + length, chroma);
            var key = KeyFinder.Find([.. chroma.Select(c => (double)c)]);
            modes.Add((float)key.Majorness);
            clarities.Add((float)key.Clarity);
            if (last >= 0 && last != key.Tonic) moves++;
            last = key.Tonic;
        }

        var span = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(modes);
        to.AddSpread("phrase.major", span);
        to.Add("phrase.major.share", modes.Count > 0 ? modes.Count(m => m > 0) / (double)modes.Count : 0.5);
        to.AddSpread("phrase.clarity", System.Runtime.InteropServices.CollectionsMarshal.AsSpan(clarities));
        to.Add("phrase.moves", modes.Count > 1 ? moves / (double)(modes.Count - 1) : 0);
    }

    private static void Chords(ClipSpectra spectra, int tonic, DescriptorWriter to)
    {
        var length = Math.Max(1, (int)Math.Round(ChordSeconds * spectra.LongFramesPerSecond));
        var (shares, roots) = (new double[s_chords.Length], new double[12]);
        List<float> changes = [], fits = [];
        var (count, moves, last) = (0, 0, (-1, -1));
        var (chroma, before) = (new float[12], new float[12]);
        for (var from = 0; from + length <= spectra.Semitones.Count; from += length)
        {
            spectra.Semitones.Fold(from, from + length, chroma);
            var (kind, root, fit) = Best(chroma);
            if (fit <= 0) continue;
            shares[kind]++;
            roots[(root - tonic + 12) % 12]++;
            if (count++ > 0)
            {
                changes.Add(1 - (float)Statistics.Cosine(chroma, before));
                if (last != (kind, root)) moves++;
            }

            last = (kind, root);
            fits.Add((float)fit);
            chroma.CopyTo(before, 0);
        }

        for (var kind = 0; kind < shares.Length; kind++) to.Add($"chord.{s_chords[kind].Name}", shares[kind] / Math.Max(1, count));
        for (var degree = 0; degree < 12; degree++) to.Add($"chord.root.{degree}", roots[degree] / Math.Max(1, count));
        to.AddSpread("chord.fit", System.Runtime.InteropServices.CollectionsMarshal.AsSpan(fits));
        to.AddSpread("chord.change", System.Runtime.InteropServices.CollectionsMarshal.AsSpan(changes));
        to.Add("chord.moves", moves / (double)Math.Max(1, count - 1));
    }

    private static (int Kind, int Root, double Fit) Best(float[] chroma)
    {
        var norm = Math.Sqrt(System.Numerics.Tensors.TensorPrimitives.SumOfSquares<float>(chroma));
        if (norm < 1e-9) return (0, 0, 0);
        var best = (Kind: 0, Root: 0, Fit: 0.0);
        for (var kind = 0; kind < s_chords.Length; kind++)
        {
            var tones = s_chords[kind].Tones;
            for (var root = 0; root < 12; root++)
            {
                double sum = 0;
                foreach (var tone in tones) sum += chroma[(root + tone) % 12];
                // A chord of more tones explains more by itself.
                var fit = (sum / (norm * Math.Sqrt(tones.Length))) - (0.02 * tones.Length);
                if (fit > best.Fit) best = (kind, root, fit);
            }
        }

        return best;
    }
}
