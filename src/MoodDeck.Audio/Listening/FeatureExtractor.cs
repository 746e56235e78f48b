using MoodDeck.Audio.Decoding;
using MoodDeck.Audio.Listening.Describing;

namespace MoodDeck.Audio.Listening;

/// <summary>Computes <see cref="TrackFeatures"/> from decoded audio.</summary>
public static class FeatureExtractor
{
    // Frames more than this far below the loudest one are pauses, and say nothing about loudness or brightness.
    private const float PauseDb = 45;
    private const float SilenceDb = -80;

    /// <summary>Listens to a clip. A clip shorter than one frame (93 ms) counts as silence.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static TrackFeatures Extract(AudioClip clip, CancellationToken cancellationToken = default) => Extract([clip], cancellationToken);

    /// <summary>
    /// Listens to several stretches of one track: what can be counted or averaged over all of them is, and each descriptor is the mean
    /// of what it is in either.
    /// </summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static TrackFeatures Extract(IReadOnlyList<AudioClip> stretches, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stretches);
        if (stretches.Count == 0) throw new ArgumentException("There is nothing to listen to.", nameof(stretches));
        var described = stretches.Select(stretch => TrackDescriptors.Of(stretch, cancellationToken)).ToArray();
        var spectra = described.Select(d => d.Spectra).ToArray();
        var (seconds, framesPerSecond) = (stretches.Sum(s => s.DurationSeconds), spectra[0].FramesPerSecond);
        float[] levels = [.. spectra.SelectMany(s => s.Levels.ToArray())], centroids = [.. spectra.SelectMany(s => s.CentroidHertz.ToArray())];
        float[] onsets = [.. spectra.SelectMany(s => s.Onsets.Strength)];
        var sounding = Sounding(levels);
        var (loudness, spread) = Statistics.MeanAndSpread(At(levels, sounding));
        var chroma = Shares(spectra);
        var key = KeyFinder.Find(chroma);
        var tempo = TempoFinder.Find(onsets, framesPerSecond);
        return new TrackFeatures
        {
            ListenedSeconds = seconds,
            LoudnessDb = sounding.Length > 0 ? loudness : -100,
            LoudnessSpreadDb = spread,
            CentroidHertz = Centroid(levels, centroids, sounding),
            Flux = onsets.Length > 0 ? onsets.Average() : 0,
            OnsetsPerSecond = seconds > 0 ? spectra.Sum(s => s.Onsets.Onsets(framesPerSecond).Count) / seconds : 0,
            TempoBpm = tempo.Bpm,
            TempoClarity = tempo.Clarity,
            Tonic = key.Tonic,
            IsMajor = key.IsMajor,
            Majorness = key.Majorness,
            KeyClarity = key.Clarity,
            Chroma = chroma,
            Descriptors = Mean(described),
        };
    }

    private static float[] Mean(TrackDescriptors[] described) =>
        [.. Enumerable.Range(0, TrackDescriptors.Names.Count).Select(i => described.Average(d => d.Values[i]))];

    // Weighted by level, so that the end of a note that dies away counts for little.
    private static double Centroid(float[] levels, float[] centroids, int[] sounding)
    {
        double sum = 0, weights = 0;
        foreach (var frame in sounding)
        {
            var weight = Math.Pow(10, levels[frame] / 20);
            (sum, weights) = (sum + (weight * centroids[frame]), weights + weight);
        }

        return weights > 0 ? sum / weights : 0;
    }

    private static double[] Shares(ClipSpectra[] spectra)
    {
        var (sum, chroma) = (new double[12], new float[12]);
        foreach (var frames in spectra.Select(s => s.Semitones))
        {
            frames.Fold(0, frames.Count, chroma);
            for (var i = 0; i < sum.Length; i++) sum[i] += chroma[i];
        }

        var total = sum.Sum();
        return [.. sum.Select(c => total > 0 ? c / total : 1.0 / 12)];
    }

    private static int[] Sounding(ReadOnlySpan<float> levels)
    {
        if (levels.IsEmpty) return [];
        var floor = Math.Max(SilenceDb, System.Numerics.Tensors.TensorPrimitives.Max(levels) - PauseDb);
        List<int> frames = [];
        for (var i = 0; i < levels.Length; i++) if (levels[i] > floor) frames.Add(i);
        return [.. frames];
    }

    private static float[] At(ReadOnlySpan<float> values, int[] frames)
    {
        var chosen = new float[frames.Length];
        for (var i = 0; i < frames.Length; i++) chosen[i] = values[frames[i]];
        return chosen;
    }
}
