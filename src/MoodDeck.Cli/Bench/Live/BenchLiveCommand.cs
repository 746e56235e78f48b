using System.CommandLine;
using MoodDeck.Cli.Analyze;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Training.Data;
using MoodDeck.Training.Expressions;
using MoodDeck.Vision;

namespace MoodDeck.Cli.Bench.Live;

/// <summary><c>bench live</c>: how steady the label of a still face is, and how soon it follows another expression.</summary>
internal static class BenchLiveCommand
{
    private const double LongestMinutes = 60;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Option<string> data = new("--data") { HelpName = "FOLDER|ZIP|CSV", Required = true, Description = "Labelled faces, such as FER2013's CSV file (gzip or not)." };
        Option<string?> usage = new("--usage") { HelpName = "U", Description = "Only rows of this usage, such as Training (default: all)." };
        Option<bool> keptAside = new("--kept-aside") { Description = "Of these only the tenth that train emotion keeps aside, for choosing with a model that has not seen it." };
        var faces = ValueParsers.Whole("--faces", "How many faces are held still, each then switched to a face of another label", 20, 1, 100_000);
        var minutes = ValueParsers.Number("--minutes", "Simulated minutes each face is held still; changes are scaled to five", 0.2);
        var fps = ValueParsers.Number("--fps", "Simulated frames a second", 15);
        var seed = ValueParsers.Whole("--seed", "Draws other faces and rooms", 0, 0, int.MaxValue);
        Option<string?> trace = new("--trace") { HelpName = "CSV", Description = "Also write what every frame said." };
        var json = CommonOptions.Json();
        DocumentedCommand command = new(
            "live",
            "Tell how often the label of a still face changes, and how soon it follows another expression. Faces are pasted into drawn camera frames "
            + "with sensor noise and slight movement, sent as JPEG and read as the camera is, by a simulated clock. A switch counts when the reader, "
            + $"shown the other face alone for {LiveTrialTimes.SwitchedSeconds:0} seconds, calls it something else than the face before; it is followed once the label is that.",
            "mooddeck bench live --data fer2013.csv.gz --usage PublicTest --faces 100", "mooddeck bench live --data fer2013.csv.gz --minutes 5 --json")
        {
            data, usage, keptAside, faces, minutes, fps, seed, trace, ModelOptions.Model, ModelOptions.Detector, json,
        };
        command.SetAction(async parsed =>
        {
            LiveTrialTimes times = new(60 * InRange("--minutes", parsed.GetValue(minutes), 0.01, LongestMinutes), InRange("--fps", parsed.GetValue(fps), 1, 120));
            var options = ModelOptions.Of(parsed);
            var path = parsed.GetRequiredValue(data);
            var set = FaceData.Read(new() { Path = path });
            if (parsed.GetValue(keptAside)) set = EmotionData.KeptAside(set, path, new SplitOptions { Usage = parsed.GetValue(usage) });
            var pairs = Pairs(set, parsed.GetValue(usage), parsed.GetValue(faces), parsed.GetValue(seed));
            using var file = parsed.GetValue(trace) is { } traced ? new LiveTrace(traced) : null;
            using VisionModels models = new(options);
            var trials = await LongWork.RunAsync("faces", progress => Task.FromResult(Run(set, pairs, parsed.GetValue(seed), new(models, times, file), progress)));
            var result = LiveSteadiness.Of(trials, times, models.Emotions.Name, models.Faces.Name);
            if (parsed.GetValue(json)) JsonOutput.Write(result);
            else LiveSteadinessText.Write(result);
            return ExitCodes.Done;
        });
        return command;
    }

    private static List<LiveTrialResult> Run(FaceImageSet set, List<(int Held, int Other)> pairs, int seed, LiveTrial trial, IProgress<WorkStep> progress)
    {
        List<LiveTrialResult> results = [];
        foreach (var (held, other) in pairs)
        {
            results.Add(trial.Run(unchecked((seed * 1_000_003) + results.Count), set.Image(held), set.Image(other)));
            progress.Report(new(results.Count, pairs.Count));
        }

        return results;
    }

    private static List<(int Held, int Other)> Pairs(FaceImageSet set, string? usage, int count, int seed)
    {
        try
        {
            return FacePairs.Draw(set, set.RowsOf(usage), count, seed);
        }
        catch (ArgumentException e)
        {
            throw CliException.Usage(Sentence.Of(e));
        }
    }

    private static double InRange(string name, double value, double least, double most) => value >= least && value <= most
        ? value
        : throw CliException.Usage(FormattableString.Invariant($"{name} is {value}; it must be from {least} to {most}"));
}
