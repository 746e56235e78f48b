namespace MoodDeck.Training.Import;

/// <summary>One field of a protobuf message as it stands in the file.</summary>
/// <param name="Number">Field number.</param>
/// <param name="Number64">The value of a number (varint, or the bits of a fixed one); 0 for bytes.</param>
/// <param name="Bytes">The value of a string, a message or packed numbers; empty for a number.</param>
/// <param name="IsBytes">Which of the two it is.</param>
internal readonly record struct ProtoField(int Number, ulong Number64, ReadOnlyMemory<byte> Bytes, bool IsBytes)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Bytes.Span);

    /// <summary>The integers of a repeated field, of which packed and single ones may be mixed.</summary>
    public IEnumerable<long> Integers
    {
        get
        {
            if (!IsBytes)
            {
                yield return (long)Number64;
                yield break;
            }

            for (var at = 0; at < Bytes.Length;) yield return (long)ProtoReader.Varint(Bytes.Span, ref at);
        }
    }
}

/// <summary>Reads protobuf messages without copying: models may be hundreds of megabytes.</summary>
internal static class ProtoReader
{
    /// <summary>The fields of a message in their order.</summary>
    /// <exception cref="InvalidDataException">The bytes are no protobuf message.</exception>
    public static IEnumerable<ProtoField> Fields(ReadOnlyMemory<byte> message)
    {
        for (var at = 0; at < message.Length;)
        {
            var tag = Varint(message.Span, ref at);
            var number = (int)(tag >> 3);
            if (number == 0) throw Broken();
            switch (tag & 7)
            {
                case 0:
                    yield return new(number, Varint(message.Span, ref at), default, false);
                    break;
                case 1:
                    yield return new(number, BitConverter.ToUInt64(Take(message, 8, ref at).Span), default, false);
                    break;
                case 2:
                    yield return new(number, 0, Take(message, Varint(message.Span, ref at), ref at), true);
                    break;
                case 5:
                    yield return new(number, BitConverter.ToUInt32(Take(message, 4, ref at).Span), default, false);
                    break;
                default:
                    throw Broken();
            }
        }
    }

    /// <summary>A number in base 128, low digits first.</summary>
    public static ulong Varint(ReadOnlySpan<byte> bytes, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (at >= bytes.Length) throw Broken();
            var digit = bytes[at++];
            value |= (ulong)(digit & 0x7F) << shift;
            if (digit < 0x80) return value;
        }

        throw Broken();
    }

    private static ReadOnlyMemory<byte> Take(ReadOnlyMemory<byte> message, ulong count, ref int at)
    {
        if (count > (ulong)(message.Length - at)) throw Broken();
        at += (int)count;
        return message.Slice(at - (int)count, (int)count);
    }

    private static InvalidDataException Broken() => new("The bytes are no protobuf message.");
}
