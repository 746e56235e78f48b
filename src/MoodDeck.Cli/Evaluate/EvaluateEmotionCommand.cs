using System.CommandLine;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Training.Data;
using MoodDeck.Training.Metrics;
using MoodDeck.Vision;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Cli.Evaluate;

/// <summary><c>evaluate emotion</c>: an expression model on FER2013 pictures.</summary>
internal static class EvaluateEmotionCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        Option<string> data = new("--data") { HelpName = "CSV", Required = true, Description = "Pictures in the layout of FER2013: emotion,pixels,Usage; gzip or not." };
        Option<string?> votes = new("--votes") { HelpName = "CSV", Description = "FER+ votes, row by row; with them the eight expressions count, without them FER2013's seven." };
        var protocol = ValueParsers.Option("--protocol", "P", "How votes become labels: strict or plurality (default: strict).", ProtocolOf);
        Option<string?> usage = new("--usage") { HelpName = "U", Description = "Only rows of this usage, such as PublicTest (default: all)." };
        Option<string?> classes = new("--classes") { HelpName = "a,b", Description = "Only rows of these classes, and only these as answers." };
        Option<string?> withoutCopies = new("--without-copies-of") { HelpName = "U", Description = "Leave out rows whose very picture also occurs with this usage, such as Training." };
        Option<bool> endToEnd = new("--end-to-end") { Description = "Paste each face into a picture and read that as a camera frame is read; a face that is not found counts as wrong." };
        Option<string?> model = new("--model") { HelpName = "FILE", Description = "Emotion model, an ONNX file (default: MoodDeck's own)." };
        Option<string?> report = new("--report") { HelpName = "HTML", Description = "Also write a page with all figures." };
        var json = CommonOptions.Json();
        DocumentedCommand command = new(
            "emotion", "Measure an emotion model on labelled faces.",
            "mooddeck evaluate emotion --data fer2013.csv.gz --usage PublicTest",
            "mooddeck evaluate emotion --data fer2013.csv.gz --votes ferplus.csv.gz --usage PublicTest --protocol strict --json")
        {
            data, votes, protocol, usage, withoutCopies, classes, endToEnd, model, report, json,
        };
        command.SetAction(parsed =>
        {
            var options = new EmotionEvaluationOptions
            {
                Labels = parsed.GetValue(votes) is null ? EmotionLabels.Fer2013 : EmotionLabels.FerPlus,
                Protocol = parsed.GetValue(protocol),
                Usage = parsed.GetValue(usage),
                Classes = parsed.GetValue(classes)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            };
            RefuseUnknownClasses(options);
            var path = parsed.GetValue(model) ?? new VisionOptions().EmotionModelPath;
            var answer = Evaluate(parsed.GetRequiredValue(data), parsed.GetValue(votes), path, options, parsed.GetValue(withoutCopies), parsed.GetValue(endToEnd));
            if (parsed.GetValue(report) is { } page) EmotionPage.Save(answer, page);
            if (parsed.GetValue(json)) JsonOutput.Write(answer);
            else EmotionText.Write(answer);
            return ExitCodes.Done;
        });
        return command;
    }

    private static EmotionEvaluationAnswer Evaluate(string data, string? votes, string model, EmotionEvaluationOptions options, string? withoutCopiesOf, bool endToEnd)
    {
        using var classifier = EmotionClassifier.Open(model);
        var set = Fer2013Reader.Read(data);
        if (votes is not null) set = FerPlusReader.Read(votes, set);
        var facts = ModelFacts.Of(model);
        if (!endToEnd) return EmotionEvaluationAnswer.Of(Run(set, EmotionScorers.Of(classifier, options.Labels), options, withoutCopiesOf), classifier.Name, facts);

        using EndToEndReader reader = new(model, options.Labels);
        var report = Run(set, reader.Score, options, withoutCopiesOf);
        return EmotionEvaluationAnswer.Of(report, classifier.Name, facts, reader.Detected);
    }

    private static EmotionReport Run(FaceImageSet set, EmotionScorer scorer, EmotionEvaluationOptions options, string? withoutCopiesOf)
    {
        try
        {
            var report = EmotionEvaluation.Run(set, scorer, options, TimeProvider.System);
            if (withoutCopiesOf is null) return report;
            return report.Without(DuplicateGroups.Find(set).RowsSharedWith(set.RowsOf(options.Usage), set.RowsOf(withoutCopiesOf)));
        }
        catch (ArgumentException e)
        {
            throw new CliException(Sentence.Of(e), cause: e);
        }
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

    private static FerPlusProtocol ProtocolOf(string name) => name.ToLowerInvariant() switch
    {
        "strict" => FerPlusProtocol.Strict,
        "plurality" => FerPlusProtocol.Plurality,
        _ => throw new FormatException($"no protocol is called '{name}'. There are: strict, plurality"),
    };
}
