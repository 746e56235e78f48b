using System.CommandLine;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Core.Mood;
using MoodDeck.Training.Data;
using MoodDeck.Vision;
using MoodDeck.Vision.Expressions;
using MoodDeck.Vision.Personal;

namespace MoodDeck.Cli.Bench.Personal;

/// <summary><c>bench personal</c>: what a listener's resting face and corrections are good for, and what they harm.</summary>
internal static class BenchPersonalCommand
{
    private const string Resting = "anger,sadness";
    private static readonly (int Corrections, int Trials)[] s_corrections = [(1, 60), (5, 20), (20, 8), (100, 2)];

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Option<string> data = new("--data") { HelpName = "CSV", Required = true, Description = "Labelled faces in the layout of FER2013 (emotion,pixels,Usage; gzip or not)." };
        Option<string> votes = new("--votes") { HelpName = "CSV", Required = true, Description = "FER+ votes, row by row." };
        Option<string> usage = new("--usage") { HelpName = "U", Description = "Only rows of this usage (default: PublicTest).", DefaultValueFactory = _ => "PublicTest" };
        Option<bool> keptAside = new("--kept-aside") { Description = "Of these only the tenth that train emotion keeps aside, for choosing with a model that has not seen it." };
        Option<string?> model = new("--model") { HelpName = "FILE", Description = "Emotion model, an ONNX file with an output \"embedding\" (default: MoodDeck's own)." };
        var seed = ValueParsers.Whole("--seed", "Draws other faces, views and trials", 1, 0, int.MaxValue);
        var json = CommonOptions.Json();
        DocumentedCommand command = new(
            "personal", "Measure what a listener's resting face and corrections are good for, and what they harm.",
            "mooddeck bench personal --data fer2013.csv.gz --votes ferplus.csv.gz",
            "mooddeck bench personal --data fer2013.csv.gz --votes ferplus.csv.gz --usage Training --kept-aside --model run/emotion.onnx --json")
        {
            data, votes, usage, keptAside, model, seed, json,
        };
        command.SetAction(parsed =>
        {
            using var classifier = EmotionClassifier.Open(parsed.GetValue(model) ?? new VisionOptions().EmotionModelPath);
            var set = FaceData.Read(new FaceDataSource { Path = parsed.GetRequiredValue(data), VotesPath = parsed.GetRequiredValue(votes) });
            var answer = Run(classifier, Chosen(set, parsed.GetRequiredValue(usage), parsed.GetValue(keptAside)), (ulong)parsed.GetValue(seed));
            if (parsed.GetValue(json)) JsonOutput.Write(answer);
            else PersonalText.Write(answer);
            return ExitCodes.Done;
        });
        return command;
    }

    private static FaceImageSet Chosen(FaceImageSet set, string usage, bool keptAside)
    {
        if (!set.HasUsage(usage)) throw CliException.Usage($"no row has the usage '{usage}'. There are: {string.Join(", ", set.UsageNames)}.");
        var chosen = set.Take(set.RowsOf(usage));
        return keptAside ? chosen.Take(HoldoutSplit.Create(chosen, DuplicateGroups.Find(chosen), new HoldoutOptions { Usage = null, ReportCopiesOf = null }).Holdout) : chosen;
    }

    private static PersonalBenchmarkAnswer Run(EmotionClassifier classifier, FaceImageSet set, ulong seed)
    {
        var faces = LabelledFaces.Read(classifier, set, seed);
        PersonalFaceOptions options = new();
        RestingBenchmark resting = new(faces, classifier.Unsure, options, seed);
        CorrectionBenchmark corrections = new(faces, classifier.Unsure, options, seed);
        return new(
            classifier.ModelId, faces.All.Count, Resting, resting.Run([Emotion.Anger, Emotion.Sadness]),
            [.. s_corrections.Select(c => corrections.Run(c.Corrections, c.Trials)).OfType<CorrectionFigures>()]);
    }
}
