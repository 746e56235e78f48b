namespace MoodDeck.Audio.Probing;

/// <summary>The audio files MoodDeck looks for, by their extension.</summary>
public static class AudioFormats
{
    private static readonly Dictionary<string, string> s_mediaTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".mp3"] = "audio/mpeg", [".flac"] = "audio/flac", [".ogg"] = "audio/ogg", [".oga"] = "audio/ogg",
        [".opus"] = "audio/ogg", [".m4a"] = "audio/mp4", [".m4b"] = "audio/mp4", [".mp4"] = "audio/mp4",
        [".aac"] = "audio/aac", [".wav"] = "audio/wav", [".aif"] = "audio/aiff", [".aiff"] = "audio/aiff",
        [".wma"] = "audio/x-ms-wma", [".wv"] = "audio/x-wavpack", [".ape"] = "audio/x-ape", [".mka"] = "audio/x-matroska",
        [".webm"] = "audio/webm",
    };

    /// <summary>Extensions with their dot, lower case.</summary>
    public static IReadOnlyCollection<string> Extensions => s_mediaTypes.Keys;

    /// <summary>Whether a file's name says that it is audio.</summary>
    public static bool IsAudioName(string path) => s_mediaTypes.ContainsKey(Path.GetExtension(path));

    /// <summary>The media type by which to serve a file; <c>application/octet-stream</c> when its name tells nothing.</summary>
    public static string MediaTypeOf(string path) =>
        s_mediaTypes.GetValueOrDefault(Path.GetExtension(path), "application/octet-stream");
}
