namespace MoodDeck.Server.Training;

/// <summary>The architectures that <c>mooddeck train emotion</c> knows; a test holds them against the trainer's own list.</summary>
public static class TrainingArchitectures
{
    /// <summary>The one where nobody chooses.</summary>
    public const string Default = "moodnet";

    /// <summary>Every name.</summary>
    public static IReadOnlyList<string> Names { get; } = [Default, "cnn", "dcnn", "resnet18", "vgg19"];
}
