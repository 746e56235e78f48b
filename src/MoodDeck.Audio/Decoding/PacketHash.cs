namespace MoodDeck.Audio.Decoding;

/// <summary>
/// A hash of the beginning of a file's encoded audio, as ffmpeg reads it out of its container: tags, covers and where they stand
/// have no part in it.
/// </summary>
internal static class PacketHash
{
    // About half a minute of MP3, AAC or Opus, and up to two of what has larger packets. Counted and not timed, since a new
    // header may shift a file's times by an encoder's delay.
    private const string Packets = "1200";
    private const string Label = "murmur3=";

    /// <summary>The arguments that make ffmpeg tell it, beside its complaints, of one of its inputs.</summary>
    public static string[] Output(int input) =>
        ["-map", $"{input}:a:0", "-vn", "-sn", "-dn", "-c", "copy", "-frames:a", Packets, "-f", "hash", "-hash", "murmur3", "pipe:2"];

    /// <summary>32 hexadecimal digits out of what ffmpeg wrote; null when it told none.</summary>
    public static string? Find(string said)
    {
        var at = said.LastIndexOf(Label, StringComparison.OrdinalIgnoreCase);
        if (at < 0 || said.Length < at + Label.Length + 32) return null;
        var digits = said.Substring(at + Label.Length, 32);
        return digits.All(char.IsAsciiHexDigit) ? digits : null;
    }
}
