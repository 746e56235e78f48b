using MoodDeck.Cli.CommandLine;
using MoodDeck.Training.Data;
using MoodDeck.Training.Metrics;
using MoodDeck.Training.Robustness;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Cli.Evaluate;

/// <summary>What of a model is judged beyond its answers to the rows as they are.</summary>
internal sealed record EmotionEvaluationExtent
{
    /// <summary>Rows whose very picture also occurs with this usage are left out; null for none.</summary>
    public string? WithoutCopiesOf { get; init; }

    /// <summary>Whether each face is pasted into a frame and found there first.</summary>
    public bool EndToEnd { get; init; }

    /// <summary>Whether the faces are also judged changed for the worse.</summary>
    public bool Robustness { get; init; }

    /// <summary>Whether the pictures are those that a training keeps aside.</summary>
    public bool KeptAside { get; init; }

    /// <summary>Whether other labels are judged as well, for a report.</summary>
    public bool Beside { get; init; }
}

/// <summary>Judges an emotion model in all the ways that are asked for.</summary>
internal static class EmotionEvaluator
{
    /// <summary>Judges it.</summary>
    /// <param name="source">The data as the user named it.</param>
    /// <param name="set">Its pictures.</param>
    /// <param name="modelPath">The model file.</param>
    /// <param name="options">Which rows and labels.</param>
    /// <param name="extent">What else.</param>
    public static EmotionEvaluationResult Run(string source, FaceImageSet set, string modelPath, EmotionEvaluationOptions options, EmotionEvaluationExtent extent)
    {
        using var classifier = EmotionClassifier.Open(modelPath);
        using var reader = extent.EndToEnd ? new EndToEndReader(modelPath, options.Labels) : null;
        EmotionScorer scorer = reader is null ? EmotionScorers.Of(classifier, options.Labels) : reader.Score;
        var answers = Run(set, scorer, options);
        var notFound = reader is null ? null : answers.Answers.Where((_, i) => !reader.Detected[i]).Select(a => a.Row).ToHashSet();
        var distorted = extent.Robustness ? RobustnessEvaluation.Run(set, EmotionScorers.Of(classifier, options.Labels), options, TimeProvider.System) : [];
        if (extent.WithoutCopiesOf is { } usage) answers = WithoutCopies(answers, set, options, usage);
        return new(source, set, options, answers, classifier.Name, ModelFacts.Of(modelPath))
        {
            WithoutCopiesOf = extent.WithoutCopiesOf, AreKeptAside = extent.KeptAside, NotFound = notFound, Unsure = classifier.Unsure, Distorted = distorted,
            Beside = extent.Beside && !extent.EndToEnd ? Beside(set, classifier, options, extent.WithoutCopiesOf) : [],
        };
    }

    // What older projects report: FER2013's own labels, and happy against sad alone.
    private static List<(string Name, EmotionEvaluationOptions Options, EmotionReport Answers)> Beside(
        FaceImageSet set, EmotionClassifier classifier, EmotionEvaluationOptions options, string? withoutCopiesOf)
    {
        if (options.Classes is not null) return [];
        List<(string, EmotionEvaluationOptions)> wanted = [("happy against sad alone", options with { Classes = ["happy", "sad"] })];
        if (options.Labels == EmotionLabels.FerPlus) wanted.Insert(0, ("FER2013's seven classes", options with { Labels = EmotionLabels.Fer2013 }));
        List<(string, EmotionEvaluationOptions, EmotionReport)> judged = [];
        foreach (var (name, other) in wanted)
        {
            var chosen = other.ClassIndices();
            if (!set.RowsOf(other.Usage).Any(row => chosen.Contains(EmotionEvaluation.LabelOf(set, row, other)))) continue;
            var answers = EmotionEvaluation.Run(set, EmotionScorers.Of(classifier, other.Labels), other, TimeProvider.System);
            judged.Add((name, other, withoutCopiesOf is null ? answers : WithoutCopies(answers, set, other, withoutCopiesOf)));
        }

        return judged;
    }

    private static EmotionReport Run(FaceImageSet set, EmotionScorer scorer, EmotionEvaluationOptions options)
    {
        try
        {
            return EmotionEvaluation.Run(set, scorer, options, TimeProvider.System);
        }
        catch (ArgumentException e)
        {
            throw new CliException(Sentence.Of(e), cause: e);
        }
    }

    private static EmotionReport WithoutCopies(EmotionReport report, FaceImageSet set, EmotionEvaluationOptions options, string usage)
    {
        try
        {
            return report.Without(DuplicateGroups.Find(set).RowsSharedWith(set.RowsOf(options.Usage), set.RowsOf(usage)));
        }
        catch (ArgumentException e)
        {
            throw new CliException(Sentence.Of(e), cause: e);
        }
    }
}
