using System.Globalization;
using System.IO.Compression;

namespace MoodDeck.Training.Data;

/// <summary>
/// The pictures in a ZIP archive. Nothing is ever unpacked to disk, and every entry is read within limits on what really
/// comes out of it, so that an archive can neither write outside its place nor fill the machine.
/// </summary>
internal sealed class ZipPictures : IPictureStore
{
    private const int LinkType = 0xA000; // S_IFLNK of a Unix mode
    private const int TypeMask = 0xF000;
    private readonly Lock _lock = new();
    private readonly FileStream _file;
    private readonly ZipArchive _zip;
    private readonly PictureLimits _limits;
    private readonly List<ZipArchiveEntry> _entries = [];
    private readonly List<BadRow> _refused = [];
    private readonly byte[] _buffer = new byte[81920];
    private long _total;

    private ZipPictures(string path, FileStream file, ZipArchive zip, PictureLimits limits) => (Path, _file, _zip, _limits) = (path, file, zip, limits);

    public string Path { get; }

    public IReadOnlyList<PictureFile> Files { get; private set; } = [];

    public IReadOnlyList<BadRow> Refused => _refused;

    public string KeyOf(PictureFile file) =>
        string.Create(CultureInfo.InvariantCulture, $"{file.Name}|{_entries[file.Id].Length}|{_entries[file.Id].Crc32}");

    /// <summary>Lists the pictures of an archive.</summary>
    /// <exception cref="InvalidDataException">It is damaged, encrypted or holds no file at all.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="PictureLimitException">It holds too many files.</exception>
    public static ZipPictures Open(string path, PictureLimits? limits = null)
    {
        var file = File.OpenRead(path);
        try
        {
            var store = new ZipPictures(path, file, OpenArchive(path, file), limits ?? new());
            store.List();
            return store;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The files of the archive by name.</summary>
    public Dictionary<string, PictureFile> ByName() => Files.ToDictionary(f => f.Name, StringComparer.Ordinal);

    public byte[]? TryRead(PictureFile file, out string? problem)
    {
        // The archive has one position in one file.
        lock (_lock)
        {
            try
            {
                return Unpack(_entries[file.Id], out problem);
            }
            catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException)
            {
                problem = $"it cannot be unpacked: {e.Message}";
                return null;
            }
        }
    }

    public void Dispose()
    {
        _zip.Dispose();
        _file.Dispose();
    }

    private static ZipArchive OpenArchive(string path, FileStream file)
    {
        try
        {
            var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            _ = zip.Entries; // reads the directory
            return zip;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException($"{path} is a damaged ZIP archive: {e.Message} Pack or fetch it again.", e);
        }
    }

    private void List()
    {
        if (_zip.Entries.Count == 0) throw new InvalidDataException($"{Path} is an empty ZIP archive.");
        if (_zip.Entries.Count > _limits.MaxFiles) throw new PictureLimitException($"{Path} holds {_zip.Entries.Count} files, at most {_limits.MaxFiles} are read; use a part of it.");
        var names = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in _zip.Entries)
        {
            var name = entry.FullName.StartsWith("./", StringComparison.Ordinal) ? entry.FullName[2..] : entry.FullName;
            if (PictureNames.IsJunk(name) || !PictureNames.IsPicture(name)) continue;
            var problem = PictureNames.Problem(name)
                ?? (((entry.ExternalAttributes >> 16) & TypeMask) == LinkType ? "a link is not followed" : null)
                ?? (seen.Add(name) ? null : "the archive holds it twice; the first is taken");
            if (problem is not null)
            {
                _refused.Add(new BadRow(PictureNames.Printable(name), problem));
                continue;
            }

            if (entry.IsEncrypted) throw new InvalidDataException($"{Path} is encrypted ({PictureNames.Printable(name)}). Unpack it with its password and give the folder.");
            names.Add(name);
            _entries.Add(entry);
        }

        Files = [.. names.Select((name, id) => new PictureFile(name, id)).OrderBy(f => f.Name, StringComparer.Ordinal)];
    }

    private byte[]? Unpack(ZipArchiveEntry entry, out string? problem)
    {
        using var content = entry.Open();
        using var bytes = new MemoryStream((int)Math.Clamp(entry.Length, 0, 1 << 20));
        var most = Math.Max(_limits.RatioFreeBytes, Saturating(entry.CompressedLength));
        for (int read; (read = content.Read(_buffer)) > 0;)
        {
            _total += read;
            if (_total > _limits.MaxTotalBytes || _total > Math.Max(_limits.RatioFreeBytes, Saturating(_file.Length)))
                throw new PictureLimitException($"{Path} unpacks to more than {Math.Min(_limits.MaxTotalBytes, Saturating(_file.Length)) >> 20} MB, which no archive of pictures of its size does. Check where it comes from.");
            if (bytes.Length + read > _limits.MaxFileBytes)
            {
                problem = $"larger than {_limits.MaxFileBytes / 1_000_000} MB";
                return null;
            }

            if (bytes.Length + read > most)
            {
                problem = $"unpacks to more than {_limits.MaxRatio} times its size, which no picture does";
                return null;
            }

            bytes.Write(_buffer, 0, read);
        }

        problem = null;
        return bytes.ToArray();
    }

    private long Saturating(long packed) => packed > long.MaxValue / _limits.MaxRatio ? long.MaxValue : packed * _limits.MaxRatio;
}
