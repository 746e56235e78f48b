using System.Numerics.Tensors;
using MoodDeck.Core.Mood;
using MoodDeck.Training.Metrics;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Training.Expressions;

/// <summary>
/// Fits the temperature and the least probabilities with which expressions are named, on rows kept aside. One least
/// probability serves all, chosen so that nine of ten names are right. An expression whose own names would still be right too
/// seldom gets a higher one; a rare expression, which the common threshold would silence, may get a lower one.
/// </summary>
public static class Calibrator
{
    /// <summary>The share of all names that should be right.</summary>
    public const double WantedPrecision = 0.9;

    /// <summary>The share of one expression's names that should be right.</summary>
    public const double WantedPrecisionOfEach = 0.75;

    // Below this share of the rows an expression is rare.
    private const double RareShare = 0.03;

    // With fewer names than this nothing can be said of an expression.
    private const int LeastNames = 3;

    /// <summary>Fits all of it.</summary>
    /// <param name="logits">Logits, <c>[rows, classes]</c>.</param>
    /// <param name="labels">The right class of each row.</param>
    /// <param name="classes">The expressions the classes stand for.</param>
    /// <exception cref="ArgumentException">There are no rows, or not as many logits as they need.</exception>
    public static EmotionCalibration Fit(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, IReadOnlyList<Emotion> classes)
    {
        ArgumentNullException.ThrowIfNull(classes);
        if (labels.IsEmpty || logits.Length != labels.Length * classes.Count) throw new ArgumentException("Calibration needs rows with labels.", nameof(logits));
        // Rows that are all right would ask for the lowest temperature there is, and every face would be certain: each counts
        // with the doubt that so many right answers leave (Platt 1999, section 2.2).
        var temperature = Calibration.FitTemperature(logits, labels, classes.Count, doubt: 1 / (labels.Length + 2.0));
        var answers = Answers(logits, labels, classes.Count, temperature);
        // Few rows that are all right and all sure ask for certainty, which no reader takes and no other face reaches; a
        // calibrated probability of the wanted precision is enough by itself.
        var least = Math.Min(LeastProbability(answers, WantedPrecision, doubt: 0) ?? answers[0].Top, WantedPrecision);
        Dictionary<Emotion, double> exceptions = [];
        for (var c = 0; c < classes.Count; c++)
        {
            Answer[] named = [.. answers.Where(a => a.Class == c)];
            if (named.Length < LeastNames) continue;
            var own = LeastProbability(named, WantedPrecisionOfEach, doubt: 1) ?? WantedPrecision;
            var isRare = Occurrences(labels, c) < RareShare * labels.Length;
            if (own > least || isRare) exceptions[classes[c]] = Math.Min(own, WantedPrecision);
        }

        return new(temperature, new UnsureRule(least, exceptions));
    }

    private readonly record struct Answer(int Class, double Top, bool IsRight);

    private static Answer[] Answers(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, int classes, double temperature)
    {
        var answers = new Answer[labels.Length];
        Span<double> p = stackalloc double[classes];
        for (var row = 0; row < answers.Length; row++)
        {
            Calibration.Softmax(logits.Slice(row * classes, classes), temperature, p);
            var top = TensorPrimitives.IndexOfMax<double>(p);
            answers[row] = new(top, p[top], top == labels[row]);
        }

        Array.Sort(answers, (a, b) => b.Top.CompareTo(a.Top));
        return answers;
    }

    // The lowest probability from which on the wanted share is right, the surest answers first; null when there is none. A
    // doubt counts as so many wrong answers beforehand, so that a lucky few do not open the gate.
    private static double? LeastProbability(Answer[] answers, double wanted, int doubt)
    {
        double? least = null;
        var right = 0;
        for (var i = 0; i < answers.Length; i++)
        {
            if (answers[i].IsRight) right++;
            // Answers of one probability are named together or not at all.
            var isLastOfItsKind = i + 1 == answers.Length || answers[i + 1].Top < answers[i].Top;
            if (isLastOfItsKind && right >= wanted * (i + 1 + doubt)) least = answers[i].Top;
        }

        return least;
    }

    private static int Occurrences(ReadOnlySpan<int> labels, int label)
    {
        var n = 0;
        foreach (var l in labels) if (l == label) n++;
        return n;
    }
}
