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
    }

    /// <summary>The figures as sentences.</summary>
    public static IEnumerable<string> Lines(EmotionEvaluationAnswer answer)
    {
        yield return FormattableString.Invariant(
            $"{answer.Model} on {answer.Samples} faces ({answer.Task}): accuracy {answer.Accuracy:0.0000} (95 % {answer.AccuracyCi95[0]:0.0000} to {answer.AccuracyCi95[1]:0.0000}), macro-F1 {answer.MacroF1:0.0000}, calibration error {answer.Ece:0.0000}");
        if (answer.Detected is { } detected) yield return FormattableString.Invariant($"{detected:0.0000} of the faces were found in their frames; the others count as wrong");
        yield return FormattableString.Invariant(
            $"{answer.ImagesPerSecond:0} faces a second; {Count(answer.Parameters)} parameters, {Count(answer.Macs)} multiply-accumulates a face, {answer.FileBytes} bytes");
    }

    private static Table Confusion(EmotionEvaluationAnswer answer)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("is \\ said");
        foreach (var c in answer.PerClass) table.AddColumn(new TableColumn(c.Label).RightAligned());
        for (var i = 0; i < answer.PerClass.Count; i++)
            table.AddRow([answer.PerClass[i].Label, .. answer.Confusion[i].Select(n => FormattableString.Invariant($"{n}"))]);
        return table;
    }

    private static string Share(double value) => FormattableString.Invariant($"{value:0.000}");

    private static string Count(long? value) => value is { } n ? FormattableString.Invariant($"{n:#,0}") : "unknown";
}
