using MoodDeck.Vision;

namespace MoodDeck.Cli.Doctor;

/// <summary>The trained models.</summary>
internal static class Models
{
    /// <summary>Opens each of them.</summary>
    public static IEnumerable<Finding> Examine()
    {
        VisionOptions options = new();
        using VisionModels models = new(options);
        yield return models.TryNameFaces(out var noFaces) is { } faces
            ? Finding.Works("face detector", $"{faces}, {options.FaceModelPath}")
            : Finding.Lacks("face detector", noFaces!, "no face is found in a camera or a photo", "git checkout -- models, or " + VisionOptions.TrainFaces);
        yield return models.TryNameEmotions(out var noEmotions) is { } emotions
            ? Finding.Works("emotion model", $"{emotions}, {options.EmotionModelPath}")
            : Finding.Lacks("emotion model", noEmotions!, "no mood is read from a face", "git checkout -- models, or " + VisionOptions.TrainEmotion);
    }
}
