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

    /// <summary>The name and digest of the emotion model in use; null when there is none that can be used.</summary>
    public static string? TryIdentifyEmotions(this VisionModels models)
    {
        try
        {
            return models.Emotions.ModelId;
        }
        catch (VisionModelException)
        {
            return null;
        }
    }
}
