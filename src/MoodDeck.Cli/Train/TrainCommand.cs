using System.CommandLine;

namespace MoodDeck.Cli.Train;

/// <summary><c>train …</c>: trains models.</summary>
internal static class TrainCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => new("train", "Train a model from labelled data to an ONNX file, on this machine's processors.")
    {
        TrainEmotionCommand.Create(), TrainFacesCommand.Create(),
    };
}
