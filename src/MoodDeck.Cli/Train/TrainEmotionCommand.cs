using System.CommandLine;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Training.Expressions;

namespace MoodDeck.Cli.Train;

/// <summary><c>train emotion</c>: an expression model from labelled faces.</summary>
internal static class TrainEmotionCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        Option<string> data = new("--data") { HelpName = "CSV", Required = true, Description = "Pictures in the layout of FER2013: emotion,pixels,Usage; gzip or not." };
        Option<string?> votes = new("--votes") { HelpName = "CSV", Description = "FER+ votes, row by row; without them only FER2013's seven are learned." };
        Option<string> usage = new("--usage") { HelpName = "U", Description = "Rows to learn from.", DefaultValueFactory = _ => "Training" };
        Option<bool> all = new("--keep-none-aside") { Description = "Learn from all rows; by default a tenth is kept aside to choose the epoch and calibrate by." };
        var width = ValueParsers.Option("--width", "N", "Channels of the first stage.", ValueParsers.WholeNumber("--width", 8, 512));
        width.DefaultValueFactory = _ => 32;
        RunOptions run = new("emotion", "moodnet", EmotionTrainer.Defaults);
        var json = CommonOptions.Json();
        DocumentedCommand command = new(
            "emotion", "Train an emotion model on labelled faces.",
            "mooddeck train emotion --data fer2013.csv.gz --votes ferplus.csv.gz --out emotion.onnx",
            "mooddeck train emotion --data fer2013.csv.gz --votes ferplus.csv.gz --out emotion.onnx --resume")
        {
            data, votes, usage, all, width, json,
        };
        run.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var options = new EmotionTrainingOptions
            {
                DataPath = parsed.GetRequiredValue(data),
                VotesPath = parsed.GetValue(votes),
                Usage = parsed.GetRequiredValue(usage),
                HoldoutShare = parsed.GetValue(all) ? 0 : 0.1,
                Width = parsed.GetValue(width),
                InitPath = parsed.GetValue(run.Init),
                OutputPath = run.OutputOf(parsed),
                Training = run.Of(parsed),
            };
            var journal = run.JournalOf(parsed);
            var result = await TrainingWork.RunAsync("training emotion", journal, progress => EmotionTrainer.Run(options, progress, cancel), cancel);
            if (parsed.GetValue(run.Report) is { } page) TrainingPage.Save("emotion", result.History, result.BestEpoch, page);
            journal.Finish(result.BestEpoch, result.ModelPath, parsed.GetValue(run.Report));
            if (parsed.GetValue(json)) JsonOutput.Write(new { result.ModelPath, result.BestEpoch, result.Parameters, result.Macs, result.Calibration, result.History, skippedRows = result.Skipped.Rows.Count });
            else Print(result);
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Print(EmotionTrainingResult result)
    {
        foreach (var row in result.Skipped.Rows) Console.Out.WriteLine($"{row.Where} was skipped: {row.Reason}");
        Console.Out.WriteLine(FormattableString.Invariant($"{result.ModelPath}: epoch {result.BestEpoch}, {result.Parameters:#,0} parameters, {result.Macs:#,0} multiply-accumulates a face"));
        Console.Out.WriteLine($"Try it: ./mooddeck analyze photo.jpg --model {result.ModelPath}");
    }
}
