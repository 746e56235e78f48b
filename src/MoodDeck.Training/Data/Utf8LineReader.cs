using System.Buffers.Binary;
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
    private readonly uint? _promisedBytes;
    private readonly byte[] _buffer = new byte[MaxLineBytes + 1];
    private uint _readBytes;
    private int _start;
    private int _end;
    private bool _finished;

    private Utf8LineReader(Stream stream, string name, uint? promisedBytes) => (_stream, _name, _promisedBytes) = (stream, name, promisedBytes);

    /// <summary>The 1-based number of the line read last.</summary>
    public int LineNumber { get; private set; }

    /// <summary>Opens a file, packed with gzip or not.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static Utf8LineReader Open(string path)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"{path} does not exist.", path);
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        Span<byte> magic = stackalloc byte[2];
        var read = file.ReadAtLeast(magic, 2, throwOnEndOfStream: false);
        file.Position = 0;
        var packed = read == 2 && magic[0] == 0x1F && magic[1] == 0x8B;
        return packed
            ? new Utf8LineReader(new GZipStream(file, CompressionMode.Decompress), path, ReadPromise(file))
            : new Utf8LineReader(file, path, promisedBytes: null);
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
            _readBytes += (uint)read;
            _finished = read == 0;
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{_name} is damaged after line {LineNumber}: {e.Message} Fetch the file again.", e);
        }

        if (_finished && _promisedBytes is { } promised && promised != _readBytes)
            throw new InvalidDataException($"{_name} breaks off after line {LineNumber}. Fetch the file again; if it is several gzip files in one, unpack it first.");
        return overflow;
    }

    // A gzip file ends with the unpacked length modulo 2^32 (RFC 1952). GZipStream takes a file that breaks off for one
    // that ends, and half a data set would pass for a whole one.
    private static uint ReadPromise(FileStream file)
    {
        Span<byte> length = stackalloc byte[sizeof(uint)];
        if (file.Length < length.Length) return 0;
        file.Position = file.Length - length.Length;
        file.ReadExactly(length);
        file.Position = 0;
        return BinaryPrimitives.ReadUInt32LittleEndian(length);
    }
}
