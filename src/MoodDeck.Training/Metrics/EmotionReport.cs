namespace MoodDeck.Training.Metrics;

/// <summary>A model's answer for one row.</summary>
/// <param name="Row">The row of the set.</param>
/// <param name="Truth">The label's index among <see cref="EmotionReport.ClassNames"/>.</param>
/// <param name="Answer">The most probable class's index, the first on a tie.</param>
/// <param name="Confidence">Its probability.</param>
public readonly record struct EmotionAnswer(int Row, int Truth, int Answer, double Confidence);

/// <summary>How an expression model did.</summary>
public sealed class EmotionReport
{
    /// <summary>Sums up answers.</summary>
    public EmotionReport(string task, IReadOnlyList<string> classNames, IReadOnlyList<EmotionAnswer> answers, double imagesPerSecond)
    {
        ArgumentNullException.ThrowIfNull(answers);
        (Task, ClassNames, Answers, ImagesPerSecond) = (task, classNames, answers, imagesPerSecond);
        Figures = ClassificationMetrics.Of(classNames, [.. answers.Select(a => a.Truth)], [.. answers.Select(a => a.Answer)]);
        ExpectedCalibrationError = Calibration.ExpectedError([.. answers.Select(a => a.Confidence)], [.. answers.Select(a => a.Truth == a.Answer)]);
    }

    /// <summary><c>ferplus</c> or <c>fer2013</c>.</summary>
    public string Task { get; }

    /// <summary>The classes that took part.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>Every answer, in the order of the rows.</summary>
    public IReadOnlyList<EmotionAnswer> Answers { get; }

    /// <summary>Accuracy, F1, confusion.</summary>
    public ClassificationMetrics Figures { get; }

    /// <summary>See <see cref="Calibration.ExpectedError"/>.</summary>
    public double ExpectedCalibrationError { get; }

    /// <summary>Pictures answered in a second of wall-clock time; a picture and its mirror image count once.</summary>
    public double ImagesPerSecond { get; }

    /// <summary>The same without some rows, such as those with an exact copy among the training pictures.</summary>
    public EmotionReport Without(IEnumerable<int> rows)
    {
        var left = rows.ToHashSet();
        return new EmotionReport(Task, ClassNames, [.. Answers.Where(a => !left.Contains(a.Row))], ImagesPerSecond);
    }
}
