namespace MoodDeck.Training.Optimisers;

/// <summary>The learning rate over a run.</summary>
public interface ILearningRateSchedule
{
    /// <summary>The rate at a share (0..1) of the run.</summary>
    double At(double progress);
}

/// <summary>Linear warm-up, then half a cosine down to zero (Loshchilov and Hutter 2017).</summary>
/// <param name="Peak">Highest rate.</param>
/// <param name="WarmUp">Share of the run spent rising.</param>
public sealed record CosineSchedule(double Peak, double WarmUp = 0.05) : ILearningRateSchedule
{
    /// <inheritdoc/>
    public double At(double progress)
    {
        var p = Math.Clamp(progress, 0, 1);
        if (p < WarmUp) return Peak * p / WarmUp;
        return Peak * 0.5 * (1 + Math.Cos(Math.PI * (p - WarmUp) / (1 - WarmUp)));
    }
}

/// <summary>
/// One cycle (Smith and Topin 2019): from a fraction of the peak up along half a cosine, then down to nearly nothing.
/// </summary>
/// <param name="Peak">Highest rate.</param>
/// <param name="Rise">Share of the run spent rising.</param>
/// <param name="StartDivisor">The run starts at peak / this.</param>
/// <param name="EndDivisor">It ends at the starting rate / this.</param>
public sealed record OneCycleSchedule(double Peak, double Rise = 0.3, double StartDivisor = 25, double EndDivisor = 1e4) : ILearningRateSchedule
{
    /// <inheritdoc/>
    public double At(double progress)
    {
        var p = Math.Clamp(progress, 0, 1);
        var start = Peak / StartDivisor;
        return p < Rise ? Between(start, Peak, p / Rise) : Between(Peak, start / EndDivisor, (p - Rise) / (1 - Rise));
    }

    private static double Between(double from, double to, double t) => to + ((from - to) * 0.5 * (1 + Math.Cos(Math.PI * t)));
}
