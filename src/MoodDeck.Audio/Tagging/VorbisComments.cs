using System.Buffers.Binary;
using TextEncoding = System.Text.Encoding;

namespace MoodDeck.Audio.Tagging;

/// <summary>The tags of FLAC, Vorbis and Opus: a vendor and any number of <c>NAME=value</c>, each led by its length.</summary>
internal static class VorbisComments
{
    /// <summary>The same comments with these instead of any of their names; every other one stays as it is, byte by byte.</summary>
    /// <exception cref="InvalidDataException">They are damaged.</exception>
    public static byte[] With(ReadOnlySpan<byte> comments, IReadOnlyList<KeyValuePair<string, string>> tags)
    {
        MemoryStream kept = new();
        var at = 0;
        var vendor = Next(comments, ref at);
        var count = Number(comments, ref at);
        var remaining = 0;
        for (var i = 0u; i < count; i++)
        {
            var comment = Next(comments, ref at);
            if (IsOneOf(comment, tags)) continue;
            Put(kept, comment);
            remaining++;
        }

        foreach (var (name, value) in tags) Put(kept, TextEncoding.UTF8.GetBytes($"{name}={value}"));
        MemoryStream all = new();
        Put(all, vendor);
        PutNumber(all, remaining + tags.Count);
        kept.WriteTo(all);
        // What Opus and Vorbis have behind them.
        all.Write(comments[at..]);
        return all.ToArray();
    }

    /// <summary>Comments that hold nothing but these.</summary>
    public static byte[] Of(IReadOnlyList<KeyValuePair<string, string>> tags) => With(new byte[8], tags);

    private static bool IsOneOf(ReadOnlySpan<byte> comment, IReadOnlyList<KeyValuePair<string, string>> tags)
    {
        var equals = comment.IndexOf((byte)'=');
        if (equals < 0) return false;
        foreach (var tag in tags) if (System.Text.Ascii.EqualsIgnoreCase(comment[..equals], tag.Key)) return true;
        return false;
    }

    private static ReadOnlySpan<byte> Next(ReadOnlySpan<byte> from, ref int at)
    {
        var length = Number(from, ref at);
        if (length > from.Length - at) throw new InvalidDataException("Its tags are damaged.");
        at += (int)length;
        return from.Slice(at - (int)length, (int)length);
    }

    private static uint Number(ReadOnlySpan<byte> from, ref int at)
    {
        if (from.Length - at < 4) throw new InvalidDataException("Its tags are damaged.");
        at += 4;
        return BinaryPrimitives.ReadUInt32LittleEndian(from[(at - 4)..]);
    }

    private static void Put(MemoryStream to, ReadOnlySpan<byte> text)
    {
        PutNumber(to, text.Length);
        to.Write(text);
    }

    private static void PutNumber(MemoryStream to, int number)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        to.Write(bytes);
    }
}
