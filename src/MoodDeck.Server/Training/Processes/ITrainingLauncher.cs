namespace MoodDeck.Server.Training.Processes;

/// <summary>Starts trainings as processes of their own.</summary>
internal interface ITrainingLauncher
{
    /// <summary>Why none can be started here; null when they can.</summary>
    string? WhyNot { get; }

    /// <summary>Starts one in <paramref name="folder"/>.</summary>
    /// <param name="folder">The working folder.</param>
    /// <param name="arguments">What follows <c>mooddeck</c>, one by one.</param>
    /// <exception cref="TrainingLaunchException">It could not be started; the message says why.</exception>
    TrainingProcess Start(string folder, IReadOnlyList<string> arguments);
}

/// <summary>A training could not be started; the message says why and what to do.</summary>
internal sealed class TrainingLaunchException(string message, Exception? cause = null) : Exception(message, cause);
