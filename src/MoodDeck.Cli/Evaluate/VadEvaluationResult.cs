using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Training.Data;
using MoodDeck.Training.Expressions;
using MoodDeck.Training.Reports;

namespace MoodDeck.Cli.Evaluate;

/// <summary>How near a model's valence, arousal and dominance come to the annotated ones.</summary>
internal static class VadEvaluationResult
{
    /// <summary>Whether the pictures know these numbers and no expressions.</summary>
    public static bool IsAskedFor(FaceImageSet set) =>
        set.Vad is not null && !Enumerable.Range(0, set.Count).Any(row => set.ExpressionOf(row) is not null);

    /// <summary>Judges a model, prints the figures and writes the report.</summary>
    public static int Run(string data, FaceImageSet set, string model, string? usage, string? report, bool json)
    {
        if (usage is not null && !set.HasUsage(usage)) throw new CliException($"no row has the usage \"{usage}\"; there are: {string.Join(", ", set.UsageNames)}.");
        var rows = usage is null ? set : set.Take(set.RowsOf(usage));
        var judged = VadEvaluation.Run(rows, model, "valence, arousal and dominance", new RowsJudged { Description = usage is null ? $"all rows of {data}" : $"rows of the usage {usage} of {data}" });
        if (json) JsonOutput.Write(Answer(judged, model));
        else foreach (var r in judged.Regression) Console.Out.WriteLine(Line(r));
        if (report is null) return ExitCodes.Done;
        var files = ReportFiles.Save(new RunReport { Title = "Evaluation of valence, arousal and dominance", CreatedAt = TimeProvider.System.GetUtcNow(), Evaluations = [judged] }, report);
        Console.Error.WriteLine($"The report is {files.HtmlPath}, its figures as JSON {files.JsonPath}.");
        return ExitCodes.Done;
    }

    private static object Answer(EvaluationReport judged, string model) => new
    {
        task = "vad",
        model = Path.GetFileNameWithoutExtension(model),
        samples = judged.Regression[0].Figures.Samples,
        mae = judged.Regression.ToDictionary(r => r.Dimension, r => r.Figures.MeanAbsoluteError),
        pearson = judged.Regression.ToDictionary(r => r.Dimension, r => r.Figures.Pearson),
        ccc = judged.Regression.ToDictionary(r => r.Dimension, r => r.Figures.Concordance),
    };

    private static string Line(RegressionReport r) => FormattableString.Invariant(
        $"{r.Dimension}: mean absolute error {r.Figures.MeanAbsoluteError:0.000}, Pearson {Number(r.Figures.Pearson)}, concordance {Number(r.Figures.Concordance)} over {r.Figures.Samples} rows");

    private static string Number(double? value) => value is { } v ? FormattableString.Invariant($"{v:0.000}") : "undefined";
}
