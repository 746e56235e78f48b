namespace MoodDeck.Training.Runs;

/// <summary>A training went out of bounds; the message says what to do.</summary>
public sealed class TrainingDivergedException(string message) : InvalidOperationException(message);
