namespace MoodDeck.Training.Data;

/// <summary>A store of pictures is larger than is read; <see cref="FaceData.Read"/> tells it as bad data.</summary>
internal sealed class PictureLimitException(string message) : Exception(message);
