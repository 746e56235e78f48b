namespace MoodDeck.Training.Metrics;

/// <summary>How often one class was found and how often rightly.</summary>
/// <param name="Label">The class.</param>
/// <param name="Precision">Share of the answers that were right; 0 when the class was never answered.</param>
/// <param name="Recall">Share of the class that was found; 0 when it does not occur.</param>
/// <param name="F1">Harmonic mean of both; 0 when both are 0.</param>
/// <param name="Support">How often the class occurs.</param>
public sealed record ClassFigures(string Label, double Precision, double Recall, double F1, int Support);

/// <summary>The figures of a classifier over labelled rows.</summary>
public sealed class ClassificationMetrics
{
    private const double Z95 = 1.959963984540054;
    private readonly int[][] _confusion;

    /// <summary>Takes a confusion matrix: <c>confusion[truth][answer]</c>.</summary>
    /// <exception cref="ArgumentException">It is not square in the number of labels.</exception>
    public ClassificationMetrics(IReadOnlyList<string> labels, int[][] confusion)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(confusion);
        if (confusion.Length != labels.Count || confusion.Any(r => r.Length != labels.Count))
            throw new ArgumentException($"Expected a confusion matrix of {labels.Count} x {labels.Count}.", nameof(confusion));
        (_confusion, Samples) = (confusion, confusion.Sum(r => r.Sum()));
        Correct = Enumerable.Range(0, confusion.Length).Sum(i => confusion[i][i]);
        PerClass = [.. labels.Select(FiguresOf)];
    }

    /// <summary>Rows in all.</summary>
    public int Samples { get; }

    /// <summary>Rows answered rightly.</summary>
    public int Correct { get; }

    /// <summary>Share answered rightly, 0 when there are no rows.</summary>
    public double Accuracy => Samples == 0 ? 0 : (double)Correct / Samples;

    /// <summary>The interval of 95 % around the accuracy (Wilson 1927).</summary>
    public (double Low, double High) AccuracyInterval => Wilson(Correct, Samples);

    /// <summary>The mean F1 over the classes that occur, whether in the truth or in the answers.</summary>
    public double MacroF1
    {
        get
        {
            var occurring = Enumerable.Range(0, _confusion.Length).Where(i => PerClass[i].Support > 0 || _confusion.Any(r => r[i] > 0)).ToList();
            return occurring.Count == 0 ? 0 : occurring.Average(i => PerClass[i].F1);
        }
    }

    /// <summary>The mean recall over the classes that occur in the truth (Brodersen et al. 2010); 0 when there are no rows.</summary>
    public double BalancedAccuracy => PerClass.Where(c => c.Support > 0).Select(c => c.Recall).DefaultIfEmpty(0).Average();

    /// <summary>Figures of each class.</summary>
    public IReadOnlyList<ClassFigures> PerClass { get; }

    /// <summary>Counts <c>[truth][answer]</c>.</summary>
    public int[][] Confusion => _confusion;

    /// <summary>Counts answers against truths.</summary>
    public static ClassificationMetrics Of(IReadOnlyList<string> labels, ReadOnlySpan<int> truths, ReadOnlySpan<int> answers)
    {
        ArgumentNullException.ThrowIfNull(labels);
        if (truths.Length != answers.Length) throw new ArgumentException($"{truths.Length} truths, but {answers.Length} answers.", nameof(answers));
        var confusion = new int[labels.Count][];
        for (var i = 0; i < confusion.Length; i++) confusion[i] = new int[labels.Count];
        for (var i = 0; i < truths.Length; i++) confusion[truths[i]][answers[i]]++;
        return new ClassificationMetrics(labels, confusion);
    }

    /// <summary>Wilson's interval of 95 % for a share; (0, 1) when there are no trials.</summary>
    public static (double Low, double High) Wilson(int successes, int trials)
    {
        if (trials == 0) return (0, 1);
        var (p, n) = ((double)successes / trials, (double)trials);
        var scale = 1 / (1 + (Z95 * Z95 / n));
        var centre = (p + (Z95 * Z95 / (2 * n))) * scale;
        var half = Z95 * Math.Sqrt((p * (1 - p) / n) + (Z95 * Z95 / (4 * n * n))) * scale;
        // Exactly 0 and 1 at the ends: rounding must not leave the share itself outside.
        return (successes == 0 ? 0 : Math.Max(0, centre - half), successes == trials ? 1 : Math.Min(1, centre + half));
    }

    private ClassFigures FiguresOf(string label, int i)
    {
        var hits = _confusion[i][i];
        var (answered, support) = (_confusion.Sum(r => r[i]), _confusion[i].Sum());
        return new ClassFigures(
            label,
            answered == 0 ? 0 : (double)hits / answered,
            support == 0 ? 0 : (double)hits / support,
            answered + support == 0 ? 0 : 2.0 * hits / (answered + support),
            support);
    }
}
