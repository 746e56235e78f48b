using MoodDeck.Core.Mood;

namespace MoodDeck.Vision.Expressions;

/// <summary>
/// When the top expression is too doubtful to be named: each has a least probability of its own, since a reader that is
/// seldom right about anger must be surer of it than of a smile.
/// </summary>
public sealed class UnsureRule
{
    private readonly double[] _least = new double[Emotions.Count];

    /// <summary>A rule with one least probability, and others for some expressions.</summary>
    /// <param name="least">The least probability, in [0, 1].</param>
    /// <param name="exceptions">Expressions with another; null for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">A probability is outside [0, 1].</exception>
    public UnsureRule(double least, IReadOnlyDictionary<Emotion, double>? exceptions = null)
    {
        Least = Require(least);
        Exceptions = exceptions ?? new Dictionary<Emotion, double>();
        Array.Fill(_least, least);
        foreach (var (emotion, other) in Exceptions) _least[(int)emotion] = Require(other);
    }

    /// <summary>The least probability of every expression without one of its own.</summary>
    public double Least { get; }

    /// <summary>Least probabilities of their own.</summary>
    public IReadOnlyDictionary<Emotion, double> Exceptions { get; }

    /// <summary>The least calibrated probability with which an expression is named.</summary>
    public double this[Emotion emotion] => _least[(int)emotion];

    /// <summary>Whether these probabilities name no expression.</summary>
    public bool Holds(EmotionScores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return scores[scores.Top] < this[scores.Top];
    }

    private static double Require(double probability) =>
        probability is >= 0 and <= 1 ? probability : throw new ArgumentOutOfRangeException(nameof(probability), probability, "Expected 0 to 1.");
}
