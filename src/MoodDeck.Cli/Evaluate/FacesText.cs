using System.Globalization;
using MoodDeck.Cli.Output;
using Spectre.Console;

namespace MoodDeck.Cli.Evaluate;

/// <summary>Detectors side by side, for people.</summary>
internal static class FacesText
{
    /// <summary>Writes a table with a column for each detector.</summary>
    public static void Write(IReadOnlyList<FacesEvaluationAnswer> answers)
    {
        var first = answers[0];
        Console.Out.WriteLine(Text($"{first.Images} pictures with {first.Faces} faces of at least 20 px, {first.FaceFreeImages} without any"));
        var table = new Table().Border(TableBorder.Simple).AddColumn("");
        foreach (var a in answers) table.AddColumn(Markup.Escape(a.Detector));
        Add("recall", a => Text($"{a.Recall:0.000}"));
        Add("precision", a => Text($"{a.Precision:0.000}"));
        Add("average precision", a => Text($"{a.AveragePrecision:0.000}"));
        Add("false alarms, face-free", a => Text($"{a.FaceFreeFalseAlarms}"));
        Add("false alarms, all", a => Text($"{a.BySource.Sum(s => s.FalseAlarms)}"));
        Add("median ms a picture", a => Text($"{a.MedianMs:0.0}"));
        Add("counts from a score of", a => Text($"{a.Threshold:0.00##}"));
        for (var i = 0; i < first.BySource.Count; i++)
        {
            var source = first.BySource[i];
            if (source.Faces > 0) Add(Text($"recall {source.Source} ({source.Faces})"), a => Text($"{a.BySource[i].Recall:0.000}"));
        }

        Terminal.Write(table);

        void Add(string name, Func<FacesEvaluationAnswer, string> figure) => table.AddRow([Markup.Escape(name), .. answers.Select(figure)]);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
