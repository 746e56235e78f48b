using System.CommandLine;
using MoodDeck.Cli.CommandLine;
using MoodDeck.Vision;

namespace MoodDeck.Cli.Analyze;

/// <summary>Which models read a picture.</summary>
internal static class ModelOptions
{
    private const string OwnDetector = "deck";

    /// <summary>Another emotion model.</summary>
    public static Option<string?> Model { get; } = new("--model")
    {
        HelpName = "FILE",
        Description = "Emotion model, an ONNX file (default: MoodDeck's own).",
    };

    /// <summary>Another face detector.</summary>
    public static Option<string> Detector { get; } = new("--detector")
    {
        HelpName = "D",
        Description = "Face detector: deck (MoodDeck's own) or an ONNX file.",
        DefaultValueFactory = _ => OwnDetector,
    };

    /// <summary>What was chosen.</summary>
    /// <exception cref="CliException">A detector that is neither known nor a file.</exception>
    public static VisionOptions Of(ParseResult parsed)
    {
        VisionOptions options = new();
        var detector = parsed.GetRequiredValue(Detector);
        if (detector != OwnDetector)
        {
            if (!detector.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase))
                throw CliException.Usage($"no detector is called '{detector}'. Give {OwnDetector} or the path of an ONNX file (.onnx).");
            options = options with { FaceModelPath = Existing(detector) };
        }

        return parsed.GetValue(Model) is { } model ? options with { EmotionModelPath = Existing(model) } : options;
    }

    // A model someone names is not one that MoodDeck's own trainer would have to make.
    private static string Existing(string path) => File.Exists(path)
        ? path
        : throw new CliException($"there is no model file {path}. Check the path.");
}
