using System.Formats.Tar;
using System.IO.Compression;

namespace MoodDeck.Training.Data;

/// <summary>
/// Picks files by name from a ZIP or TAR archive (packed with gzip or not) or from a folder into memory. Nothing is ever
/// unpacked to disk, only asked-for names are read, and each within a size limit, so that an archive can neither write
/// outside its place nor fill the machine.
/// </summary>
public static class ImageArchive
{
    /// <summary>The largest single file that is read, in bytes.</summary>
    public const long MaxFileBytes = 64L << 20;

    /// <summary>The most that is held in all, in bytes.</summary>
    public const long MaxTotalBytes = 4L << 30;

    /// <summary>The asked-for files that were found, by name with forward slashes.</summary>
    /// <param name="path">A ZIP or TAR file, told by its content, or a folder.</param>
    /// <param name="names">Names relative to the archive or folder, with forward slashes.</param>
    /// <exception cref="FileNotFoundException">There is neither file nor folder.</exception>
    /// <exception cref="InvalidDataException">It is neither ZIP nor TAR, is damaged, or a name points outside the folder.</exception>
    /// <exception cref="IOException">A file, or all together, is over the limit, or cannot be read.</exception>
    public static Dictionary<string, byte[]> Read(string path, IReadOnlySet<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var found = new Collector(path, names);
        if (Directory.Exists(path))
        {
            ReadFolder(path, names, found);
            return found.Files;
        }

        if (!File.Exists(path)) throw new FileNotFoundException($"{path} does not exist.", path);
        using var file = File.OpenRead(path);
        Span<byte> magic = stackalloc byte[2];
        var length = file.ReadAtLeast(magic, 2, throwOnEndOfStream: false);
        file.Position = 0;
        try
        {
            if (magic.SequenceEqual("PK"u8)) ReadZip(file, found);
            else if (length == 2 && magic[0] == 0x1F && magic[1] == 0x8B) ReadTar(new GZipStream(file, CompressionMode.Decompress), found);
            else ReadTar(file, found);
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or InvalidDataException)
        {
            throw new InvalidDataException($"{path} is no ZIP or TAR archive, or it is damaged: {e.Message}", e);
        }

        return found.Files;
    }

    private static void ReadZip(Stream file, Collector found)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        foreach (var entry in zip.Entries)
        {
            if (!found.Wants(entry.FullName)) continue;
            using var content = entry.Open();
            found.Add(entry.FullName, content, entry.Length);
        }
    }

    private static void ReadTar(Stream stream, Collector found)
    {
        using var tar = new TarReader(stream);
        while (tar.GetNextEntry() is { } entry)
        {
            // Links are not followed: what they point at is a matter of the machine, not of the archive.
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile)) continue;
            if (entry.DataStream is { } content && found.Wants(entry.Name)) found.Add(entry.Name, content, entry.Length);
        }
    }

    private static void ReadFolder(string folder, IReadOnlySet<string> names, Collector found)
    {
        var root = Path.GetFullPath(folder);
        if (!Path.EndsInDirectorySeparator(root)) root += Path.DirectorySeparatorChar;
        foreach (var name in names)
        {
            var full = Path.GetFullPath(Path.Combine(root, name));
            if (!full.StartsWith(root, StringComparison.Ordinal)) throw new InvalidDataException($"\"{name}\" points outside {folder}; names must stay inside it.");
            if (!File.Exists(full)) continue;
            using var content = File.OpenRead(full);
            found.Add(name, content, content.Length);
        }
    }

    private sealed class Collector(string path, IReadOnlySet<string> names)
    {
        private long _total;

        public Dictionary<string, byte[]> Files { get; } = [];

        public bool Wants(string name) => names.Contains(Normalise(name));

        public void Add(string name, Stream content, long promised)
        {
            // A packed entry may hold more than it promises, so what is really read is counted too.
            var bytes = new MemoryStream((int)Math.Clamp(promised, 0, MaxFileBytes));
            var buffer = new byte[81920];
            for (int read; (read = content.Read(buffer)) > 0;)
            {
                bytes.Write(buffer, 0, read);
                if (bytes.Length > MaxFileBytes) throw new ArchiveLimitException($"{path}: \"{name}\" is larger than {MaxFileBytes >> 20} MB.");
            }

            _total += bytes.Length;
            if (_total > MaxTotalBytes) throw new ArchiveLimitException($"{path} holds more than {MaxTotalBytes >> 30} GB; use a part of it.");
            Files[Normalise(name)] = bytes.ToArray();
        }

        private static string Normalise(string name)
        {
            name = name.Replace('\\', '/');
            return name.StartsWith("./", StringComparison.Ordinal) ? name[2..] : name;
        }
    }

    private sealed class ArchiveLimitException(string message) : IOException(message);
}
