namespace MoodDeck.Recommend.Taste;

/// <summary>
/// What one hypothesis says of a listener apart from their tastes in artists and genres: where they like to be led, how exactly, and what
/// counts how much.
/// </summary>
/// <remarks>
/// A track should lie at t = m + pull (goal - m) for a listener of mood m. Satisfaction is
/// MoodWeight · fit + TasteWeight · taste + NoveltyWeight · (artist never heard) - FatigueWeight · fatigue, with the first three weights
/// adding up to 1, and fit, taste and fatigue in [0, 1].
/// </remarks>
internal readonly struct Leading
{
    /// <summary>How many standard normal numbers it is made from.</summary>
    public const int Size = 8;

    // The centre and width of what is believed of a listener of whom nothing is known. Goals are rather pleasant; two listeners of three want
    // to be met where they are, the others to be led half of the way or so.
    private const double GoalValence = 0.15, GoalArousal = 0.1, GoalSigma = 0.4;
    private const double PullFrom = 0.4, PullRate = 0.9, MostPull = 0.95;
    private const double Width = 0.42, WidthLogSigma = 0.35;
    private const double MoodLog = 0.6, MoodLogSigma = 0.6, TasteLog = 0.2, TasteLogSigma = 0.7, NoveltyLog = -1, NoveltyLogSigma = 0.8;
    private const double Fatigue = 0.5, FatigueLogSigma = 0.35;

    private readonly double _goalValence, _goalArousal, _widthSquared;

    /// <summary>Makes it from <see cref="Size"/> numbers that are standard normal under the prior.</summary>
    public Leading(ReadOnlySpan<double> z)
    {
        _goalValence = GoalValence + (GoalSigma * z[0]);
        _goalArousal = GoalArousal + (GoalSigma * z[1]);
        Pull = MostPull * (1 - Math.Exp(-PullRate * Math.Max(0, z[2] - PullFrom)));
        var width = Width * Math.Exp(WidthLogSigma * z[3]);
        _widthSquared = width * width;
        var (mood, taste, novelty) = (Math.Exp(MoodLog + (MoodLogSigma * z[4])), Math.Exp(TasteLog + (TasteLogSigma * z[5])), Math.Exp(NoveltyLog + (NoveltyLogSigma * z[6])));
        var sum = mood + taste + novelty;
        (MoodWeight, TasteWeight, NoveltyWeight) = (mood / sum, taste / sum, novelty / sum);
        FatigueWeight = Fatigue * Math.Exp(FatigueLogSigma * z[7]);
    }

    public double Pull { get; }

    public double GoalOfValence => _goalValence;

    public double GoalOfArousal => _goalArousal;

    public double WidthSquared => _widthSquared;

    public double MoodWeight { get; }

    public double TasteWeight { get; }

    public double NoveltyWeight { get; }

    public double FatigueWeight { get; }

    /// <summary>
    /// The expected fit exp(-|x - t|² / 2w²) of a track at x to a listener at m, both Gaussian: w² / sqrt(s_v s_a) · exp(-d_v² / 2s_v -
    /// d_a² / 2s_a) with s = w² + var x + (1 - pull)² var m on each axis.
    /// </summary>
    public double Fit(in MoodPlace mood, in MoodPlace track, bool leans)
    {
        var keep = leans ? 1 - Pull : 1;
        var lead = 1 - keep;
        var sv = _widthSquared + track.ValenceVariance + (keep * keep * mood.ValenceVariance);
        var sa = _widthSquared + track.ArousalVariance + (keep * keep * mood.ArousalVariance);
        var dv = track.Valence - (keep * mood.Valence) - (lead * _goalValence);
        var da = track.Arousal - (keep * mood.Arousal) - (lead * _goalArousal);
        return _widthSquared / Math.Sqrt(sv * sa) * Math.Exp(-0.5 * ((dv * dv / sv) + (da * da / sa)));
    }
}
