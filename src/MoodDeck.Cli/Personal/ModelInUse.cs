using System.Globalization;
using MoodDeck.Vision;

namespace MoodDeck.Cli.Personal;

/// <summary>Whether stored numbers are those of the model that reads faces.</summary>
internal static class ModelInUse
{
    /// <summary>The name and digest of the model; null when it cannot be used.</summary>
    public static string? Of(VisionOptions models)
    {
        try
        {
            using PersonalEyes eyes = new(models);
            return eyes.Classifier.ModelId;
        }
        catch (VisionModelException)
        {
            return null;
        }
    }

    /// <summary>What to call the model of stored numbers.</summary>
    public static string Text(string model, bool inUse) => inUse ? model : $"{model} (not in use, so without effect)";

    /// <summary>A time for people.</summary>
    public static string When(DateTimeOffset at) => at.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
