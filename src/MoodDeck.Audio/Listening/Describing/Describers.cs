using System.Runtime.InteropServices;

namespace MoodDeck.Audio.Listening.Describing;

/// <summary>How loud, and how that changes.</summary>
internal static class LoudnessDescriber
{
    public static void Describe(ClipSpectra spectra, DescriptorWriter to)
    {
        var levels = spectra.Levels;
        to.AddShape("level", levels);
        var second = (int)Math.Round(spectra.FramesPerSecond);
        var seconds = new float[levels.Length / second];
        for (var i = 0; i < seconds.Length; i++) seconds[i] = (float)Statistics.Mean(levels.Slice(i * second, second));
        to.Add("level.seconds.std", Statistics.MeanAndSpread(seconds).Spread);
        to.Add("level.rise", Statistics.Rise(seconds));
    }
}

/// <summary>What the sound is like, whatever is played.</summary>
internal static class TimbreDescriber
{
    public const int Coefficients = 14;

    public static void Describe(ClipSpectra spectra, DescriptorWriter to)
    {
        to.AddShape("centroid", spectra.Centroids);
        to.AddSpread("bandwidth", spectra.Spreads);
        to.AddSpread("rolloff", spectra.Rolloffs);
        to.AddSpread("flatness", spectra.Flatness);
        to.AddShape("roughness", spectra.Roughness);
        for (var band = 0; band < spectra.Contrast.Count; band++) to.AddSpread($"contrast.{band + 1}", CollectionsMarshal.AsSpan(spectra.Contrast[band]));
        Cepstrum(spectra, to);
        Balance(spectra, to);
    }

    // Mel-frequency cepstral coefficients: the cosine transform (II) of a frame's log bands (Davis and Mermelstein 1980).
    private static void Cepstrum(ClipSpectra spectra, DescriptorWriter to)
    {
        const int Bands = ClipSpectra.MelBands;
        var (frames, mel) = (spectra.FrameCount, spectra.LogMel);
        for (var c = 1; c < Coefficients; c++)
        {
            var wave = Enumerable.Range(0, Bands).Select(b => (float)(Math.Sqrt(2.0 / Bands) * Math.Cos(Math.PI * c * (b + 0.5) / Bands))).ToArray();
            var (values, changes) = (new float[frames], new float[Math.Max(0, frames - 1)]);
            for (var i = 0; i < frames; i++)
            {
                values[i] = System.Numerics.Tensors.TensorPrimitives.Dot<float>(mel.AsSpan(i * Bands, Bands), wave);
                if (i > 0) changes[i - 1] = values[i] - values[i - 1];
            }

            to.AddSpread($"mfcc.{c}", values);
            to.Add($"mfcc.{c}.delta", Statistics.MeanAndSpread(changes).Spread);
        }
    }

    // Tones are lines along the time, strokes are lines along the frequency; a median along either keeps its own (Fitzgerald 2010).
    private static void Balance(ClipSpectra spectra, DescriptorWriter to)
    {
        const int Bands = ClipSpectra.MelBands, Along = 8, Across = 4, Step = 4;
        var (frames, mel) = (spectra.FrameCount, spectra.LogMel);
        double tones = 0, strokes = 0;
        Span<float> window = stackalloc float[(2 * Along) + 1];
        for (var i = Along; i < frames - Along; i += Step)
        {
            for (var b = Across; b < Bands - Across; b += 2)
            {
                for (var k = -Along; k <= Along; k++) window[k + Along] = mel[((i + k) * Bands) + b];
                var tone = Median(window);
                var across = window[..((2 * Across) + 1)];
                mel.AsSpan((i * Bands) + b - Across, across.Length).CopyTo(across);
                var stroke = Median(across);
                var power = Math.Pow(10, mel[(i * Bands) + b]);
                var share = 1 / (1 + Math.Pow(10, 2 * (stroke - tone)));
                tones += share * power;
                strokes += (1 - share) * power;
            }
        }

        to.Add("tones.share", tones + strokes > 0 ? tones / (tones + strokes) : 0.5);
    }

    private static float Median(Span<float> values)
    {
        values.Sort();
        return values[values.Length / 2];
    }
}

/// <summary>How it moves.</summary>
internal static class RhythmDescriber
{
    public static void Describe(ClipSpectra spectra, DescriptorWriter to)
    {
        var strength = spectra.Onsets.Strength.ToArray();
        to.AddShape("flux", strength);
        var tempo = TempoFinder.Find(strength, spectra.FramesPerSecond);
        to.Add("tempo.log", tempo.Bpm > 0 ? Math.Log2(tempo.Bpm / 100) : 0);
        to.Add("tempo.clarity", tempo.Clarity);
        var onsets = spectra.Onsets.Onsets(spectra.FramesPerSecond);
        var seconds = Math.Max(1, spectra.Clip.DurationSeconds);
        to.Add("onsets.rate", onsets.Count / seconds);
        var gaps = new float[Math.Max(0, onsets.Count - 1)];
        for (var i = 0; i < gaps.Length; i++) gaps[i] = MathF.Log2((onsets[i + 1] - onsets[i]) / (float)spectra.FramesPerSecond);
        to.AddShape("onsets.gap", gaps);
        var heights = onsets.Select(i => strength[i]).ToArray();
        to.AddSpread("onsets.strength", heights);
    }
}

/// <summary>Which notes: how high, how many, how long.</summary>
internal static class NotesDescriber
{
    // Less than this beside the frame's strongest key is no note of its own.
    private const float Audible = 0.3f;

    public static void Describe(ClipSpectra spectra, DescriptorWriter to)
    {
        var frames = spectra.Semitones;
        List<float> middles = [], lows = [], highs = [], counts = [], widths = [], holds = [];
        var begun = 0;
        var last = new float[SemitoneFrames.Keys];
        var top = frames.Loudest();
        for (var i = 0; i < frames.Count; i++)
        {
            var keys = frames[i];
            var strongest = System.Numerics.Tensors.TensorPrimitives.Max(keys);
            if (strongest > 0.05f * top && strongest > 0)
            {
                var limit = Audible * strongest;
                float sum = 0, weighted = 0;
                int low = -1, high = 0, count = 0;
                for (var k = 0; k < keys.Length; k++)
                {
                    if (keys[k] < limit) continue;
                    if (low < 0) low = k;
                    (high, count) = (k, count + 1);
                    (sum, weighted) = (sum + keys[k], weighted + (k * keys[k]));
                    if (keys[k] > 0.15f * top && keys[k] > 1.5f * last[k]) begun++;
                }

                middles.Add(weighted / sum);
                lows.Add(low);
                highs.Add(high);
                counts.Add(count);
                widths.Add(high - low);
                holds.Add((float)Statistics.Cosine(keys, last));
            }

            keys.CopyTo(last);
        }

        to.AddShape("register", CollectionsMarshal.AsSpan(middles));
        to.AddSpread("bass", CollectionsMarshal.AsSpan(lows));
        to.AddSpread("treble", CollectionsMarshal.AsSpan(highs));
        to.AddSpread("voices", CollectionsMarshal.AsSpan(counts));
        to.AddSpread("ambitus", CollectionsMarshal.AsSpan(widths));
        to.AddSpread("legato", CollectionsMarshal.AsSpan(holds));
        to.Add("notes.rate", begun / Math.Max(1, spectra.Clip.DurationSeconds));
        Registers(frames, to);
    }

    // Shares of the sound in each octave of the keyboard.
    private static void Registers(SemitoneFrames frames, DescriptorWriter to)
    {
        var shares = new float[8];
        for (var i = 0; i < frames.Count; i++)
            for (var k = 0; k < SemitoneFrames.Keys; k++) shares[k / 12] += frames[i][k];
        var total = shares.Sum();
        for (var octave = 0; octave < 7; octave++) to.Add($"octave.{octave}", total > 0 ? shares[octave] / total : 0);
    }
}
