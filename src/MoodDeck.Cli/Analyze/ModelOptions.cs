using System.CommandLine;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Library;
using MoodDeck.Server.Training;
using MoodDeck.Vision;
using MoodDeck.Vision.Faces;

namespace MoodDeck.Cli.Analyze;

/// <summary>Which models read a picture.</summary>
internal static class ModelOptions
{
    /// <summary>Another emotion model.</summary>
    public static Option<string?> Model { get; } = new("--model")
    {
        HelpName = "FILE",
        Description = "Emotion model, an ONNX file (default: the one you trained and kept, else MoodDeck's own).",
    };

    /// <summary>Another face detector.</summary>
    public static Option<string> Detector { get; } = new("--detector")
    {
        HelpName = "D",
        Description = $"Face detector: {FaceDetectors.Expected} (default: {FaceDetectors.Deck}, MoodDeck's own).",
        DefaultValueFactory = _ => FaceDetectors.Deck,
    };

    /// <summary>What was chosen.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="dataFolder">The data folder in which a trained model may be kept; null for the user's own.</param>
    /// <exception cref="CliException">A detector that is neither known nor a file.</exception>
    public static VisionOptions Of(ParseResult parsed, string? dataFolder = null)
    {
        VisionOptions options = new() { EmotionModelPath = EmotionModelChoice.In(DataFolder.LocateKeptEmotionModel(dataFolder)) };
        var detector = parsed.GetRequiredValue(Detector);
        if (detector != FaceDetectors.Deck) options = options with { FaceModelPath = DetectorOf(detector) };
        return parsed.GetValue(Model) is { } model ? options with { EmotionModelPath = Existing(model) } : options;
    }

    /// <summary>A detector someone names, checked as far as it can be without opening it.</summary>
    /// <exception cref="CliException">It is neither known nor a file.</exception>
    public static string DetectorOf(string detector)
    {
        if (!FaceDetectors.IsKnown(detector)) throw CliException.Usage($"no detector is called '{detector}'. Give {FaceDetectors.Expected}.");
        return Path.HasExtension(detector) ? Existing(detector) : detector;
    }

    // A model someone names is not one that MoodDeck's own trainer would have to make.
    private static string Existing(string path) => File.Exists(path)
        ? path
        : throw new CliException($"there is no model file {path}. Check the path.");
}
