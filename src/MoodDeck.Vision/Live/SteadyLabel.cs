using MoodDeck.Core.Mood;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Vision.Live;

/// <summary>
/// The label of one face over time: the one that stands until the evidence for another, summed over time and never below
/// zero, reaches a threshold (the cumulative sum test of Page 1954). A clear change of expression is followed at once, a
/// slight one later, and noise around a border not at all, whatever the frame rate. Where the reading jumps
/// (<see cref="ReadingJump"/>) what was gathered before no longer counts, and the label is judged anew.
/// </summary>
internal sealed class SteadyLabel(SteadyLabelOptions options)
{
    // Frames farther apart than this say no more than one at this distance.
    private const double LongestStepSeconds = 0.25;
    private const int Unsure = Emotions.Count;

    private readonly ReadingJump _jump = new(options);
    private readonly double[] _evidence = new double[Emotions.Count + 1];
    private DateTimeOffset? _at;
    private int _label = Unsure;

    /// <summary>The label; null for "unsure".</summary>
    public Emotion? Label => _label == Unsure ? null : (Emotion)_label;

    /// <summary>Takes in what one frame says.</summary>
    public void Add(EmotionPrediction prediction, UnsureRule rule, DateTimeOffset at)
    {
        Wait(at);
        if (_at is not { } last)
        {
            // The first reading of a face is all that is known of it.
            _at = at;
            _jump.Start(prediction.Scores);
            Change(prediction.IsUnsure ? Unsure : (int)prediction.Scores.Top);
            return;
        }

        var seconds = Math.Clamp((at - last).TotalSeconds, 0, LongestStepSeconds);
        _at = at;
        if (_jump.Add(prediction.Scores, seconds) is { } jumped)
        {
            Change(rule.Holds(jumped) ? Unsure : (int)jumped.Top);
            return;
        }

        Span<double> lead = stackalloc double[Emotions.Count + 1];
        Leads(prediction.Scores, rule, lead);
        var best = _label;
        for (var k = 0; k < lead.Length; k++)
        {
            if (k == _label) continue;
            var moment = Math.Clamp(lead[k], -options.MostPerMoment, options.MostPerMoment);
            _evidence[k] = Math.Max(0, _evidence[k] + ((moment - options.Margin) * seconds));
            var needed = options.NeededFor(k == Unsure ? null : (Emotion)k);
            if (_evidence[k] >= needed && (best == _label || lead[k] > lead[best])) best = k;
        }

        if (best != _label) Change(best);
    }

    /// <summary>Tells that time went by without a reading.</summary>
    public void Wait(DateTimeOffset at)
    {
        if (_at is not { } last || (at - last).TotalSeconds < options.ForgetSeconds) return;
        Change(Unsure);
        _at = null;
    }

    // How far each label is ahead of what speaks against it: an expression ahead of the next one (log ratio) and of the least
    // probability with which it is named (log odds, which unlike logarithms do not level off at certainty), "unsure" ahead of
    // the top expression.
    private static void Leads(EmotionScores scores, UnsureRule rule, Span<double> lead)
    {
        var top = scores.Top;
        var second = Emotions.All.Where(e => e != top).Max(e => scores[e]);
        foreach (var e in Emotions.All)
        {
            var ahead = Math.Log(Bounded(scores[e]) / Bounded(e == top ? second : scores[top]));
            lead[(int)e] = Math.Min(ahead, LogOdds(scores[e]) - LogOdds(rule[e]));
        }

        lead[Unsure] = LogOdds(rule[top]) - LogOdds(scores[top]);
    }

    private static double LogOdds(double p) => Math.Log(Bounded(p) / (1 - Bounded(p)));

    private static double Bounded(double p) => Math.Clamp(p, 1e-6, 1 - 1e-6);

    private void Change(int label)
    {
        _label = label;
        Array.Clear(_evidence);
    }
}
