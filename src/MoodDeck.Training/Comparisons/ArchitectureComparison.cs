using MoodDeck.Training.Architectures;
using MoodDeck.Training.Expressions;
using MoodDeck.Training.Metrics;
using MoodDeck.Training.Reports;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Training.Comparisons;

/// <summary>Trains several architectures on the same rows, each for about the same time, and judges the files they end in.</summary>
public static class ArchitectureComparison
{
    private const double MostEpochs = 100_000;

    /// <summary>
    /// Measures how many epochs fit the budget, then trains one after the other, each in a folder of its own name inside the
    /// run folder. A resumed comparison keeps the epochs measured at its first start.
    /// </summary>
    /// <param name="options">What is compared.</param>
    /// <param name="clock">The time.</param>
    /// <param name="progress">Told as it goes.</param>
    /// <param name="cancellation">Stops it; the training at work can be resumed.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="InvalidDataException">The data, the plan or a checkpoint cannot be used; the message says why.</exception>
    public static ComparisonReport Run(ComparisonOptions options, TimeProvider clock, IProgress<ComparisonProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        options.Validate();
        var plan = ComparisonPlan.Open(options.Common.Training.RunFolder, options.Budget, options.Common.Training.Resume);
        var rows = ComparisonRows.Read(options);
        foreach (var name in options.Architectures.Where(n => plan.Find(n) is null))
        {
            progress?.Report(new(name, null, null, 0));
            plan = plan.With(Measure(name, rows, options, clock, cancellation));
        }

        plan.Save(options.Common.Training.RunFolder);
        List<ComparedArchitecture> compared = [];
        foreach (var name in options.Architectures)
        {
            (var one, plan) = Train(name, plan, rows, options, clock, progress, cancellation);
            compared.Add(one);
        }

        return ReportOf(options, rows, compared, clock);
    }

    private static EmotionTrainingOptions Own(string name, int epochs, ComparisonOptions options)
    {
        var folder = Path.Combine(options.Common.Training.RunFolder, name);
        return options.Common with
        {
            Architecture = name, OutputPath = Path.Combine(folder, "emotion.onnx"), Training = options.Common.Training with { RunFolder = folder, Epochs = epochs },
        };
    }

    private static PlannedTraining Measure(string name, ComparisonRows rows, ComparisonOptions options, TimeProvider clock, CancellationToken cancellation)
    {
        var seconds = ArchitectureTrial.SecondsPerEpoch(rows.Data, Own(name, 1, options), options.Budget, clock, cancellation);
        return new(name, (int)Math.Clamp(Math.Round(options.Budget.TotalSeconds / seconds), 1, MostEpochs), seconds);
    }

    private static (ComparedArchitecture Compared, ComparisonPlan Plan) Train(
        string name, ComparisonPlan plan, ComparisonRows rows, ComparisonOptions options, TimeProvider clock, IProgress<ComparisonProgress>? progress, CancellationToken cancellation)
    {
        var planned = options.Architectures.Select(n => plan.Find(n)!).ToList();
        var place = planned.FindIndex(t => t.Architecture == name);
        TrainingOfComparison told = new(progress, planned[place], planned.Skip(place + 1).Sum(t => t.Seconds), planned.Sum(t => t.Seconds));
        EmotionTrainingResult result;
        try
        {
            result = EmotionTrainer.Train(rows.Data, Own(name, planned[place].Epochs, options), told, cancellation);
        }
        catch (InvalidOperationException e) when (e is not ObjectDisposedException)
        {
            throw new InvalidDataException($"{name}: {e.Message}", e);
        }
        finally
        {
            if (told.BeganInsideAnEpoch)
            {
                plan = plan.With(planned[place] with { Interrupted = true });
                plan.Save(options.Common.Training.RunFolder);
            }
        }

        return (Compared(name, result, plan.Find(name)!.Interrupted, rows, options, clock), plan);
    }

    private static ComparedArchitecture Compared(string name, EmotionTrainingResult result, bool interrupted, ComparisonRows rows, ComparisonOptions options, TimeProvider clock)
    {
        var tasks = rows.Tasks.Where(t => result.Heads.Contains(t.Task)).ToList();
        if (tasks.Count == 0) throw new InvalidDataException($"The rows to judge have other labels than those learned from ({string.Join(", ", result.Heads)}). Judge on rows labelled alike.");
        var about = ExpressionArchitectures.Describe(name);
        var seconds = result.History.Sum(e => e.Seconds);
        var batch = Math.Min(options.Common.Training.BatchSize, rows.Data.Rows.Length);
        return new()
        {
            Name = name, Summary = about.Summary, Width = options.Common.Width ?? about.DefaultWidth, Parameters = result.Parameters, Macs = result.Macs,
            FileBytes = new FileInfo(result.ModelPath).Length, ModelPath = result.ModelPath, Epochs = result.History.Count, BestEpoch = result.BestEpoch,
            Seconds = seconds, ImagesPerSecond = result.History.Count * (double)(rows.Data.Rows.Length / batch * batch) / seconds, Interrupted = interrupted,
            Scores = [.. tasks.Select(t => Judge(result.ModelPath, rows, t, clock))],
            Course = [.. result.History.Select((e, i) => new CoursePoint(e.Epoch, result.History.Take(i + 1).Sum(b => b.Seconds), e.Validation?.Figures ?? new Dictionary<string, double>()))],
        };
    }

    private static ComparedScore Judge(string modelPath, ComparisonRows rows, EmotionEvaluationOptions options, TimeProvider clock)
    {
        using var classifier = EmotionClassifier.Open(modelPath);
        var answers = EmotionEvaluation.Run(rows.Judged, EmotionScorers.Of(classifier, options.Labels), options, clock);
        var (low, high) = answers.Figures.AccuracyInterval;
        double? withoutCopies = rows.Copies.Length == 0 ? null : answers.Without(rows.Copies).Figures.Accuracy;
        return new(options.Task, answers.Figures.Samples, answers.Figures.Accuracy, [low, high], answers.Figures.MacroF1, withoutCopies);
    }

    private static ComparisonReport ReportOf(ComparisonOptions options, ComparisonRows rows, IReadOnlyList<ComparedArchitecture> compared, TimeProvider clock)
    {
        var training = options.Common.Training;
        return new()
        {
            CreatedAt = clock.GetUtcNow(), Minutes = options.Budget.TotalMinutes, Threads = training.Threads == 0 ? Environment.ProcessorCount : training.Threads,
            Learned = rows.Data.Rows.Length, KeptAside = rows.Data.Holdout.Length, ChosenBy = EmotionSettings.Split(options.Common.Split),
            Settings = string.Join(", ", TrainingReports.SettingsOf(training).Where(s => s.Name is not ("epochs at most" or "early stopping")).Select(s => $"{s.Name} {s.Value}")),
            JudgeOn = options.JudgeOn, Judged = rows.Judged.Count, Copies = rows.Copies.Length, SkippedRows = rows.Data.Set.Bad.Rows.Count, Architectures = compared,
        };
    }
}
