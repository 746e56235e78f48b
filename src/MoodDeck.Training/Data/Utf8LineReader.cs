using System.IO.Compression;

namespace MoodDeck.Training.Data;

/// <summary>
/// Reads a text stream line by line as UTF-8 bytes, without making strings: a face data set is hundreds of megabytes of
/// digits. A byte order mark, carriage returns and gzip (told by its magic bytes, not by the name) are taken care of.
/// </summary>
internal sealed class Utf8LineReader : IDisposable
{
    /// <summary>The longest line that is read, in bytes; a longer one is skipped and marked.</summary>
    public const int MaxLineBytes = 1 << 20;

    private readonly Stream _stream;
    private readonly string _name;
    private readonly EndAwareFile _file;
    private readonly byte[] _buffer = new byte[MaxLineBytes + 1];
    private int _start;
    private int _end;
    private bool _finished;

    private Utf8LineReader(Stream stream, EndAwareFile file, string name) => (_stream, _file, _name) = (stream, file, name);

    /// <summary>The 1-based number of the line read last.</summary>
    public int LineNumber { get; private set; }

    /// <summary>Opens a file, packed with gzip or not.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static Utf8LineReader Open(string path)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"{path} does not exist.", path);
        var file = new EndAwareFile(path);
        Span<byte> magic = stackalloc byte[2];
        var read = file.ReadAtLeast(magic, 2, throwOnEndOfStream: false);
        file.Position = 0;
        var packed = read == 2 && magic[0] == 0x1F && magic[1] == 0x8B;
        return new(packed ? new GZipStream(file, CompressionMode.Decompress) : file, file, path);
    }

    /// <summary>Reads the next line, without its line end. False at the end of the file.</summary>
    /// <param name="line">The line's bytes, valid until the next call; empty for a line that is too long.</param>
    /// <param name="tooLong">The line exceeded <see cref="MaxLineBytes"/> and was skipped.</param>
    /// <exception cref="InvalidDataException">The packed file is damaged.</exception>
    public bool TryRead(out ReadOnlySpan<byte> line, out bool tooLong)
    {
        tooLong = false;
        while (true)
        {
            var length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (length >= 0 || (_finished && _end > _start))
            {
                var taken = length >= 0 ? length + 1 : _end - _start;
                line = tooLong ? default : Trim(_buffer.AsSpan(_start, length >= 0 ? length : taken));
                _start += taken;
                LineNumber++;
                return true;
            }

            if (_finished)
            {
                line = default;
                if (tooLong) LineNumber++;
                return tooLong;
            }

            tooLong |= Fill();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> line)
    {
        if (LineNumber == 0 && line.StartsWith("\uFEFF"u8)) line = line[3..];
        return line.EndsWith("\r"u8) ? line[..^1] : line;
    }

    private bool Fill()
    {
        var kept = _end - _start;
        var overflow = kept == _buffer.Length;
        if (overflow) kept = 0;
        else _buffer.AsSpan(_start, kept).CopyTo(_buffer);
        (_start, _end) = (0, kept);
        try
        {
            var read = _stream.Read(_buffer, _end, _buffer.Length - _end);
            _end += read;
            _finished = read == 0;
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{_name} {(_file.IsAtEnd ? "breaks off" : "is damaged")} after line {LineNumber}: {e.Message} Fetch the file again.", e);
        }

        return overflow;
    }

    /// <summary>A file that knows whether more was asked of it than it has: what is packed in it breaks off then.</summary>
    private sealed class EndAwareFile(string path) : FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan)
    {
        public bool IsAtEnd { get; private set; }

        public override int Read(byte[] buffer, int offset, int count) => Noted(base.Read(buffer, offset, count));

        public override int Read(Span<byte> buffer) => Noted(base.Read(buffer));

        private int Noted(int read)
        {
            IsAtEnd = read == 0;
            return read;
        }
    }
}
