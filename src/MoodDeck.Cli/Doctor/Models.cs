using MoodDeck.Library;
using MoodDeck.Server.Training;
using MoodDeck.Vision;

namespace MoodDeck.Cli.Doctor;

/// <summary>The trained models.</summary>
internal static class Models
{
    /// <summary>Opens each of them.</summary>
    /// <param name="dataFolder">Where a trained emotion model may be kept; null for the user's own folder.</param>
    public static IEnumerable<Finding> Examine(string? dataFolder)
    {
        VisionOptions options = new() { EmotionModelPath = EmotionModelChoice.In(DataFolder.LocateKeptEmotionModel(dataFolder)) };
        var kept = options.EmotionModelPath != VisionOptions.OwnEmotionModelPath;
        using VisionModels models = new(options);
        yield return models.TryNameFaces(out var noFaces) is { } faces
            ? Finding.Works("face detector", $"{faces}, {options.FaceModelPath}")
            : Finding.Lacks("face detector", noFaces!, "no face is found in a camera or a photo", "git checkout -- models, or " + VisionOptions.TrainFaces);
        yield return models.TryNameEmotions(out var noEmotions) is { } emotions
            ? Finding.Works("emotion model", $"{emotions}, {options.EmotionModelPath}{(kept ? " (trained and kept here)" : " (MoodDeck's own)")}")
            : Finding.Lacks(
                "emotion model", noEmotions!, "no mood is read from a face",
                kept ? $"go back to MoodDeck's own in the player's settings, or rm {options.EmotionModelPath}" : "git checkout -- models, or " + VisionOptions.TrainEmotion);
    }
}
