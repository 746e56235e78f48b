namespace MoodDeck.Audio.Midi;

/// <summary>A key: where its tonal centre lies, and its mode.</summary>
/// <param name="Tonic">0 = C to 11 = B.</param>
/// <param name="IsMajor">Major or minor.</param>
public readonly record struct MusicalKey(int Tonic, bool IsMajor)
{
    /// <summary>Whether both are written with the same sharps or flats: the same key, or a major key and its relative minor.</summary>
    public bool SharesScaleWith(MusicalKey other) => MajorTonic == other.MajorTonic;

    private int MajorTonic => IsMajor ? Tonic : (Tonic + 3) % 12;
}

/// <summary>Reads the keys that a standard MIDI file states (meta event <c>FF 59 02</c>; Standard MIDI Files 1.0).</summary>
public static class MidiKeys
{
    private const byte Meta = 0xFF, KeySignature = 0x59;

    /// <summary>The different keys it states, in the order of its tracks; none where it states none or breaks off.</summary>
    public static IReadOnlyList<MusicalKey> Read(ReadOnlySpan<byte> file)
    {
        List<MusicalKey> keys = [];
        if (!file.StartsWith("MThd"u8)) return keys;
        try
        {
            for (var rest = file[14..]; rest.StartsWith("MTrk"u8);)
            {
                var length = (rest[4] << 24) | (rest[5] << 16) | (rest[6] << 8) | rest[7];
                ReadTrack(rest.Slice(8, length), keys);
                rest = rest[(8 + length)..];
            }
        }
        catch (Exception e) when (e is IndexOutOfRangeException or ArgumentOutOfRangeException)
        {
            // What was stated before the file broke off still holds.
        }

        return [.. keys.Distinct()];
    }

    private static void ReadTrack(ReadOnlySpan<byte> track, List<MusicalKey> keys)
    {
        var (at, running) = (0, (byte)0);
        while (at < track.Length)
        {
            Number(track, ref at);
            var status = track[at];
            if (status == Meta)
            {
                var kind = track[at + 1];
                at += 2;
                var length = Number(track, ref at);
                if (kind == KeySignature && length == 2) keys.Add(KeyOf((sbyte)track[at], track[at + 1] == 1));
                at += length;
            }
            else if (status is 0xF0 or 0xF7)
            {
                at++;
                var length = Number(track, ref at);
                at += length;
            }
            else
            {
                // A channel's message may leave its status byte out where it is the one before.
                if (status >= 0x80) (running, at) = (status, at + 1);
                at += (running & 0xF0) is 0xC0 or 0xD0 ? 1 : 2;
            }
        }
    }

    // So many sharps, or flats below zero: each a fifth up or down from C major or A minor.
    private static MusicalKey KeyOf(int sharps, bool isMinor) => new(((((7 * sharps) + (isMinor ? 9 : 0)) % 12) + 12) % 12, !isMinor);

    private static int Number(ReadOnlySpan<byte> bytes, ref int at)
    {
        var number = 0;
        while (true)
        {
            var next = bytes[at++];
            number = (number << 7) | (next & 0x7F);
            if (next < 0x80) return number;
        }
    }
}
