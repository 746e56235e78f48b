using MoodDeck.Training.Expressions;

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
        Console.Out.WriteLine($"Try it: ./mooddeck analyze photo.jpg --model {options.OutputPath}");
    }

    private static IEnumerable<string> Lines(EmotionTrainingOptions options, IReadOnlyList<EmotionTrainingResult> results)
    {
        var first = results[0];
        var skipped = first.Data.Set.Bad.Rows;
        foreach (var row in skipped.Take(SkippedShown)) yield return $"{row.Where} was skipped: {row.Reason}";
        if (skipped.Count > SkippedShown) yield return $"and {skipped.Count - SkippedShown} more were skipped; the report names them all.";
        if (first.Start is { } start)
            yield return $"{options.InitPath}: {start.Taken.Count} layers taken{(start.Fresh.Count > 0 ? $", fresh: {string.Join(", ", start.Fresh)}" : "")}";
        foreach (var note in first.Start?.Notes ?? []) yield return note;
        if (first.FrozenLayers > 0) yield return $"{first.FrozenLayers} layers kept their weights";
        foreach (var (index, fold) in results.Index())
        {
            var name = results.Count > 1 ? $"fold {index + 1}" : options.OutputPath;
            var figures = fold.History[fold.BestEpoch - 1].Validation?.Figures.Select(f => FormattableString.Invariant($", {f.Key} {f.Value:0.000}")) ?? [];
            yield return FormattableString.Invariant($"{name}: epoch {fold.BestEpoch} of {fold.History.Count}{(fold.EndedEarly ? " (ended early)" : "")}{string.Concat(figures)}");
        }

        yield return FormattableString.Invariant(
            $"{options.OutputPath}: {options.Architecture}, {first.Parameters:#,0} parameters, {first.Macs:#,0} multiply-accumulates a face, learned from {first.Data.Rows.Length:#,0} pictures, {first.Data.Holdout.Length:#,0} kept aside");
    }
}
