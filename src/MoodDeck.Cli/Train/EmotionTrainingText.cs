using MoodDeck.Training.Architectures;
using MoodDeck.Training.Expressions;
using MoodDeck.Training.Reports;

namespace MoodDeck.Cli.Train;

/// <summary>What a training gave, for a terminal.</summary>
internal static class EmotionTrainingText
{
    private const int SkippedShown = 20;

    /// <summary>Writes it.</summary>
    public static void Write(EmotionTrainingOptions options, IReadOnlyList<EmotionTrainingResult> results, string? report)
    {
        foreach (var line in Lines(options, results)) Console.Out.WriteLine(line);
        if (report is not null) Console.Out.WriteLine($"The report: {report}");
        Console.Out.WriteLine(results[0].Heads is [ExpressionHeads.Vad]
            ? $"It tells no expressions, so the player cannot use it. Judge it: ./mooddeck evaluate emotion --data annotations.csv --model {options.OutputPath}"
            : $"Try it: ./mooddeck analyze photo.jpg --model {options.OutputPath}");
    }

    private static IEnumerable<string> Lines(EmotionTrainingOptions options, IReadOnlyList<EmotionTrainingResult> results)
    {
        var first = results[0];
        var skipped = first.Data.Set.Bad.Rows;
        foreach (var row in skipped.Take(SkippedShown)) yield return $"{row.Where} was skipped: {row.Reason}";
        if (skipped.Count > SkippedShown) yield return FormattableString.Invariant($"and {skipped.Skip(SkippedShown).Sum(r => r.Count)} more were skipped; a report (--report) names them all.");
        if (first.Start is { } start)
            yield return $"{options.InitPath}: {start.Taken.Count} layers taken{(start.Fresh.Count > 0 ? $", fresh: {string.Join(", ", start.Fresh)}" : "")}";
        foreach (var note in first.Start?.Notes ?? []) yield return note;
        if (first.FrozenLayers > 0) yield return $"{first.FrozenLayers} layers kept their weights";
        foreach (var (index, fold) in results.Index())
        {
            var name = results.Count > 1 ? $"fold {index + 1}" : options.OutputPath;
            var figures = fold.Figures.Select(f => FormattableString.Invariant($", {f.Key} {f.Value:0.000}"));
            var retrained = fold.Retrained is null ? "" : ", heads trained again with SMOTE";
            yield return FormattableString.Invariant($"{name}: epoch {fold.BestEpoch} of {fold.History.Count}{(fold.EndedEarly ? " (ended early)" : "")}{retrained}{string.Concat(figures)}");
        }

        foreach (var figure in FoldFigure.Of([.. results.Select(r => r.Figures)]))
            yield return FormattableString.Invariant($"mean of the folds: {figure.Name} {figure.Mean:0.000}{(figure.StandardDeviation is { } spread ? FormattableString.Invariant($", standard deviation {spread:0.000}") : "")}");
        if (first.Data.Holdout.Length == 0 && options.Split.HoldoutShare > 0)
            yield return "There were too few pictures of each expression to keep any aside: the last epoch was taken, and nothing tells how good it is.";
        yield return FormattableString.Invariant(
            $"{options.OutputPath}: {options.Architecture}, {first.Parameters:#,0} parameters, {first.Macs:#,0} multiply-accumulates a face, learned from {first.Data.Rows.Length:#,0} pictures, {first.Data.Holdout.Length:#,0} kept aside");
    }
}
