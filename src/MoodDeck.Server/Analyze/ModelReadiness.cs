using MoodDeck.Vision;

namespace MoodDeck.Server.Analyze;

internal static class ModelReadiness
{
    /// <summary>Why no face can be read now; null when it can.</summary>
    public static string? WhyNotReady(this VisionModels models)
    {
        if (models.TryNameFaces(out var problem) is null) return problem;
        return models.TryNameEmotions(out problem) is null ? problem : null;
    }
}
