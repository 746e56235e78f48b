using MoodDeck.Core.Mood;
using MoodDeck.Core.Music;
using MoodDeck.Onnx;

namespace MoodDeck.Audio.Listening;

/// <summary>
/// What MoodDeck says of a track: valence and arousal by the trained model, dominance, which that was not taught, by the formula.
/// Safe for concurrent use.
/// </summary>
public sealed class TrackMoodModel(LearnedTrackMoodModel learned) : ITrackMoodModel, IDisposable
{
    // Less than this tells little of a track.
    private const double EnoughSeconds = 30;

    private readonly LinearTrackMoodModel _formula = new();

    /// <inheritdoc/>
    public string Name => learned.Name;

    /// <summary>MoodDeck's own model; the formula alone where its file or ONNX Runtime is missing.</summary>
    public static ITrackMoodModel OpenOwn() => Open(LearnedTrackMoodModel.OwnPath);

    /// <summary>The model of a file; the formula alone where the file or ONNX Runtime is missing or does not fit.</summary>
    public static ITrackMoodModel Open(string path)
    {
        try
        {
            return new TrackMoodModel(LearnedTrackMoodModel.Open(path));
        }
        catch (OnnxException)
        {
            return new LinearTrackMoodModel();
        }
    }

    /// <inheritdoc/>
    public TrackMood MoodOf(TrackFeatures features)
    {
        ArgumentNullException.ThrowIfNull(features);
        var formula = _formula.MoodOf(features);
        if (formula == TrackMood.Unknown) return formula;
        var heard = learned.MoodOf(features.Descriptors);
        var share = Math.Min(1, features.ListenedSeconds / EnoughSeconds);
        double Wide(double sigma) => VadCovariance.WidestSigma + (share * (sigma - VadCovariance.WidestSigma));
        return new(
            heard.Mean with { Dominance = formula.Mean.Dominance },
            new(Wide(heard.Sigma.Valence), Wide(heard.Sigma.Arousal), formula.Sigma.Dominance));
    }

    /// <inheritdoc/>
    public void Dispose() => learned.Dispose();
}
