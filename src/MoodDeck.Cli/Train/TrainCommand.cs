using System.CommandLine;
using MoodDeck.Cli.CommandLine;

namespace MoodDeck.Cli.Train;

/// <summary><c>train …</c>: trains models.</summary>
internal static class TrainCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => new DocumentedCommand(
        "train", "Train a model from labelled data to an ONNX file, on this machine's processors.",
        "mooddeck train emotion --data my-pictures.zip --report run.html",
        "mooddeck train compare --data my-pictures.zip --minutes 5",
        "mooddeck train faces --data faces.zip --labels labels.csv --out faces.onnx",
        "mooddeck train track --data midi.tar.gz --labels midi_labels.tsv.gz --out track.onnx")
    {
        TrainEmotionCommand.Create(), TrainCompareCommand.Create(), TrainFacesCommand.Create(), TrainMtcnnCommand.Create(), TrainTrackCommand.Create(),
    };
}
