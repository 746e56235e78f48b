namespace MoodDeck.Training.Data;

/// <summary>A store of pictures is larger than is read.</summary>
internal sealed class PictureLimitException(string message) : IOException(message);
