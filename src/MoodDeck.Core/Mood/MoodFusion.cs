namespace MoodDeck.Core.Mood;

/// <summary>How the mood filter smooths.</summary>
public sealed record MoodFusionOptions
{
    /// <summary>
    /// How fast a mood is thought to move by itself: the standard deviation, per axis, of its drift over one second.
    /// Default 0.12: a mood can cross half the plane in some twenty seconds, a grimace of one frame barely moves it.
    /// </summary>
    public double DriftPerSecond { get; init; } = 0.12;

    /// <summary>
    /// Readings that follow each other within a second look at nearly the same face, so their errors are not
    /// independent. A reading's covariance is multiplied by this. Default 6.
    /// </summary>
    public double CorrelationInflation { get; init; } = 6;
}

/// <summary>
/// Fuses readings into one estimate over time: a Kalman filter with a random walk as its motion model (Kalman 1960) on
/// valence, arousal and dominance together. Not safe for concurrent use; one instance serves one listener.
/// </summary>
public sealed class MoodFusion(MoodFusionOptions? options = null)
{
    private readonly MoodFusionOptions _options = options ?? new();
    private VadGaussian _state = VadGaussian.Unknown;
    private DateTimeOffset? _at;

    /// <summary>Takes one reading in and returns the estimate at its instant. A reading from the past counts as now.</summary>
    public MoodEstimate Add(MoodReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var predicted = Predict(reading.At);
        var inflation = reading.Sense == MoodSense.Face ? _options.CorrelationInflation : 1;
        _state = predicted.Fuse(reading.Vad with { Covariance = inflation * reading.Vad.Covariance });
        _at = _at is { } last && last > reading.At ? last : reading.At;
        return MoodEstimate.Of(_state, _at.Value);
    }

    /// <summary>The estimate at an instant, without a new reading: it widens as time passes.</summary>
    public MoodEstimate At(DateTimeOffset instant) => MoodEstimate.Of(Predict(instant), instant);

    /// <summary>Forgets everything.</summary>
    public void Reset() => (_state, _at) = (VadGaussian.Unknown, null);

    private VadGaussian Predict(DateTimeOffset instant)
    {
        if (_at is not { } last) return _state;
        var seconds = Math.Max(0, (instant - last).TotalSeconds);
        var drift = _options.DriftPerSecond;
        var grown = _state.Covariance + VadCovariance.Isotropic(drift * Math.Sqrt(seconds));
        // Ignorance has a limit: no axis gets wider than knowing nothing.
        var widest = VadCovariance.WidestSigma * VadCovariance.WidestSigma;
        var excess = Math.Max(grown.VV, Math.Max(grown.AA, grown.DD)) / widest;
        return _state with { Covariance = excess > 1 ? (1 / excess) * grown : grown };
    }
}
