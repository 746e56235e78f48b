using System.IO.Compression;
using System.Text;
using MoodDeck.Training.Augmentation;
using MoodDeck.Training.Data;

namespace MoodDeck.Training.Tests.Data;

/// <summary>Makes small files and sets in FER2013's layout.</summary>
internal static class FaceRows
{
    public const string Header = "emotion,pixels,Usage\n";

    /// <summary>Pixels drawn from a seed: the same seed is the same picture.</summary>
    public static byte[] Picture(int seed)
    {
        var random = FastRandom.For(7, 0, seed);
        var pixels = new byte[FaceImageSet.ImageLength];
        foreach (ref var p in pixels.AsSpan()) p = (byte)random.NextInt(256);
        return pixels;
    }

    public static string Pixels(int seed) => string.Join(' ', Picture(seed));

    public static string Row(int emotion, int seed, string usage = "Training") => $"{emotion},{Pixels(seed)},{usage}\n";

    public static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    /// <summary>A set in memory, read through a file as any other.</summary>
    public static FaceImageSet Set(IEnumerable<(int Emotion, int Picture, string Usage)> rows)
    {
        using var folder = new TempFolder();
        return Fer2013Reader.Read(folder.Write("set.csv", Header + string.Concat(rows.Select(r => Row(r.Emotion, r.Picture, r.Usage)))));
    }
}
