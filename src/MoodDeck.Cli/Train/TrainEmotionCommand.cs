using System.CommandLine;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Training.Architectures;
using MoodDeck.Training.Expressions;
using MoodDeck.Training.Reports;
using MoodDeck.Training.Runs;

namespace MoodDeck.Cli.Train;

/// <summary><c>train emotion</c>: an expression model from labelled faces.</summary>
internal static class TrainEmotionCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        LabelledFaceOptions faces = new();
        PictureOptions pictures = new();
        LearningOptions learning = new();
        RunOptions run = new("emotion", ["moodnet", .. ExpressionArchitectures.Names.Where(n => n != "moodnet")], EmotionTrainer.Defaults);
        var json = CommonOptions.Json();
        DocumentedCommand command = new(
            "emotion", "Train an emotion model on labelled faces.",
            "mooddeck train emotion --data my-pictures.zip --report run.html",
            "mooddeck train emotion --data pictures/ --label joy=happiness --label other= --arch resnet18 --init resnet18.onnx --freeze 'layer[12].*'",
            "mooddeck train emotion --data fer2013.csv.gz --votes ferplus.csv.gz --out emotion.onnx --resume",
            "mooddeck train emotion --data fer2013.csv.gz --folds 5 --preprocess clahe --class-weights effectivenumber --report folds.html");
        faces.AddTo(command);
        run.AddTo(command);
        learning.AddTo(command);
        pictures.AddTo(command);
        command.Add(json);
        command.SetAction(async (parsed, cancel) =>
        {
            var options = learning.Into(
                new EmotionTrainingOptions
                {
                    Sources = faces.SourcesOf(parsed),
                    Split = faces.SplitOf(parsed),
                    Architecture = run.ArchitectureOf(parsed),
                    InitPath = parsed.GetValue(run.Init),
                    CalibrationPath = faces.CalibrationOf(parsed),
                    Preprocessing = pictures.PreprocessingOf(parsed),
                    Augmentation = pictures.AugmentationOf(parsed),
                    Mixing = pictures.MixingOf(parsed),
                    AverageMirrored = pictures.AveragesMirrored(parsed),
                    OutputPath = run.OutputOf(parsed),
                    Training = run.Of(parsed),
                },
                parsed);
            Refuse(options);
            var page = run.ReportOf(parsed);
            var journal = run.JournalOf(parsed);
            var (results, report) = await TrainingWork.RunAsync("training emotion", journal, progress => Train(options, page, journal, progress, cancel), cancel);
            if (parsed.GetValue(json)) JsonOutput.Write(EmotionTrainingAnswer.Of(options, results));
            else EmotionTrainingText.Write(options, results, report);
            return ExitCodes.Done;
        });
        return command;
    }

    private static (IReadOnlyList<EmotionTrainingResult> Results, string? Report) Train(
        EmotionTrainingOptions options, string? report, RunJournal journal, IProgress<TrainingProgress> progress, CancellationToken cancel)
    {
        void Read(EmotionData data)
        {
            journal.Count(data.Rows.Length, data.Holdout.Length);
            journal.Skip(data.Set.Bad.Rows.Select(r => new RunSkip(r.Where, r.Reason, r.Count)));
        }

        var results = options.Split.Folds > 0 ? FoldedTraining.Run(options, progress, Read, cancel) : [EmotionTrainer.Run(options, progress, Read, cancel)];
        if (report is not null) report = ReportFiles.Save(EmotionRunReport.Of(options, results, TimeProvider.System), report).HtmlPath;
        journal.Finish(results.MaxBy(FoldedTraining.BestScore)!.BestEpoch, options.OutputPath, report);
        return (results, report);
    }

    private static void Refuse(EmotionTrainingOptions options)
    {
        try
        {
            options.Validate();
        }
        catch (ArgumentException e)
        {
            throw CliException.Usage(Sentence.Of(e));
        }
    }
}
