using System.CommandLine;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Evaluate;
using MoodDeck.Cli.Output;
using MoodDeck.Training.Tracks;

namespace MoodDeck.Cli.Train;

/// <summary><c>train track</c>: the mood of music, from labelled pieces.</summary>
internal static class TrainTrackCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        TrackOptions music = new(everyFont: true);
        Option<string> output = new("--out") { HelpName = "ONNX", Description = "The model.", DefaultValueFactory = _ => "track.onnx" };
        var folds = ValueParsers.Whole("--folds", "Parts of the cross-validation that the figures come from", new TrackMoodOptions().Folds, 2, 100);
        var json = CommonOptions.Json();
        DocumentedCommand command = new(
            "track", "Learn the mood of music from labelled pieces, and tell how well by cross-validation over songs, artists or series.",
            "mooddeck train track --data midi.tar.gz --labels midi_labels.tsv.gz --out track.onnx",
            "mooddeck train track --data midi.tar.gz --labels midi_labels.tsv.gz --data clips.tar --labels clips.tsv.gz")
        {
            output, folds, json,
        };
        music.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var path = parsed.GetRequiredValue(output);
            var options = new TrackMoodOptions { Folds = parsed.GetValue(folds) };
            var heard = await music.HearAsync(parsed, cancel);
            if (heard.Tracks.Count == 0) throw new CliException("none of the files could be heard; the lines above say why.");
            var trained = await LongWork.RunAsync("learning", progress => Task.Run(
                () => TrackMoodTraining.Run(heard.Tracks, options, done => progress.Report(new(done, options.Folds + 1, "")), cancel), cancel));
            await WholeFile.WriteAsync(path, async file =>
            {
                await file.WriteAsync(trained.Onnx, cancel);
                return trained.Onnx.Length;
            });
            if (parsed.GetValue(json)) JsonOutput.Write(new { model = path, fileBytes = trained.Onnx.Length, skipped = heard.Problems, sets = trained.Sets.Select(s => new { set = s.Key, figures = TrackText.Answer(s.Value, Path.GetFileNameWithoutExtension(path), 0) }) });
            else
            {
                foreach (var line in trained.Sets.SelectMany(s => TrackText.Lines(s.Key, s.Value))) Console.Out.WriteLine(line);
                Console.Out.WriteLine(FormattableString.Invariant($"{path}: {trained.Onnx.Length / 1e6:0.0} MB; the figures are of pieces that took no part in what answered for them."));
            }

            return ExitCodes.Done;
        });
        return command;
    }
}
