using System.CommandLine;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Training.Mtcnn;
using MoodDeck.Training.Runs;

namespace MoodDeck.Cli.Train;

/// <summary><c>train mtcnn</c>: the cascade of three small networks, for comparison.</summary>
internal static class TrainMtcnnCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        Option<string> images = new("--data", "--images") { HelpName = "ZIP|TAR|DIR", Required = true, Description = "The pictures." };
        Option<string> labels = new("--labels") { HelpName = "CSV", Required = true, Description = "Their faces: image,x,y,w,h,source; an empty box for a picture without a face." };
        Option<string> prefix = new("--prefix") { HelpName = "P", Description = "Learn from pictures whose name begins so; empty for all.", DefaultValueFactory = _ => "train/" };
        Option<string?> output = new("--out") { HelpName = "DIR", Description = "The folder for the three networks (default: the run folder)." };
        Option<string> run = new("--run") { HelpName = "DIR", Description = "Folder of the checkpoints.", DefaultValueFactory = _ => MtcnnTrainer.Defaults.RunFolder };
        Option<bool> resume = new("--resume") { Description = "Go on from the run folder's checkpoints." };
        var epochs = ValueParsers.Whole("--epochs", "Passes over the windows of each network", MtcnnTrainer.Defaults.Epochs, 1, 100_000);
        StepOptions steps = new(MtcnnTrainer.Defaults);
        var json = CommonOptions.Json();
        DocumentedCommand command = new(
            "mtcnn", "Train the three networks of MTCNN on labelled pictures, to stand beside MoodDeck's own detector.",
            "mooddeck train mtcnn --data faces.zip --labels labels.csv --out mtcnn")
        {
            images, labels, prefix, output, run, resume, epochs, json,
        };
        steps.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var folder = Path.GetFullPath(parsed.GetRequiredValue(run));
            var options = new MtcnnTrainingOptions
            {
                ImagesPath = parsed.GetRequiredValue(images),
                LabelsPath = parsed.GetRequiredValue(labels),
                Prefix = parsed.GetRequiredValue(prefix),
                OutputFolder = parsed.GetValue(output) ?? folder,
                Training = steps.Into(MtcnnTrainer.Defaults with { Epochs = parsed.GetValue(epochs), RunFolder = folder, Resume = parsed.GetValue(resume) }, parsed),
            };
            var journal = new RunJournal(folder, "mtcnn", "mtcnn", TimeProvider.System);
            var result = await TrainingWork.RunAsync("training mtcnn", journal, progress => MtcnnTrainer.Run(options, progress, cancel), cancel);
            journal.Finish(result.History.Count, result.Folder, null);
            if (parsed.GetValue(json)) JsonOutput.Write(new { result.Folder, result.Threshold, result.Parameters, result.Windows, result.History, skipped = result.Skipped });
            else Print(result);
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Print(MtcnnTrainingResult result)
    {
        foreach (var problem in result.Skipped) Console.Out.WriteLine($"skipped {problem}");
        Console.Out.WriteLine(FormattableString.Invariant(
            $"{result.Folder}: {result.Parameters:#,0} parameters in three networks, learned from {string.Join(", ", result.Windows.Select(w => FormattableString.Invariant($"{w:#,0}")))} windows, a face from {result.Threshold:0.00}"));
    }
}
