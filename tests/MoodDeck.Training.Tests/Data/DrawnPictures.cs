using System.IO.Compression;
using System.Text;
using MoodDeck.Training.Augmentation;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Training.Tests.Data;

/// <summary>Pictures drawn for tests, and folders and archives of them.</summary>
internal static class DrawnPictures
{
    /// <summary>A PNG whose grey value is given for each pixel.</summary>
    public static byte[] Png(int width, int height, Func<int, int, int> grey)
    {
        using var image = new Image(width, height);
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                image.Pixels.Slice(((y * width) + x) * Image.Channels, Image.Channels).Fill((byte)grey(x, y));
        return PngEncoder.Encode(image);
    }

    /// <summary>48 x 48 pixels drawn from a seed: the same seed is the same picture.</summary>
    public static byte[] Png(int seed)
    {
        var random = FastRandom.For(11, 0, seed);
        var pixels = new int[48 * 48];
        foreach (ref var p in pixels.AsSpan()) p = random.NextInt(256);
        return Png(48, 48, (x, y) => pixels[(y * 48) + x]);
    }

    /// <summary>Writes a file and the folders above it.</summary>
    public static void Put(this TempFolder folder, string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder.File(name))!);
        folder.Write(name, bytes);
    }

    /// <summary>Writes an archive.</summary>
    public static string Zip(this TempFolder folder, string name, params (string Name, byte[] Bytes)[] entries)
    {
        using var stream = File.Create(folder.File(name));
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create);
        foreach (var (entry, bytes) in entries)
        {
            using var writer = zip.CreateEntry(entry, CompressionLevel.Optimal).Open();
            writer.Write(bytes);
        }

        return folder.File(name);
    }

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
