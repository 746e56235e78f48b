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
        new(OpenBytes(path), Lenient(), detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);

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

    private static Encoding Lenient() =>
        Encoding.GetEncoding(Encoding.UTF8.CodePage, EncoderFallback.ReplacementFallback, new Windows1252Fallback());

    private sealed class Windows1252Fallback : DecoderFallback
    {
        private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

        public override int MaxCharCount => 4;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

        private sealed class Buffer : DecoderFallbackBuffer
        {
            private string _text = "";
            private int _position;

            public override int Remaining => _text.Length - _position;

            public override bool Fallback(byte[] bytesUnknown, int index)
            {
                (_text, _position) = (Windows1252.GetString(bytesUnknown), 0);
                return true;
            }

            public override char GetNextChar() => _position < _text.Length ? _text[_position++] : '\0';

            public override bool MovePrevious()
            {
                if (_position == 0) return false;
                _position--;
                return true;
            }

            public override void Reset() => (_text, _position) = ("", 0);
        }
    }
}
