namespace MoodDeck.Server.Streaming;

/// <summary>What browsers want audio files to be called.</summary>
internal static class AudioContentTypes
{
    /// <summary>The media type for a file name.</summary>
    public static string Of(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".mp3" => "audio/mpeg",
        ".flac" => "audio/flac",
        ".ogg" or ".oga" or ".opus" => "audio/ogg",
        ".m4a" or ".m4b" or ".mp4" => "audio/mp4",
        ".aac" => "audio/aac",
        ".wav" => "audio/wav",
        ".weba" or ".webm" => "audio/webm",
        ".aif" or ".aiff" => "audio/aiff",
        ".wma" => "audio/x-ms-wma",
        _ => "application/octet-stream",
    };
}
