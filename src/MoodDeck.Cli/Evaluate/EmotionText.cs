using MoodDeck.Cli.Output;
using Spectre.Console;

namespace MoodDeck.Cli.Evaluate;

/// <summary>How a model did, for people.</summary>
internal static class EmotionText
{
    /// <summary>Writes it.</summary>
    public static void Write(EmotionEvaluationAnswer answer)
    {
        foreach (var line in Lines(answer)) Console.Out.WriteLine(line);
        var table = new Table().Border(TableBorder.Simple).AddColumns("class", "precision", "recall", "F1", "faces");
        foreach (var c in answer.PerClass) table.AddRow(c.Label, Share(c.Precision), Share(c.Recall), Share(c.F1), FormattableString.Invariant($"{c.Support}"));
        Terminal.Write(table);
        Terminal.Write(Confusion(answer));
        if (answer.Named is { } named) Terminal.Write(Named(named));
        if (answer.Robustness is { } robustness) Terminal.Write(Robustness(answer, robustness));
    }

    /// <summary>The figures as sentences.</summary>
    public static IEnumerable<string> Lines(EmotionEvaluationAnswer answer)
    {
        yield return FormattableString.Invariant(
            $"{answer.Model} on {answer.Samples} faces ({answer.Task}): accuracy {answer.Accuracy:0.0000} (95 % {answer.AccuracyCi95[0]:0.0000} to {answer.AccuracyCi95[1]:0.0000}), macro-F1 {answer.MacroF1:0.0000}, calibration error {answer.Ece:0.0000}");
        if (answer.Detected is { } detected) yield return FormattableString.Invariant($"{detected:0.0000} of the faces were found in their frames; the others count as wrong");
        if (answer.Unsure is { } unsure)
            yield return FormattableString.Invariant($"in use {unsure:0.000} of the answers are \"unsure\"; of the others {answer.AccuracyWhereSure:0.000} are right");
        yield return FormattableString.Invariant(
            $"{answer.ImagesPerSecond:0} faces a second; {Count(answer.Parameters)} parameters, {Count(answer.Macs)} multiply-accumulates a face, {answer.FileBytes} bytes");
    }

    private static Table Named(IReadOnlyList<NamedAnswer> named)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("named in use", "from", "named", "right", "95 %", "found", "95 %");
        foreach (var n in named)
            table.AddRow(n.Label, Share(n.Least), FormattableString.Invariant($"{n.Said}"), n.Said == 0 ? "" : Share(n.Precision), n.Said == 0 ? "" : Interval(n.PrecisionCi95), Share(n.Recall), Interval(n.RecallCi95));
        return table;
    }

    private static Table Robustness(EmotionEvaluationAnswer answer, IReadOnlyList<DistortionAnswer> robustness)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("faces", "accuracy", "95 %", "macro-F1", "what is done");
        table.AddRow("as they are", Share(answer.Accuracy), Interval(answer.AccuracyCi95), Share(answer.MacroF1), "");
        foreach (var r in robustness) table.AddRow(r.Name, Share(r.Accuracy), Interval(r.AccuracyCi95), Share(r.MacroF1), r.Summary);
        return table;
    }

    private static Table Confusion(EmotionEvaluationAnswer answer)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("is \\ said");
        foreach (var c in answer.PerClass) table.AddColumn(new TableColumn(c.Label).RightAligned());
        for (var i = 0; i < answer.PerClass.Count; i++)
            table.AddRow([answer.PerClass[i].Label, .. answer.Confusion[i].Select(n => FormattableString.Invariant($"{n}"))]);
        return table;
    }

    private static string Interval(double[] ends) => $"{Share(ends[0])} to {Share(ends[1])}";

    private static string Share(double value) => FormattableString.Invariant($"{value:0.000}");

    private static string Count(long? value) => value is { } n ? FormattableString.Invariant($"{n:#,0}") : "unknown";
}
