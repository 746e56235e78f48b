using MoodDeck.Core.Mood;

namespace MoodDeck.Vision.Live;

/// <summary>
/// Notices that a face's reading jumped: the mean of the last moments lies far from that of the last seconds (exponential
/// means; half the sum of the differences, the total variation distance). Noise around a border moves both alike.
/// </summary>
internal sealed class ReadingJump(SteadyLabelOptions options)
{
    // One frame says no more than this much time, or at few frames a second a single odd one would be a jump.
    private const double LongestStepSeconds = 0.1;

    private readonly double[] _recent = new double[Emotions.Count];
    private readonly double[] _usual = new double[Emotions.Count];
    private readonly double[] _sum = new double[Emotions.Count];
    private double? _sinceJump;

    /// <summary>Begins anew with one reading.</summary>
    public void Start(EmotionScores scores)
    {
        foreach (var e in Emotions.All) _recent[(int)e] = _usual[(int)e] = scores[e];
        _sinceJump = null;
    }

    /// <summary>
    /// Takes in a reading. Where it has jumped, what the label is now to be judged by: at once the last moments, and a little
    /// later, when none of them is from before the jump, the mean of all since. Otherwise null.
    /// </summary>
    public EmotionScores? Add(EmotionScores scores, double seconds)
    {
        var step = Math.Min(seconds, LongestStepSeconds);
        if (Moved(scores, step) > options.Jump)
        {
            _recent.CopyTo(_usual, 0);
            Array.Clear(_sum);
            Gather(scores);
            _sinceJump = 0;
            return EmotionScores.FromWeights(_recent);
        }

        if (_sinceJump is not { } since) return null;
        Gather(scores);
        _sinceJump = since + seconds;
        if (_sinceJump < options.SettleSeconds) return null;
        var settled = EmotionScores.FromWeights(_sum);
        Start(settled);
        return settled;
    }

    private double Moved(EmotionScores scores, double step)
    {
        var (quick, slow) = (1 - Math.Exp(-step / options.RecentSeconds), 1 - Math.Exp(-step / options.UsualSeconds));
        var distance = 0.0;
        foreach (var e in Emotions.All)
        {
            var i = (int)e;
            _recent[i] += (scores[e] - _recent[i]) * quick;
            _usual[i] += (scores[e] - _usual[i]) * slow;
            distance += Math.Abs(_recent[i] - _usual[i]) / 2;
        }

        return distance;
    }

    private void Gather(EmotionScores scores)
    {
        foreach (var e in Emotions.All) _sum[(int)e] += scores[e];
    }
}
