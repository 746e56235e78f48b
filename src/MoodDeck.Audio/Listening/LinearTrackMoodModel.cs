using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;

namespace MoodDeck.Audio.Listening;

/// <summary>
/// A small linear formula with the signs that experiments agree on, not a trained model. Arousal rises with loudness,
/// note density, brightness and tempo; valence rises with major mode and tempo (Gabrielsson and Lindström 2001;
/// Eerola, Friberg and Bresin 2013, who find the cues' effects mostly linear and additive, mode the strongest for
/// valence). The weights are editorial, and the spread says so.
/// </summary>
public sealed class LinearTrackMoodModel : ITrackMoodModel
{
    /// <summary>Spread of the valence when everything was heard well; from audio alone it is the hard axis.</summary>
    public const double ValenceSigma = 0.42;

    /// <summary>Spread of the arousal when everything was heard well.</summary>
    public const double ArousalSigma = 0.32;

    /// <summary>Spread of the dominance when everything was heard well.</summary>
    public const double DominanceSigma = 0.45;

    // Less than this tells little of a track.
    private const double EnoughSeconds = 30;

    /// <inheritdoc/>
    public string Name => "linear";

    /// <inheritdoc/>
    public TrackMood MoodOf(TrackFeatures features)
    {
        ArgumentNullException.ThrowIfNull(features);
        if (features.LoudnessDb <= -80 || features.ListenedSeconds <= 0) return TrackMood.Unknown;

        var loudness = Scaled(features.LoudnessDb, -20, 8);
        var density = Scaled(features.OnsetsPerSecond, 3.2, 2);
        var brightness = Scaled(Math.Log2(Math.Max(features.CentroidHertz, 50) / 700), 0, 1.2);
        var tempo = features.TempoClarity * Scaled(features.TempoBpm, 105, 35);
        var mode = features.KeyClarity * Math.Clamp(4 * features.Majorness, -1.5, 1.5);

        var arousal = Math.Tanh((0.35 * loudness) + (0.30 * density) + (0.20 * brightness) + (0.25 * tempo));
        var valence = Math.Tanh((0.45 * mode) + (0.20 * tempo) + (0.08 * density) - (0.05 * brightness));
        var dominance = Math.Tanh((0.25 * loudness) + (0.10 * mode));
        return new(new(valence, arousal, dominance), Spread(features.ListenedSeconds));
    }

    private static double Scaled(double value, double typical, double spread) => Math.Clamp((value - typical) / spread, -2.5, 2.5);

    private static Vad Spread(double listenedSeconds)
    {
        var heard = Math.Min(1, listenedSeconds / EnoughSeconds);
        double Wide(double sigma) => VadCovariance.WidestSigma + (heard * (sigma - VadCovariance.WidestSigma));
        return new(Wide(ValenceSigma), Wide(ArousalSigma), Wide(DominanceSigma));
    }
}
