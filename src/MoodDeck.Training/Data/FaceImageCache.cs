using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MoodDeck.Training.Data;

/// <summary>
/// A binary copy of a parsed picture file in a folder of the user's choice. Its name holds the length, the time of
/// change and the hash of the beginning of the file it came from, so that a changed file is parsed anew.
/// </summary>
internal sealed class FaceImageCache
{
    private const int HashedBytes = 1 << 16;
    private const uint Magic = 0x4D444632; // "MDF2"
    private readonly string _path;

    private FaceImageCache(string path) => _path = path;

    /// <summary>The copy of a file.</summary>
    /// <param name="source">The file.</param>
    /// <param name="folder">Where copies are kept.</param>
    /// <param name="reading">How it is read, where that can differ.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static FaceImageCache For(string source, string folder, string reading = "")
    {
        if (!File.Exists(source)) throw new FileNotFoundException($"{source} does not exist.", source);
        var info = new FileInfo(source);
        var head = new byte[(int)Math.Min(HashedBytes, info.Length)];
        using (var file = info.OpenRead()) file.ReadExactly(head);
        return ForContent(string.Create(CultureInfo.InvariantCulture, $"{info.Length}-{info.LastWriteTimeUtc.Ticks}-{Convert.ToHexString(SHA256.HashData(head))}\n{reading}"), folder);
    }

    /// <summary>The copy of something that a text tells from everything else.</summary>
    public static FaceImageCache ForContent(string key, string folder)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 12));
        return new FaceImageCache(Path.Combine(folder, $"faces-{name}.bin"));
    }

    /// <summary>The cached set, or what <paramref name="read"/> gives, which is then kept.</summary>
    /// <param name="cache">The copy; null to keep none.</param>
    /// <param name="read">Reads the source itself.</param>
    /// <param name="path">The source as it is named now; a copy may have been made under another name.</param>
    public static FaceImageSet ReadThrough(FaceImageCache? cache, Func<FaceImageSet> read, string path)
    {
        if (cache?.TryRead(path) is { } cached) return cached;
        var set = read();
        try
        {
            cache?.Write(set);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A copy that cannot be kept costs a second next time, nothing more.
        }

        return set;
    }

    /// <summary>The cached set, or null when there is none or it is damaged (it is then written anew).</summary>
    private FaceImageSet? TryRead(string path)
    {
        if (!File.Exists(_path)) return null;
        try
        {
            using var reader = new BinaryReader(File.OpenRead(_path));
            return reader.ReadUInt32() == Magic ? ReadSet(reader, path) : null;
        }
        catch (Exception e) when (e is IOException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Writes the set; the file appears whole or not at all.</summary>
    private void Write(FaceImageSet set)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        var part = $"{_path}.{Environment.ProcessId}.part";
        using (var writer = new BinaryWriter(File.Create(part)))
        {
            writer.Write(Magic);
            writer.Write(set.Count);
            writer.Write(set.SourceRowCount);
            writer.Write(set.UsageNames.Count);
            foreach (var name in set.UsageNames) writer.Write(name);
            set.Bad.Write(writer);

            foreach (var row in set.SourceRows) writer.Write(row);
            writer.Write(set.Labels);
            writer.Write(set.Usages);
            writer.Write(set.Pixels);
            for (var row = 0; row < set.Count; row++) writer.Write(set.NameOf(row));
            writer.Write(set.Votes is not null);
            if (set.Votes is not null) writer.Write(set.Votes);
            writer.Write(set.Vad is not null);
            if (set.Vad is not null) foreach (var value in set.Vad) writer.Write(value);
            writer.Write(Magic);
        }

        File.Move(part, _path, overwrite: true);
    }

    private static FaceImageSet? ReadSet(BinaryReader reader, string path)
    {
        var count = reader.ReadInt32();
        // A damaged count must not make the machine reserve memory the file cannot fill.
        if (count < 0 || (long)count * FaceImageSet.ImageLength > reader.BaseStream.Length) return null;
        var sourceRowCount = reader.ReadInt32();
        var names = new string[Math.Clamp(reader.ReadInt32(), 0, byte.MaxValue)];
        for (var i = 0; i < names.Length; i++) names[i] = reader.ReadString();
        var bad = BadRows.Read(reader);
        var sourceRows = new int[count];
        for (var i = 0; i < count; i++) sourceRows[i] = reader.ReadInt32();
        var (labels, usages, pixels) = (reader.ReadBytes(count), reader.ReadBytes(count), reader.ReadBytes(count * FaceImageSet.ImageLength));
        var rowNames = new string[count];
        for (var i = 0; i < count; i++) rowNames[i] = reader.ReadString();
        var set = new FaceImageSet
        {
            SourceRows = sourceRows,
            SourceRowCount = sourceRowCount,
            UsageNames = names,
            Bad = bad,
            Labels = labels,
            Usages = usages,
            Pixels = pixels,
            Names = rowNames,
            Origins = [new FaceOrigin(path, 0)],
            Votes = reader.ReadBoolean() ? reader.ReadBytes(count * FerPlus.VoteColumns) : null,
            Vad = reader.ReadBoolean() ? ReadNumbers(reader, count * FaceImageSet.VadColumns) : null,
        };
        return reader.ReadUInt32() == Magic && set.Usages.All(u => u < names.Length) ? set : null;
    }

    private static float[] ReadNumbers(BinaryReader reader, int count)
    {
        var numbers = new float[count];
        for (var i = 0; i < count; i++) numbers[i] = reader.ReadSingle();
        return numbers;
    }
}
