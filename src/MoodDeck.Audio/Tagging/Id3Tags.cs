using System.Buffers.Binary;
using TextEncoding = System.Text.Encoding;

namespace MoodDeck.Audio.Tagging;

/// <summary>Tags of an MP3 file: ID3v2.3 or v2.4 before the sound, of which each frame has a name and a length.</summary>
internal static class Id3Tags
{
    private const int HeaderBytes = 10;
    // Room for the next change, as other programs leave it.
    private const int Padding = 1024;

    /// <summary>Copies a file with these tags instead of any of their names; everything else stays as it is, byte by byte.</summary>
    /// <exception cref="InvalidDataException">Its tags are damaged, or of a kind that is not changed here.</exception>
    public static void Copy(Stream source, Stream destination, IReadOnlyList<KeyValuePair<string, string>> tags)
    {
        var header = new byte[HeaderBytes];
        var read = source.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false);
        var hasTag = header.AsSpan(0, read).StartsWith("ID3"u8);
        MemoryStream frames = new();
        var version = 3;
        if (hasTag)
        {
            version = header[3];
            if (version is not (3 or 4) || header[5] != 0) throw new InvalidDataException("Its tags are of a kind of ID3 that is not changed here.");
            var tag = new byte[Synchsafe(header.AsSpan(6))];
            source.ReadExactly(tag);
            Keep(tag, version, tags, frames);
        }

        foreach (var (name, value) in tags) Put(frames, version, name, value);
        var length = (int)frames.Length + Padding;
        destination.Write([(byte)'I', (byte)'D', (byte)'3', (byte)version, 0, 0, .. Synchsafe(length)]);
        frames.WriteTo(destination);
        destination.Write(new byte[Padding]);
        if (!hasTag) destination.Write(header, 0, read);
        source.CopyTo(destination);
    }

    private static void Keep(ReadOnlySpan<byte> tag, int version, IReadOnlyList<KeyValuePair<string, string>> tags, MemoryStream kept)
    {
        while (tag.Length > HeaderBytes && tag[0] != 0)
        {
            long length = version == 4 ? Synchsafe(tag[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tag[4..]);
            if (length > tag.Length - HeaderBytes) throw new InvalidDataException("Its tags are damaged.");
            var frame = tag[..(HeaderBytes + (int)length)];
            if (!IsOneOf(frame, tags)) kept.Write(frame);
            tag = tag[frame.Length..];
        }

        if (tag.ContainsAnyExcept((byte)0)) throw new InvalidDataException("Its tags are damaged.");
    }

    // "TXXX" holds its encoding, a name, a zero, and the value. A packed or encrypted one is somebody else's.
    private static bool IsOneOf(ReadOnlySpan<byte> frame, IReadOnlyList<KeyValuePair<string, string>> tags)
    {
        if (!frame.StartsWith("TXXX"u8) || frame.Length < HeaderBytes + 2 || frame[9] != 0) return false;
        var text = frame[(HeaderBytes + 1)..];
        var name = frame[HeaderBytes] switch
        {
            0 or 3 => TextEncoding.Latin1.GetString(text),
            1 => (text.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? TextEncoding.BigEndianUnicode : TextEncoding.Unicode).GetString(text).TrimStart('\uFEFF'),
            2 => TextEncoding.BigEndianUnicode.GetString(text),
            _ => "",
        };
        var described = name.Split('\0')[0];
        return tags.Any(t => t.Key.Equals(described, StringComparison.OrdinalIgnoreCase));
    }

    private static void Put(MemoryStream to, int version, string name, string value)
    {
        byte[] body = [3, .. TextEncoding.UTF8.GetBytes(name), 0, .. TextEncoding.UTF8.GetBytes(value)];
        if (version == 3)
        {
            // v2.3 knows no UTF-8.
            body = System.Text.Ascii.IsValid(value) ? [0, .. body.AsSpan(1)] : [1, 0xFF, 0xFE, .. TextEncoding.Unicode.GetBytes(name), 0, 0, 0xFF, 0xFE, .. TextEncoding.Unicode.GetBytes(value)];
        }

        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, body.Length);
        to.Write("TXXX"u8);
        to.Write(version == 4 ? Synchsafe(body.Length) : length);
        to.Write([0, 0]);
        to.Write(body);
    }

    private static int Synchsafe(ReadOnlySpan<byte> bytes) => ((bytes[0] & 127) << 21) | ((bytes[1] & 127) << 14) | ((bytes[2] & 127) << 7) | (bytes[3] & 127);

    private static byte[] Synchsafe(int value) => [(byte)((value >> 21) & 127), (byte)((value >> 14) & 127), (byte)((value >> 7) & 127), (byte)(value & 127)];
}
