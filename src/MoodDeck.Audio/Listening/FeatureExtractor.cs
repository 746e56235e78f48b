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
    public static TrackFeatures Extract(AudioClip clip, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(clip);
        var descriptors = TrackDescriptors.Of(clip, cancellationToken);
        var spectra = descriptors.Spectra;
        var sounding = Sounding(spectra.Levels);
        var (loudness, spread) = Statistics.MeanAndSpread(At(spectra.Levels, sounding));
        var onsets = spectra.Onsets;
        var chroma = Shares(spectra.Semitones);
        var key = KeyFinder.Find(chroma);
        var tempo = TempoFinder.Find(onsets.Strength, spectra.FramesPerSecond);
        return new TrackFeatures
        {
            ListenedSeconds = clip.DurationSeconds,
            LoudnessDb = sounding.Length > 0 ? loudness : -100,
            LoudnessSpreadDb = spread,
            CentroidHertz = Centroid(spectra, sounding),
            Flux = onsets.Strength.Count > 0 ? onsets.Strength.Average() : 0,
            OnsetsPerSecond = clip.DurationSeconds > 0 ? onsets.Onsets(spectra.FramesPerSecond).Count / clip.DurationSeconds : 0,
            TempoBpm = tempo.Bpm,
            TempoClarity = tempo.Clarity,
            Tonic = key.Tonic,
            IsMajor = key.IsMajor,
            Majorness = key.Majorness,
            KeyClarity = key.Clarity,
            Chroma = chroma,
            Descriptors = descriptors.Values,
        };
    }

    // Weighted by level, so that the end of a note that dies away counts for little.
    private static double Centroid(ClipSpectra spectra, int[] sounding)
    {
        double sum = 0, weights = 0;
        foreach (var frame in sounding)
        {
            var weight = Math.Pow(10, spectra.Levels[frame] / 20);
            (sum, weights) = (sum + (weight * spectra.CentroidHertz[frame]), weights + weight);
        }

        return weights > 0 ? sum / weights : 0;
    }

    private static double[] Shares(SemitoneFrames frames)
    {
        var chroma = new float[12];
        frames.Fold(0, frames.Count, chroma);
        var total = chroma.Sum();
        return [.. chroma.Select(c => total > 0 ? c / (double)total : 1.0 / 12)];
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
