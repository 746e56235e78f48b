namespace MoodDeck.Audio.Probing;

/// <summary>Tells by its first bytes whether a file set out to be audio.</summary>
internal static class AudioSignature
{
    // Windows Media, and Matroska with WebM.
    private static readonly byte[] s_asf = [0x30, 0x26, 0xB2, 0x75], s_matroska = [0x1A, 0x45, 0xDF, 0xA3];

    /// <summary>Whether the file starts with the magic bytes of an audio container.</summary>
    public static bool IsAudio(string path)
    {
        Span<byte> head = stackalloc byte[12];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        return head.StartsWith("ID3"u8) || head.StartsWith("fLaC"u8) || head.StartsWith("OggS"u8) || head.StartsWith("wvpk"u8)
            || head.StartsWith("MAC "u8) || head.StartsWith(s_asf) || head.StartsWith(s_matroska) || (head.StartsWith("FORM"u8) && head.Length == 12 && head[8..].StartsWith("AIF"u8))
            || (head.StartsWith("RIFF"u8) && head.Length == 12 && head[8..].SequenceEqual("WAVE"u8))
            || (head.Length >= 8 && head[4..8].SequenceEqual("ftyp"u8))
            || (head.Length >= 2 && head[0] == 0xFF && (head[1] & 0xE0) == 0xE0);
    }
}
