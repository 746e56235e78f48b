using System.Runtime.InteropServices;

namespace MoodDeck.Cli.Doctor;

/// <summary>The shared libraries of the system that MoodDeck calls.</summary>
internal static class SystemLibraries
{
    private static readonly (string FileName, string Package, string Cost)[] s_libraries =
    [
        ("libsqlite3.so.0", "libsqlite3-0", "there is no catalogue: serve, recommend and library do not work"),
        ("libturbojpeg.so.0", "libturbojpeg0", "no JPEG can be read: no camera, and no photos but PNG and WebP"),
        ("libpng16.so.16", "libpng16-16", "no PNG can be read or written: no --annotate and no drawn covers"),
        ("libwebp.so.7", "libwebp7", "no WebP picture can be read"),
    ];

    /// <summary>Loads each of them.</summary>
    public static IEnumerable<Finding> Examine()
    {
        foreach (var (fileName, package, cost) in s_libraries)
        {
            if (NativeLibrary.TryLoad(fileName, out var handle))
            {
                NativeLibrary.Free(handle);
                yield return Finding.Works(package, fileName);
            }
            else
            {
                yield return Finding.Lacks(package, $"{fileName} is missing", cost, $"sudo apt-get install -y {package}");
            }
        }
    }
}
