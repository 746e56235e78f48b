using System.CommandLine;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Core.Mood;
using MoodDeck.Training.Data;
using MoodDeck.Training.Expressions;
using MoodDeck.Training.Metrics;
using MoodDeck.Training.Reports;
using MoodDeck.Vision;

namespace MoodDeck.Cli.Evaluate;

/// <summary><c>evaluate emotion</c>: an expression model on labelled faces.</summary>
internal static class EvaluateEmotionCommand
{
    private const int SkippedShown = 20;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Option<string> data = new("--data") { HelpName = "FOLDER|ZIP|CSV", Required = true, Description = "Labelled pictures: a folder such as test/happy/x.jpg, a ZIP of one, or a CSV file in the layout of FER2013 (emotion,pixels,Usage; gzip or not) or of EMOTIC's annotations." };
        Option<string?> votes = new("--votes") { HelpName = "CSV", Description = "FER+ votes, row by row; with them, or with pictures of contempt, the eight expressions count, else FER2013's seven." };
        Option<string?> images = new("--images") { HelpName = "DIR|ZIP", Description = "The pictures that EMOTIC's annotations name (default: beside them)." };
        var label = ValueParsers.Many("--label", "NAME=EXPRESSION", "What a folder or label means, such as joy=happiness; NAME= leaves it out. May be repeated.", s => s);
        var crop = ValueParsers.Named("--crop", "What part of a picture is the face", FaceCropKind.Whole);
        var protocol = ValueParsers.Option("--protocol", "P", "How votes become labels: strict or plurality (default: strict).", ProtocolOf);
        Option<string?> usage = new("--usage") { HelpName = "U", Description = "Only rows of this usage, such as PublicTest (default: all)." };
        Option<string?> classes = new("--classes") { HelpName = "a,b", Description = "Only rows of these classes, and only these as answers." };
        Option<string?> withoutCopies = new("--without-copies-of") { HelpName = "U", Description = "Leave out rows whose very picture also occurs with this usage, such as Training." };
        Option<bool> endToEnd = new("--end-to-end") { Description = "Paste each face into a picture and read that as a camera frame is read; a face that is not found counts as wrong." };
        Option<bool> keptAside = new("--kept-aside") { Description = "Only the tenth of the rows that a training of these data keeps aside to choose by (train emotion without --holdout, --split-seed)." };
        Option<bool> robustness = new("--robustness") { Description = "Judge the same faces also dark, lit from one side, blurred, packed, turned, half covered and small." };
        Option<string?> model = new("--model") { HelpName = "FILE", Description = "Emotion model, an ONNX file (default: MoodDeck's own)." };
        Option<string?> report = new("--report") { HelpName = "HTML", Description = "Also write a page with all figures, plots and the worst mistakes with their pictures, and the same as JSON beside it." };
        var json = CommonOptions.Json();
        DocumentedCommand command = new(
            "emotion", "Measure an emotion model on labelled faces.",
            "mooddeck evaluate emotion --data fer2013.csv.gz --usage PublicTest",
            "mooddeck evaluate emotion --data pictures.zip --usage Test --label joy=happiness",
            "mooddeck evaluate emotion --data fer2013.csv.gz --votes ferplus.csv.gz --usage PublicTest --robustness --report report.html",
            "mooddeck evaluate emotion --data fer2013.csv.gz --votes ferplus.csv.gz --usage PublicTest --protocol strict --json")
        {
            data, votes, images, label, crop, protocol, usage, withoutCopies, classes, endToEnd, keptAside, robustness, model, report, json,
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(keptAside) && parsed.GetValue(withoutCopies) is not null) throw CliException.Usage("--kept-aside has no copies elsewhere: a training keeps them on one side. Leave --without-copies-of out.");
            var named = parsed.GetValue(classes)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            // Reading may take long; what no set can have is refused before.
            RefuseUnknownClasses(new EmotionEvaluationOptions { Labels = EmotionLabels.FerPlus, Classes = named });
            var source = new FaceDataSource
            {
                Path = parsed.GetRequiredValue(data),
                VotesPath = parsed.GetValue(votes),
                ImagesPath = parsed.GetValue(images),
                Labels = LabelsOf(parsed.GetValue(label) ?? []),
                Crop = parsed.GetValue(crop),
            };
            var path = parsed.GetValue(model) ?? new VisionOptions().EmotionModelPath;
            var set = FaceData.Read(source);
            TellSkipped(set.Bad);
            if (VadEvaluationResult.IsAskedFor(set)) return VadEvaluationResult.Run(source.Path, set, path, parsed.GetValue(usage), parsed.GetValue(report), parsed.GetValue(json));
            var options = new EmotionEvaluationOptions
            {
                Labels = LabelsOf(source, set),
                Protocol = parsed.GetValue(protocol),
                Usage = parsed.GetValue(keptAside) ? null : parsed.GetValue(usage),
                Classes = named,
            };
            RefuseUnknownClasses(options);
            if (parsed.GetValue(keptAside)) set = EmotionData.KeptAside(set, source.Path, new SplitOptions { Usage = parsed.GetValue(usage) });
            var extent = new EmotionEvaluationExtent
            {
                WithoutCopiesOf = parsed.GetValue(withoutCopies), EndToEnd = parsed.GetValue(endToEnd), Robustness = parsed.GetValue(robustness),
                KeptAside = parsed.GetValue(keptAside), Beside = parsed.GetValue(report) is not null,
            };
            var result = EmotionEvaluator.Run(source.Path, set, path, options, extent);
            if (parsed.GetValue(json)) JsonOutput.Write(result.Answer);
            else EmotionText.Write(result.Answer);
            if (parsed.GetValue(report) is { } page)
            {
                var files = ReportFiles.Save(result.Report(TimeProvider.System), page);
                Console.Error.WriteLine($"The report is {files.HtmlPath}, its figures as JSON {files.JsonPath}.");
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static void RefuseUnknownClasses(EmotionEvaluationOptions options)
    {
        try
        {
            options.ClassIndices();
        }
        catch (ArgumentException e)
        {
            throw CliException.Usage(Sentence.Of(e));
        }
    }

    private static void TellSkipped(BadRows bad)
    {
        foreach (var (where, reason, _) in bad.Rows.Take(SkippedShown)) Console.Error.WriteLine($"skipped {where}: {reason}");
        if (bad.Rows.Count > SkippedShown) Console.Error.WriteLine(FormattableString.Invariant($"skipped {bad.Rows.Skip(SkippedShown).Sum(r => r.Count)} more"));
    }

    // Plain labels are votes too; the eight are asked for only where they tell more than the seven.
    private static EmotionLabels LabelsOf(FaceDataSource source, FaceImageSet set) =>
        source.VotesPath is not null || Enumerable.Range(0, set.Count).Any(row => set.ExpressionOf(row) == Emotion.Contempt) ? EmotionLabels.FerPlus : EmotionLabels.Fer2013;

    private static LabelMap LabelsOf(string[] entries)
    {
        try
        {
            return LabelMap.Parse(entries);
        }
        catch (FormatException e)
        {
            throw CliException.Usage($"{e.Message}.");
        }
    }

    private static FerPlusProtocol ProtocolOf(string name) => name.ToLowerInvariant() switch
    {
        "strict" => FerPlusProtocol.Strict,
        "plurality" => FerPlusProtocol.Plurality,
        _ => throw new FormatException($"no protocol is called '{name}'. There are: strict, plurality"),
    };
}
