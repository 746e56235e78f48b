namespace MoodDeck.Training.Data;

/// <summary>Reads labelled faces from whatever they are kept in.</summary>
public static class FaceData
{
    private const string Kinds =
        "Expected a CSV file with a column \"pixels\" (FER2013) or with boxes and valence, arousal and dominance (EMOTIC), a folder such as train/happy/x.jpg, or a ZIP of such folders";

    /// <summary>Reads a data set. What cannot be used is skipped and listed in <see cref="FaceImageSet.Bad"/>.</summary>
    /// <param name="source">What to read; the kind is told by the content.</param>
    /// <param name="cacheFolder">A folder for a binary copy that loads at the disk's speed next time, or null for none.</param>
    /// <exception cref="FileNotFoundException">There is no such file or folder.</exception>
    /// <exception cref="InvalidDataException">
    /// It is none of the known kinds, is damaged, over a limit of <see cref="PictureLimits"/>, or too much of it cannot be used.
    /// </exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="MoodDeck.Vision.VisionModelException">Faces are to be found, and the face model cannot be used.</exception>
    public static FaceImageSet Read(FaceDataSource source, string? cacheFolder = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        try
        {
            return ReadAny(source, cacheFolder);
        }
        catch (PictureLimitException e)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }

    private static FaceImageSet ReadAny(FaceDataSource source, string? cacheFolder)
    {
        var path = source.Path;
        if (Directory.Exists(path)) return ReadPictures(source, FolderPictures.Open(path), cacheFolder);
        if (!File.Exists(path)) throw new FileNotFoundException($"{path} does not exist.", path);
        if (StartsLikeZip(path)) return ReadPictures(source, ZipPictures.Open(path), cacheFolder);
        var columns = ReadHeader(path);
        if (columns.Find("pixels") >= 0) return ReadFer2013(source, cacheFolder);
        if (EmoticColumns.TryFind(columns) is { } emotic)
        {
            RefuseVotes(source);
            return EmoticReader.Read(source, emotic, cacheFolder);
        }

        var hint = columns.Find("contempt") >= 0 && columns.Find("NF") >= 0 ? "These are FER+ votes: give the pictures as data and this file as votes." : $"{Kinds}.";
        throw new InvalidDataException($"{path} is no data set of faces; its header is \"{columns.Header}\". {hint}");
    }

    private static FaceImageSet ReadFer2013(FaceDataSource source, string? cacheFolder)
    {
        var set = Fer2013Reader.Read(source.Path, source.Labels, cacheFolder);
        return source.VotesPath is { } votes ? FerPlusReader.Read(votes, set) : set;
    }

    private static FaceImageSet ReadPictures(FaceDataSource source, IPictureStore store, string? cacheFolder)
    {
        using (store)
        {
            RefuseVotes(source);
            var cache = cacheFolder is null ? null : FaceImageCache.ForContent(PictureKey.Of(source, store), cacheFolder);
            return FaceImageCache.ReadThrough(cache, () => PictureSetReader.Read(source, store), source.Path);
        }
    }

    private static void RefuseVotes(FaceDataSource source)
    {
        if (source.VotesPath is { } votes) throw new InvalidDataException($"FER+ votes ({votes}) belong to rows of a file in FER2013's layout; {source.Path} is none.");
    }

    private static bool StartsLikeZip(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> magic = stackalloc byte[4];
        if (file.ReadAtLeast(magic, 4, throwOnEndOfStream: false) < 4) return false;
        // A local file, the end of an archive without files, or the mark of a spanned one (APPNOTE 4.3.7, 4.3.16, 8.5.3).
        return magic.SequenceEqual("PK\u0003\u0004"u8) || magic.SequenceEqual("PK\u0005\u0006"u8) || magic.SequenceEqual("PK\u0007\u0008"u8);
    }

    private static CsvColumns ReadHeader(string path)
    {
        using var reader = Utf8LineReader.Open(path);
        if (!reader.TryRead(out var header, out var tooLong)) throw new InvalidDataException($"{path} is empty.");
        // No table has a control character in its header, nearly every other kind of file has.
        if (tooLong || header.ContainsAnyInRange((byte)0, (byte)8)) throw new InvalidDataException($"{path} is no data set of faces. {Kinds}.");
        return new CsvColumns(path, header);
    }
}
