using System.CommandLine;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Training.Faces;
using MoodDeck.Training.Reports;

namespace MoodDeck.Cli.Train;

/// <summary><c>train faces</c>: a face detector from labelled pictures.</summary>
internal static class TrainFacesCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        Option<string> images = new("--data", "--images") { HelpName = "ZIP|TAR|DIR", Required = true, Description = "The pictures." };
        Option<string> labels = new("--labels") { HelpName = "CSV", Required = true, Description = "Their faces: image,x,y,w,h,source; an empty box for a picture without a face." };
        Option<string> prefix = new("--prefix") { HelpName = "P", Description = "Learn from pictures whose name begins so; empty for all.", DefaultValueFactory = _ => "train/" };
        Option<string?> paste = new("--paste") { HelpName = "CSV", Description = "Also lay tight face squares on the pictures: the Training rows of a table like Kaggle's fer2013.csv, gzip or not." };
        Option<bool> single = new("--aside-single") { Description = "Keep every twelfth picture aside instead of runs of neighbours, as the first models were split: for what starts from one of them." };
        RunOptions run = new("faces", ["facenet"], FaceTrainer.Defaults);
        var json = CommonOptions.Json();
        DocumentedCommand command = new(
            "faces", "Train a face detector on labelled pictures.",
            "mooddeck train faces --data faces.zip --labels labels.csv --out faces.onnx",
            "mooddeck train faces --data faces.zip --labels labels.csv --optimiser adamw --rate 0.002 --out faces.onnx")
        {
            images, labels, prefix, paste, single, json,
        };
        run.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            run.ArchitectureOf(parsed);
            var options = new FaceTrainingOptions
            {
                ImagesPath = parsed.GetRequiredValue(images),
                LabelsPath = parsed.GetRequiredValue(labels),
                Prefix = parsed.GetRequiredValue(prefix),
                SquaresPath = parsed.GetValue(paste),
                HoldoutRuns = !parsed.GetValue(single),
                InitPath = parsed.GetValue(run.Init),
                OutputPath = run.OutputOf(parsed),
                Training = run.Of(parsed),
            };
            var page = run.ReportOf(parsed);
            var journal = run.JournalOf(parsed);
            var result = await TrainingWork.RunAsync("training faces", journal, progress => FaceTrainer.Run(options, progress, cancel), cancel);
            if (page is not null) ReportFiles.Save(ReportOf(options, result), page);
            journal.Finish(result.BestEpoch, result.ModelPath, page);
            if (parsed.GetValue(json)) JsonOutput.Write(new { result.ModelPath, result.BestEpoch, result.Parameters, result.Threshold, result.History, skipped = result.Skipped });
            else Print(result);
            return ExitCodes.Done;
        });
        return command;
    }

    private static RunReport ReportOf(FaceTrainingOptions options, FaceTrainingResult result)
    {
        var report = TrainingReports.Of("Training a face detector", options.Training, result.History, result.BestEpoch, TimeProvider.System);
        return report with
        {
            Summary = $"The model is {result.ModelPath}.",
            Settings = [ReportSetting.Of("parameters", result.Parameters), ReportSetting.Of("threshold of a face", result.Threshold), .. report.Settings],
            Data = new DataReport
            {
                Sources = [options.ImagesPath, options.LabelsPath, .. options.SquaresPath is { } squares ? new[] { squares } : []],
                Notes = options.HoldoutEvery == 0 ? [] : [FormattableString.Invariant($"One picture in {options.HoldoutEvery}{(options.HoldoutRuns ? ", neighbours together," : "")} was kept aside to choose the epoch and the threshold by.")],
                Skipped = [.. result.Skipped.Select(problem => problem.Split(": ", 2) is [var where, var reason] ? new SkippedRow(where, reason) : new SkippedRow("", problem))],
            },
        };
    }

    private static void Print(FaceTrainingResult result)
    {
        foreach (var problem in result.Skipped) Console.Out.WriteLine($"skipped {problem}");
        Console.Out.WriteLine(FormattableString.Invariant($"{result.ModelPath}: epoch {result.BestEpoch}, {result.Parameters:#,0} parameters, a face from {result.Threshold:0.00}"));
        Console.Out.WriteLine($"Try it: ./mooddeck analyze photo.jpg --detector {result.ModelPath}");
    }
}
