using System.Globalization;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Training.Data;

/// <summary>The pictures under a folder. A link is followed to a file inside the folder, never out of it.</summary>
internal sealed class FolderPictures : IPictureStore
{
    private readonly string _root;
    private readonly PictureLimits _limits;
    private readonly ImageDecoder _files;
    private readonly List<BadRow> _refused = [];
    private readonly List<FileInfo> _infos = [];
    private long _total;

    private FolderPictures(string path, PictureLimits limits)
    {
        Path = path;
        _root = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));
        _limits = limits;
        _files = new ImageDecoder(new ImageLimits { MaxBytes = limits.MaxFileBytes });
    }

    public string Path { get; }

    public IReadOnlyList<PictureFile> Files { get; private set; } = [];

    public IReadOnlyList<BadRow> Refused => _refused;

    public string KeyOf(PictureFile file) =>
        string.Create(CultureInfo.InvariantCulture, $"{file.Name}|{_infos[file.Id].Length}|{_infos[file.Id].LastWriteTimeUtc.Ticks}");

    /// <summary>Lists all pictures under a folder.</summary>
    /// <exception cref="IOException">It cannot be listed.</exception>
    /// <exception cref="PictureLimitException">It holds too many files.</exception>
    /// <exception cref="InvalidDataException">A folder in it may not be read.</exception>
    public static FolderPictures Open(string path, PictureLimits? limits = null)
    {
        var store = new FolderPictures(path, limits ?? new());
        var names = new List<string>();
        try
        {
            store.Walk(new DirectoryInfo(store._root), "", names);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new InvalidDataException($"{path} cannot be listed: {e.Message} Check the permissions.", e);
        }

        store.Files = [.. names.Select((name, id) => new PictureFile(name, id)).OrderBy(f => f.Name, StringComparer.Ordinal)];
        return store;
    }

    /// <summary>A folder whose files are named by something else: nothing is listed.</summary>
    public static FolderPictures Unlisted(string path, PictureLimits? limits = null) => new(path, limits ?? new());

    /// <summary>A file under the folder by its name; null when it is not there or lies outside.</summary>
    public PictureFile? Find(string name)
    {
        if (PictureNames.Problem(name) is not null) return null;
        var file = new FileInfo(System.IO.Path.Combine(_root, name));
        if (!file.Exists || !IsInside(file)) return null;
        _infos.Add(file);
        return new PictureFile(name, _infos.Count - 1);
    }

    public byte[]? TryRead(PictureFile file, out string? problem)
    {
        try
        {
            var result = _files.ReadFile(_infos[file.Id].FullName);
            problem = result.Problem;
            if (result.Value is { } bytes && Interlocked.Add(ref _total, bytes.Length) > _limits.MaxTotalBytes)
                throw new PictureLimitException($"{Path} holds more than {_limits.MaxTotalBytes >> 30} GB of pictures; use a part of it.");
            return result.Value;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            problem = e.Message;
            return null;
        }
    }

    public void Dispose()
    {
    }

    private void Walk(DirectoryInfo folder, string prefix, List<string> names)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            var name = prefix + entry.Name;
            if (PictureNames.IsJunk(entry.Name)) continue;
            if (entry is DirectoryInfo inner)
            {
                // Followed, a link to a folder would lead outside, around in circles, or to the same pictures twice.
                if (inner.LinkTarget is null) Walk(inner, name + '/', names);
                else _refused.Add(new BadRow(name, "a link to a folder is not followed"));
                continue;
            }

            if (!PictureNames.IsPicture(entry.Name)) continue;
            if (names.Count == _limits.MaxFiles) throw new PictureLimitException($"{Path} holds more than {_limits.MaxFiles} pictures; use a part of it.");
            if (!IsInside(entry))
            {
                _refused.Add(new BadRow(name, "the link leads nowhere or out of the folder"));
                continue;
            }

            names.Add(name);
            _infos.Add((FileInfo)entry);
        }
    }

    // Of a file under the root: neither it nor, where it is a link, anything on the way to its target may lead out.
    private bool IsInside(FileSystemInfo file)
    {
        for (var followed = 0; followed < 8; followed++)
        {
            var full = file.FullName;
            if (!full.StartsWith(_root + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal)) return false;
            for (var at = System.IO.Path.GetDirectoryName(full); at is not null && at.Length > _root.Length; at = System.IO.Path.GetDirectoryName(at))
                if (new DirectoryInfo(at).LinkTarget is not null) return false;
            if (file.LinkTarget is null) return file.Exists;
            if (file.ResolveLinkTarget(returnFinalTarget: false) is not FileInfo { Exists: true } target) return false;
            file = target;
        }

        return false;
    }
}
