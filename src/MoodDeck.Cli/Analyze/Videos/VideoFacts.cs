namespace MoodDeck.Cli.Analyze.Videos;

/// <summary>What a video file says about itself.</summary>
/// <param name="Width">Width in pixels as displayed.</param>
/// <param name="Height">Height in pixels as displayed.</param>
/// <param name="DurationSeconds">Its length; null when it does not say.</param>
internal sealed record VideoFacts(int Width, int Height, double? DurationSeconds);

/// <summary>A file that cannot be read as a video; the message says why and what to do.</summary>
internal sealed class VideoException(string message) : Exception(message);
