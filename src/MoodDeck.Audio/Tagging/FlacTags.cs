namespace MoodDeck.Audio.Tagging;

/// <summary>Tags of a FLAC file (RFC 9639): one of the blocks before the sound.</summary>
internal static class FlacTags
{
    private const int CommentType = 4, LastFlag = 0x80, MostBytes = (1 << 24) - 1;

    /// <summary>Copies a file with these tags instead of any of their names; everything else stays as it is, byte by byte.</summary>
    /// <exception cref="InvalidDataException">It is no such file, or damaged.</exception>
    public static void Copy(Stream source, Stream destination, IReadOnlyList<KeyValuePair<string, string>> tags)
    {
        var start = new byte[4];
        source.ReadExactly(start);
        if (!start.AsSpan().SequenceEqual("fLaC"u8)) throw new InvalidDataException("It does not begin like a FLAC file.");
        List<(int Type, byte[] Bytes)> blocks = [];
        bool isLast;
        do
        {
            source.ReadExactly(start);
            isLast = (start[0] & LastFlag) != 0;
            var bytes = new byte[(start[1] << 16) | (start[2] << 8) | start[3]];
            source.ReadExactly(bytes);
            blocks.Add((start[0] & ~LastFlag, bytes));
        }
        while (!isLast);

        var comments = blocks.FindIndex(b => b.Type == CommentType);
        if (comments >= 0) blocks[comments] = (CommentType, VorbisComments.With(blocks[comments].Bytes, tags));
        // The facts of the stream come first.
        else blocks.Insert(1, (CommentType, VorbisComments.Of(tags)));

        destination.Write("fLaC"u8);
        for (var i = 0; i < blocks.Count; i++)
        {
            var (type, bytes) = blocks[i];
            if (bytes.Length > MostBytes) throw new InvalidDataException("It has more tags than a FLAC file may hold.");
            destination.Write([(byte)(type | (i == blocks.Count - 1 ? LastFlag : 0)), (byte)(bytes.Length >> 16), (byte)(bytes.Length >> 8), (byte)bytes.Length]);
            destination.Write(bytes);
        }

        source.CopyTo(destination);
    }
}
