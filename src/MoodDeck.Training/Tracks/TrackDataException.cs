namespace MoodDeck.Training.Tracks;

/// <summary>Labelled music cannot be used at all; the message says why and what to do.</summary>
public sealed class TrackDataException(string message) : Exception(message);
