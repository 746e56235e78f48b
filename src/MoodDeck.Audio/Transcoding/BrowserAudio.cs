using MoodDeck.Audio.Probing;

namespace MoodDeck.Audio.Transcoding;

/// <summary>Which audio files every current browser plays as they are.</summary>
public static class BrowserAudio
{
    // A name promises little (an .m4a holds AAC or ALAC), but these are never given to anything else.
    private static readonly string[] s_certain = [".mp3", ".flac", ".opus"];

    /// <summary>Whether the name alone tells that a browser plays the file.</summary>
    public static bool IsCertain(string path) => s_certain.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>The media type by which a browser plays the file; null when it plays no such file.</summary>
    /// <param name="path">Only its name is looked at: ffprobe does not tell WebM from Matroska, which browsers refuse.</param>
    /// <param name="container">See <see cref="AudioInfo.Container"/>.</param>
    /// <param name="codec">See <see cref="AudioInfo.Codec"/>.</param>
    public static string? MediaTypeOf(string path, string container, string codec) => (container, codec) switch
    {
        ("mp3", "mp3") => "audio/mpeg",
        ("flac", "flac") => "audio/flac",
        ("ogg", "vorbis" or "opus" or "flac") => "audio/ogg",
        ("mp4", "aac" or "mp3" or "flac" or "opus") => "audio/mp4",
        ("aac", "aac") => "audio/aac",
        ("wav", "pcm_u8" or "pcm_s16le" or "pcm_s24le" or "pcm_f32le") => "audio/wav",
        ("matroska", "vorbis" or "opus") when Path.GetExtension(path).ToLowerInvariant() is ".webm" or ".weba" => "audio/webm",
        _ => null,
    };
}
