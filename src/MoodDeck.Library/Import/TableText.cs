using System.IO.Compression;
using System.Text;

namespace MoodDeck.Library.Import;

/// <summary>Opens a table as text, whatever program wrote it.</summary>
internal static class TableText
{
    // A header of some thousand columns is shorter; a file without line breaks must not fill the memory.
    private const int LongestLine = 1 << 20;

    /// <summary>
    /// The text of a file, unzipped when it is gzip. A byte order mark decides the encoding; without one it is UTF-8, and
    /// bytes that are not UTF-8 are read as Windows-1252, one by one, so that a file of mixed origin is right throughout.
    /// </summary>
    /// <exception cref="LibraryException">The file is missing, empty or may not be read.</exception>
    public static StreamReader Open(string path) =>
        new(OpenBytes(path), LenientText.Utf8OrWindows1252, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);

    /// <summary>The next line; null at the end.</summary>
    /// <exception cref="InvalidDataException">The line is longer than any of a table.</exception>
    public static string? ReadLine(TextReader text)
    {
        var line = new StringBuilder();
        int next;
        while ((next = text.Read()) >= 0 && next is not ('\n' or '\r'))
        {
            if (line.Length == LongestLine) throw new InvalidDataException("one of its lines has no end");
            line.Append((char)next);
        }

        if (next == '\r' && text.Peek() == '\n') text.Read();
        return next < 0 && line.Length == 0 ? null : line.ToString();
    }

    /// <summary>The text of a file as UTF-8 bytes.</summary>
    public static Stream OpenUtf8(string path)
    {
        using var probe = Open(path);
        probe.Peek(); // makes the reader look at the byte order mark
        return Encoding.CreateTranscodingStream(OpenBytes(path), probe.CurrentEncoding, Encoding.UTF8);
    }

    /// <summary>Its bytes, unzipped when it is gzip.</summary>
    public static Stream OpenBytes(string path)
    {
        var file = OpenFile(path);
        var isGzip = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        return isGzip ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    /// <summary>Its bytes as they lie on the disk.</summary>
    /// <exception cref="LibraryException">The file is missing, empty or may not be read.</exception>
    public static FileStream OpenFile(string path)
    {
        FileStream? file = null;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
            return file.Length > 0 ? file : throw new LibraryException($"{path} is empty.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            file?.Dispose();
            throw new LibraryException(
                e is FileNotFoundException or DirectoryNotFoundException ? $"There is no file {path}."
                : Directory.Exists(path) ? $"{path} is a folder. Scan a folder of music with: library scan"
                : $"{path} cannot be read: {StoreErrors.ReasonOf(e)}",
                e);
        }
        catch (LibraryException)
        {
            file?.Dispose();
            throw;
        }
    }
}
