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
    private const uint Magic = 0x4D444631; // "MDF1"
    private readonly string _path;

    private FaceImageCache(string path) => _path = path;

    public static FaceImageCache For(string source, string folder)
    {
        if (!File.Exists(source)) throw new FileNotFoundException($"{source} does not exist.", source);
        var info = new FileInfo(source);
        var head = new byte[(int)Math.Min(HashedBytes, info.Length)];
        using (var file = info.OpenRead()) file.ReadExactly(head);
        var key = string.Create(CultureInfo.InvariantCulture, $"{info.Length}-{info.LastWriteTimeUtc.Ticks}-{Convert.ToHexString(SHA256.HashData(head))}");
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(key)).AsSpan(0, 12));
        return new FaceImageCache(Path.Combine(folder, $"faces-{name}.bin"));
    }

    /// <summary>The cached set, or null when there is none or it is damaged (it is then written anew).</summary>
    public FaceImageSet? TryRead()
    {
        if (!File.Exists(_path)) return null;
        try
        {
            using var reader = new BinaryReader(File.OpenRead(_path));
            return reader.ReadUInt32() == Magic ? ReadSet(reader) : null;
        }
        catch (Exception e) when (e is IOException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Writes the set; the file appears whole or not at all.</summary>
    public void Write(FaceImageSet set)
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
            writer.Write(set.Bad.Rows.Count);
            foreach (var (line, reason) in set.Bad.Rows)
            {
                writer.Write(line);
                writer.Write(reason);
            }

            foreach (var row in set.SourceRows) writer.Write(row);
            writer.Write(set.Labels);
            writer.Write(set.Usages);
            writer.Write(set.Pixels);
            writer.Write(Magic);
        }

        File.Move(part, _path, overwrite: true);
    }

    private static FaceImageSet? ReadSet(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        // A damaged count must not make the machine reserve memory the file cannot fill.
        if (count < 0 || (long)count * FaceImageSet.ImageLength > reader.BaseStream.Length) return null;
        var sourceRowCount = reader.ReadInt32();
        var names = new string[Math.Clamp(reader.ReadInt32(), 0, byte.MaxValue)];
        for (var i = 0; i < names.Length; i++) names[i] = reader.ReadString();
        var bad = new BadRows();
        for (var left = reader.ReadInt32(); left > 0; left--) bad.Add(reader.ReadInt32(), reader.ReadString());
        var sourceRows = new int[count];
        for (var i = 0; i < count; i++) sourceRows[i] = reader.ReadInt32();
        var set = new FaceImageSet
        {
            SourceRows = sourceRows,
            SourceRowCount = sourceRowCount,
            UsageNames = names,
            Bad = bad,
            Labels = reader.ReadBytes(count),
            Usages = reader.ReadBytes(count),
            Pixels = reader.ReadBytes(count * FaceImageSet.ImageLength),
        };
        return reader.ReadUInt32() == Magic && set.Usages.All(u => u < names.Length) ? set : null;
    }
}
