namespace MoodDeck.Training.Data;

/// <summary>Finds the pictures EMOTIC's rows name: in a folder or ZIP, or where the usual scripts leave them beside the file.</summary>
internal sealed class EmoticPictures : IDisposable
{
    private const int Tries = 50;
    private readonly FolderPictures? _folder;
    private readonly ZipPictures? _zip;
    private readonly Dictionary<string, PictureFile> _zipped = [];
    private readonly string _zipPrefix = "";

    private EmoticPictures(FolderPictures folder) => _folder = folder;

    private EmoticPictures(ZipPictures zip, IReadOnlyList<EmoticRow> rows)
    {
        _zip = zip;
        _zipped = zip.ByName();
        foreach (var row in rows.Take(Tries))
        {
            if (_zipped.ContainsKey(row.Picture)) return;
            if (_zipped.Keys.FirstOrDefault(n => n.EndsWith('/' + row.Picture, StringComparison.Ordinal)) is not { } name) continue;
            _zipPrefix = name[..^row.Picture.Length];
            return;
        }
    }

    /// <summary>Where the pictures are.</summary>
    public IPictureStore Store => (IPictureStore?)_folder ?? _zip!;

    /// <summary>Opens the place of the pictures.</summary>
    /// <exception cref="FileNotFoundException">The place that was named is not there.</exception>
    /// <exception cref="InvalidDataException">No picture was found, or a ZIP is damaged.</exception>
    public static EmoticPictures Open(FaceDataSource source, IReadOnlyList<EmoticRow> rows)
    {
        if (source.ImagesPath is { } images && !Directory.Exists(images))
        {
            if (!File.Exists(images)) throw new FileNotFoundException($"{images} does not exist.", images);
            return new(ZipPictures.Open(images), rows);
        }

        // The scripts put pictures under emotic/ beside the folder of the annotations, NumPy files under img_arrs/.
        string[] around = source.ImagesPath is { } place ? [place] : [Folder(source.Path), Path.Combine(Folder(source.Path), "..")];
        var roots = around.SelectMany(a => (string[])[Path.Combine(a, "emotic"), Path.Combine(a, "img_arrs"), Path.Combine(a, "crop_arrs")]).Prepend(around[0]);
        foreach (var root in roots.Where(Directory.Exists))
        {
            var pictures = new EmoticPictures(FolderPictures.Unlisted(root));
            if (rows.Take(Tries).Any(row => pictures.Find(row) is not null)) return pictures;
        }

        throw new InvalidDataException(source.ImagesPath is { } given
            ? $"{given} holds none of the pictures of {source.Path}, such as {rows[0].Picture}. Give the folder that holds {rows[0].Picture.Split('/')[0]}."
            : $"The pictures of {source.Path} are not beside it, such as {rows[0].Picture}. Say with --images where they are.");
    }

    /// <summary>The file of a row's picture, and whether that shows the person alone; null when there is none.</summary>
    public (PictureFile File, bool IsPersonAlone)? Find(EmoticRow row)
    {
        if (_folder is null) return _zipped.TryGetValue(_zipPrefix + row.Picture, out var zipped) ? (zipped, false) : null;
        if (_folder.Find(row.Picture) is { } file) return (file, false);
        return row.CropArray is { } crop && _folder.Find(crop) is { } alone ? (alone, true) : null;
    }

    public void Dispose() => Store.Dispose();

    private static string Folder(string path) => Path.GetDirectoryName(Path.GetFullPath(path))!;
}
