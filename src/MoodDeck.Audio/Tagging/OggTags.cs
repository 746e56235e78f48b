namespace MoodDeck.Audio.Tagging;

/// <summary>Tags of Vorbis and Opus in Ogg: the second packet of the stream.</summary>
internal static class OggTags
{
    /// <summary>
    /// Copies a file with these tags instead of any of their names. Every packet but that of the tags stays as it is, byte by
    /// byte; its pages are numbered anew where the tags need more of them or fewer.
    /// </summary>
    /// <exception cref="InvalidDataException">It is no such file, or damaged.</exception>
    public static void Copy(Stream source, Stream destination, IReadOnlyList<KeyValuePair<string, string>> tags)
    {
        var first = OggPage.Read(source) ?? throw new InvalidDataException("It is empty.");
        var (packets, mark) = first.Body.AsSpan().StartsWith("\u0001vorbis"u8) ? (2, "\u0003vorbis"u8.ToArray())
            : first.Body.AsSpan().StartsWith("OpusHead"u8) ? (1, "OpusTags"u8.ToArray())
            : throw new InvalidDataException("It holds neither Vorbis nor Opus.");
        var (headers, lastNumber) = Headers(source, packets, first.Serial);
        if (!headers[0].AsSpan().StartsWith(mark)) throw new InvalidDataException("Its tags are not where they should be.");

        headers[0] = [.. mark, .. VorbisComments.With(headers[0].AsSpan(mark.Length), tags)];
        first.Write(destination);
        var number = first.Number;
        foreach (var page in OggPage.Of(headers, first.Serial, number + 1))
        {
            page.Write(destination);
            number = page.Number;
        }

        while (OggPage.Read(source) is { } page)
        {
            if (page.Serial == first.Serial) page.Number += number - lastNumber;
            page.Write(destination);
        }
    }

    private static (List<byte[]> Packets, uint LastNumber) Headers(Stream source, int count, uint serial)
    {
        List<byte[]> packets = [];
        MemoryStream packet = new();
        while (OggPage.Read(source) is { } page)
        {
            if (page.Serial != serial) throw new InvalidDataException("Several streams are mixed in it.");
            var at = 0;
            foreach (var segment in page.Segments)
            {
                packet.Write(page.Body, at, segment);
                at += segment;
                if (segment == 255) continue;
                packets.Add(packet.ToArray());
                packet.SetLength(0);
            }

            if (packets.Count < count) continue;
            // The sound begins on a page of its own.
            if (packets.Count > count || packet.Length > 0) break;
            return (packets, page.Number);
        }

        throw new InvalidDataException("It is damaged or was only half written.");
    }
}
