using MoodDeck.Cli.CommandLine;

namespace MoodDeck.Cli.Bench.Frames;

/// <summary>The camera frame that is read: 640x480 with one face, see <c>bench/frame/README.md</c>.</summary>
internal static class BenchFrames
{
    /// <summary>The bytes of our own frame, or of a file.</summary>
    /// <exception cref="CliException">The file cannot be read.</exception>
    public static byte[] Open(string? path)
    {
        if (path is null) return Own();
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"{path} cannot be read. Check the path. ({e.Message})", cause: e);
        }
    }

    private static byte[] Own()
    {
        using var resource = typeof(BenchFrames).Assembly.GetManifestResourceStream("frame.jpg")!;
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }
}
