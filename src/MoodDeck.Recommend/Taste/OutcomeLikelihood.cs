namespace MoodDeck.Recommend.Taste;

/// <summary>
/// How likely an outcome is when a track satisfies so and so much: the logarithm, tabulated over satisfaction so that learning only looks
/// it up.
/// </summary>
/// <remarks>
/// Assumed of everybody: a track of satisfaction s is skipped with probability 1 / (1 + exp(12 (s - 0.4))), at a share of its length of
/// Beta(1 + 3 max(s, 0), 3), so that what is liked more is given up later; it is liked with probability s - 0.6 where that is positive,
/// and disliked with 1 / (1 + exp(12 (s - 0.1))). A mood that moved by p towards the goal is Gaussian around (s - 0.4) / 4 with the
/// standard deviation of two camera readings and of all else that moves a mood, 0.4: a weak sign.
/// </remarks>
internal sealed class OutcomeLikelihood
{
    private const double Least = -0.6;
    private const double Step = 0.0125;
    private const int Steps = 160;
    private const double LeastProbability = 0.004;
    private readonly float[] _logs = new float[Steps + 2];

    public OutcomeLikelihood(TrackOutcome outcome)
    {
        for (var i = 0; i < _logs.Length; i++) _logs[i] = (float)LogOf(Least + (i * Step), outcome);
    }

    /// <summary>The logarithm of the likelihood, up to a constant.</summary>
    public double Log(double satisfaction)
    {
        var x = Math.Clamp((satisfaction - Least) / Step, 0, Steps);
        var i = (int)x;
        return _logs[i] + ((x - i) * (_logs[i + 1] - _logs[i]));
    }

    private static double LogOf(double s, TrackOutcome outcome)
    {
        var log = outcome.Skipped switch
        {
            true => LogLogistic(-12 * (s - 0.4)),
            false => LogLogistic(12 * (s - 0.4)),
            null => 0,
        };
        if (outcome is { Skipped: true, SkippedAt: { } share }) log += LogBeta3(Math.Clamp(share, 0.01, 0.99), 1 + (3 * Math.Max(s, 0)));
        var like = Math.Clamp(s - 0.6, LeastProbability, 1 - LeastProbability);
        log += outcome.Verdict switch
        {
            TrackVerdict.Like => Math.Log(like),
            TrackVerdict.Dislike => LogLogistic(-12 * (s - 0.1)),
            TrackVerdict.Earlier => 0,
            _ => outcome.Skipped is null ? 0 : Math.Log(1 - like),
        };
        if (outcome.Progress is { } progress)
        {
            var z = (progress - ((s - 0.4) / 4)) / 0.4;
            log -= z * z / 2;
        }

        return log;
    }

    private static double LogLogistic(double x) => -Math.Log(1 + Math.Exp(-x));

    // Beta(a, 3) has the density x^(a - 1) (1 - x)^2 a (a + 1) (a + 2) / 2.
    private static double LogBeta3(double x, double a) => ((a - 1) * Math.Log(x)) + (2 * Math.Log(1 - x)) + Math.Log(a * (a + 1) * (a + 2) / 2);
}
