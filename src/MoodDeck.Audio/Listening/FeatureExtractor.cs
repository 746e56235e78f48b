using MoodDeck.Audio.Decoding;
using MoodDeck.Audio.Listening.Describing;

namespace MoodDeck.Audio.Listening;

/// <summary>Computes <see cref="TrackFeatures"/> from decoded audio.</summary>
public static class FeatureExtractor
{
    private const int FrameLength = 2048;
    private const int Hop = 512;
    // Frames more than this far below the loudest one are pauses, and say nothing about loudness or brightness.
    private const double PauseDb = 45;
    private const double SilenceDb = -80;

    /// <summary>Listens to a clip. A clip shorter than one frame (93 ms) counts as silence.</summary>
    public static TrackFeatures Extract(AudioClip clip, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(clip);
        var hertzPerBin = (double)clip.SampleRateHertz / FrameLength;
        var framesPerSecond = (double)clip.SampleRateHertz / Hop;
        var fft = new RealFft(FrameLength);
        var onsets = new OnsetEnvelope(fft.BinCount, hertzPerBin);
        var (levels, centroids) = (new List<double>(), new List<double>());
        FrameWalk.ForEach(clip.Samples, fft, Hop, (samples, power) =>
        {
            levels.Add(LevelDb(samples));
            centroids.Add(Centroid(power) * hertzPerBin);
            onsets.Add(power);
        }, cancellationToken);

        var chroma = new ChromaSum(clip.SampleRateHertz);
        FrameWalk.ForEach(clip.Samples, new RealFft(ChromaSum.FrameLength), ChromaSum.FrameLength / 2, (_, power) => chroma.Add(power), cancellationToken);

        var sounding = Sounding(levels);
        var (loudness, spread) = MeanAndSpread(sounding.Select(i => levels[i]));
        var weights = sounding.Select(i => Math.Pow(10, levels[i] / 20)).ToArray();
        var shares = chroma.Shares();
        var key = KeyFinder.Find(shares);
        var tempo = TempoFinder.Find(onsets.Strength, framesPerSecond);
        return new TrackFeatures
        {
            ListenedSeconds = clip.DurationSeconds,
            LoudnessDb = sounding.Length > 0 ? loudness : -100,
            LoudnessSpreadDb = spread,
            CentroidHertz = weights.Length > 0 ? sounding.Select((frame, i) => centroids[frame] * weights[i]).Sum() / weights.Sum() : 0,
            Flux = onsets.Strength.Count > 0 ? onsets.Strength.Average() : 0,
            OnsetsPerSecond = clip.DurationSeconds > 0 ? onsets.Onsets(framesPerSecond).Count / clip.DurationSeconds : 0,
            TempoBpm = tempo.Bpm,
            TempoClarity = tempo.Clarity,
            Tonic = key.Tonic,
            IsMajor = key.IsMajor,
            Majorness = key.Majorness,
            KeyClarity = key.Clarity,
            Chroma = shares,
        };
    }

    private static double LevelDb(ReadOnlySpan<float> samples)
    {
        double sum = 0;
        foreach (var x in samples) sum += x * x;
        return 10 * Math.Log10((sum / samples.Length) + 1e-10);
    }

    private static double Centroid(ReadOnlySpan<float> power)
    {
        double weighted = 0, total = 1e-12;
        for (var k = 1; k < power.Length; k++)
        {
            weighted += k * (double)power[k];
            total += power[k];
        }

        return weighted / total;
    }

    private static int[] Sounding(List<double> levels)
    {
        if (levels.Count == 0) return [];
        var floor = Math.Max(SilenceDb, levels.Max() - PauseDb);
        return [.. Enumerable.Range(0, levels.Count).Where(i => levels[i] > floor)];
    }

    private static (double Mean, double Spread) MeanAndSpread(IEnumerable<double> values)
    {
        var all = values.ToArray();
        if (all.Length == 0) return (0, 0);
        var mean = all.Average();
        return (mean, Math.Sqrt(all.Average(x => (x - mean) * (x - mean))));
    }
}
