using System.CommandLine;
using MoodDeck.Audio.Listening;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Cli.Output;
using MoodDeck.Training.Tracks;

namespace MoodDeck.Cli.Evaluate;

/// <summary><c>evaluate track</c>: the mood of music against what listeners said.</summary>
internal static class EvaluateTrackCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        TrackOptions music = new(everyFont: false);
        Option<string?> model = new("--model") { HelpName = "ONNX", Description = "The model (default: MoodDeck's own)." };
        var json = CommonOptions.Json();
        DocumentedCommand command = new(
            "track", "Measure how well the mood of music is told from its sound.",
            "mooddeck evaluate track --data midi.tar.gz --labels midi_labels.tsv.gz",
            "mooddeck evaluate track --data clips/ --labels clips.csv --json")
        {
            model, json,
        };
        music.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            using var mood = LearnedTrackMoodModel.Open(parsed.GetValue(model) ?? LearnedTrackMoodModel.OwnPath);
            var heard = await music.HearAsync(parsed, cancel);
            if (heard.Tracks.Count == 0) throw new CliException("none of the files could be heard; the lines above say why.");
            var answers = heard.Tracks.Select(t => mood.MoodOf(t.Descriptors[0]).Mean).Select(m => (m.Valence, m.Arousal)).ToArray();
            var figures = TrackMoodFigures.Of([.. heard.Tracks.Select(t => t.Label)], answers);
            var keys = TrackKeyFigures.Of(heard.Tracks);
            if (parsed.GetValue(json)) JsonOutput.Write(TrackText.Answer(figures, mood.Name, heard.Problems.Count, keys));
            else foreach (var line in TrackText.Lines(mood.Name, figures, keys)) Console.Out.WriteLine(line);
            return ExitCodes.Done;
        });
        return command;
    }
}
