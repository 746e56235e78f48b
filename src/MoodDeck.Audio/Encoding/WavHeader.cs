using System.Buffers.Binary;

namespace MoodDeck.Audio.Encoding;

/// <summary>The beginning of a WAV file of 16-bit PCM, up to its samples.</summary>
internal static class WavHeader
{
    /// <summary>Its length.</summary>
    public const int Bytes = 44;

    /// <summary>The most bytes of samples a WAV file holds: its lengths are numbers of 32 bits.</summary>
    public const uint MostSoundBytes = uint.MaxValue - Bytes;

    /// <summary>The header of that many bytes of samples.</summary>
    public static byte[] Of(uint soundBytes, int channels, int sampleRateHertz)
    {
        var header = new byte[Bytes];
        var frameBytes = sizeof(short) * channels;
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4), soundBytes + Bytes - 8);
        "WAVEfmt "u8.CopyTo(header.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(22), (short)channels);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(24), sampleRateHertz);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(28), sampleRateHertz * frameBytes);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(32), (short)frameBytes);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(34), 8 * sizeof(short));
        "data"u8.CopyTo(header.AsSpan(36));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(40), soundBytes);
        return header;
    }
}
