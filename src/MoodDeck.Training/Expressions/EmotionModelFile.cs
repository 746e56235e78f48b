using System.Globalization;
using MoodDeck.Core.Mood;
using MoodDeck.Training.Architectures;
using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Export;
using MoodDeck.Training.Layers;
using MoodDeck.Vision.Expressions;

namespace MoodDeck.Training.Expressions;

/// <summary>Writes a trained network as the file the player reads.</summary>
internal static class EmotionModelFile
{
    /// <summary>Writes it, with all that a reader must know in its metadata.</summary>
    public static void Save(Network network, EmotionTrainingOptions options, EmotionCalibration calibration)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(options.OutputPath))!);
        OnnxExporter.Save(network, options.OutputPath, new OnnxExportOptions { Name = "emotion", Metadata = Metadata(network, options, calibration) });
    }

    private static Dictionary<string, string> Metadata(Network network, EmotionTrainingOptions options, EmotionCalibration calibration)
    {
        static string Text(double value) => value.ToString("0.#####", CultureInfo.InvariantCulture);
        var normalisation = PixelNormalisation.Faces;
        Dictionary<string, string> metadata = new()
        {
            ["mooddeck.task"] = "emotion",
            ["mooddeck.arch"] = options.Architecture,
            ["mooddeck.width"] = Text(network.InputShape.W),
            ["mooddeck.height"] = Text(network.InputShape.H),
            ["mooddeck.channels"] = Text(network.InputShape.C),
            ["mooddeck.preprocess"] = options.Preprocessing.ToString().ToLowerInvariant(),
            ["mooddeck.mean"] = Text(normalisation.Mean),
            ["mooddeck.std"] = Text(normalisation.Deviation),
            ["mooddeck.flip"] = options.AverageMirrored ? "true" : "false",
            ["mooddeck.temperature"] = Text(calibration.Temperature),
            ["mooddeck.unsure"] = Text(calibration.Unsure.Least),
            ["mooddeck.crop.scale"] = Text(options.Crop.Scale),
            ["mooddeck.crop.shiftY"] = Text(options.Crop.ShiftY),
            ["mooddeck.parameters"] = network.ParameterCount.ToString(CultureInfo.InvariantCulture),
            ["mooddeck.macs"] = network.Macs.ToString(CultureInfo.InvariantCulture),
        };
        foreach (var (emotion, least) in calibration.Unsure.Exceptions) metadata[$"mooddeck.unsure.{Emotions.NameOf(emotion)}"] = Text(least);
        foreach (var (name, _) in network.Outputs)
        {
            if (LabelsOf(name) is { } labels) metadata[$"mooddeck.labels.{name}"] = string.Join(',', labels);
        }

        return metadata;
    }

    private static IReadOnlyList<string>? LabelsOf(string output) => output switch
    {
        ExpressionHeads.FerPlus => Emotions.Names,
        ExpressionHeads.Fer2013 => ExpressionLabels.Fer2013,
        ExpressionHeads.Vad => Heads.AffectHead.Dimensions,
        _ => null,
    };
}
