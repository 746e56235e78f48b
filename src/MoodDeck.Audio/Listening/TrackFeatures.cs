namespace MoodDeck.Audio.Listening;

/// <summary>What was heard in a stretch of a track. All members are finite.</summary>
public sealed record TrackFeatures
{
    /// <summary>How much was listened to, in seconds.</summary>
    public required double ListenedSeconds { get; init; }

    /// <summary>Mean loudness of the sounding frames in decibels relative to full scale (RMS); -100 for silence.</summary>
    public required double LoudnessDb { get; init; }

    /// <summary>Standard deviation of frame loudness over the sounding frames, in decibels.</summary>
    public required double LoudnessSpreadDb { get; init; }

    /// <summary>Centre of mass of the power spectrum, in hertz, averaged over the sounding frames weighted by their level.</summary>
    public required double CentroidHertz { get; init; }

    /// <summary>Mean positive change of log-magnitude between frames per third-octave band, in nepers; how restless the spectrum is.</summary>
    public required double Flux { get; init; }

    /// <summary>Note beginnings a second.</summary>
    public required double OnsetsPerSecond { get; init; }

    /// <summary>Beats a minute, 40 to 220; 0 when no beat was found.</summary>
    public required double TempoBpm { get; init; }

    /// <summary>How strongly the tempo stands out, 0 (no beat) to 1 (a metronome).</summary>
    public required double TempoClarity { get; init; }

    /// <summary>Tonic, 0 = C to 11 = B.</summary>
    public required int Tonic { get; init; }

    /// <summary>Whether the better key is a major one.</summary>
    public required bool IsMajor { get; init; }

    /// <summary>
    /// How much better the best major key fits than the best minor one, -1 to 1: the difference of their correlations
    /// with the Krumhansl-Kessler profiles.
    /// </summary>
    public required double Majorness { get; init; }

    /// <summary>How well the best key fits at all: its correlation, 0 (no tonality) to 1.</summary>
    public required double KeyClarity { get; init; }

    /// <summary>How strongly each pitch class from C sounds, scaled to a sum of 1; twelve equal shares for silence.</summary>
    public required IReadOnlyList<double> Chroma { get; init; }

    /// <summary>What a trained model hears, one for each of <see cref="TrackDescriptors.Names"/>.</summary>
    public required IReadOnlyList<float> Descriptors { get; init; }
}
