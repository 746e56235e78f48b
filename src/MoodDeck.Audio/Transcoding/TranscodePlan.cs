using MoodDeck.Audio.Encoding;
using MoodDeck.Audio.Probing;

namespace MoodDeck.Audio.Transcoding;

/// <summary>
/// The WAV file that a transcoded file becomes: 16-bit PCM of one or two channels at 44.1 or 48 kHz. Its length follows from
/// the file's own, so each byte of it is known to be a certain sample before anything is decoded.
/// </summary>
public sealed class TranscodePlan
{
    // A resampler and a decoder of overlapping windows are in full swing long before this.
    private const long LeadInSeconds = 1;

    private readonly byte[] _header;
    private readonly uint _soundBytes;
    private readonly bool _canSeek;
    private readonly long _size;

    private TranscodePlan(string path, AudioInfo info, double durationSeconds, long size, DateTime changed)
    {
        (Path, _size, Changed, _canSeek) = (path, size, changed, info.HasSampleClock);
        SampleRateHertz = info.SampleRateHertz % 11_025 == 0 ? 44_100 : 48_000;
        var frames = (long)Math.Round(durationSeconds * SampleRateHertz);
        // Above six hours two channels would not fit into one WAV file.
        Channels = info.Channels == 1 || frames * 2 * sizeof(short) > WavHeader.MostSoundBytes ? 1 : 2;
        _soundBytes = (uint)(Math.Min(frames, WavHeader.MostSoundBytes / FrameBytes) * FrameBytes);
        _header = WavHeader.Of(_soundBytes, Channels, SampleRateHertz);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>When it was last changed, in UTC.</summary>
    public DateTime Changed { get; }

    /// <summary>Samples a second: 44,100 for multiples and fractions of that, 48,000 for all others.</summary>
    public int SampleRateHertz { get; }

    /// <summary>1 or 2.</summary>
    public int Channels { get; }

    /// <summary>Length of the WAV file in bytes.</summary>
    public long Length => _header.Length + (long)_soundBytes;

    /// <summary>Its bytes before the first sample.</summary>
    internal ReadOnlySpan<byte> Header => _header;

    private int FrameBytes => sizeof(short) * Channels;

    internal int BytesPerSecond => SampleRateHertz * FrameBytes;

    /// <summary>How a file is to be transcoded; null when its length is not known.</summary>
    /// <param name="file">The file, as it was when it was probed.</param>
    /// <param name="info">What it says about itself.</param>
    public static TranscodePlan? Of(FileInfo file, AudioInfo info)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(info);
        return info.DurationSeconds is { } seconds and > 0 ? new(file.FullName, info, seconds, file.Length, file.LastWriteTimeUtc) : null;
    }

    /// <summary>Whether the file still is the one this was planned for.</summary>
    internal bool IsCurrent()
    {
        FileInfo file = new(Path);
        return file.Exists && file.Length == _size && file.LastWriteTimeUtc == Changed;
    }

    /// <summary>
    /// Where to start decoding for the byte at <paramref name="position"/> of the WAV file, and how many bytes to skip then. By
    /// whole seconds, since every rate fits a whole second; and from the start where the container's clock is coarser than a
    /// sample, as no other way finds the same sample again.
    /// </summary>
    internal (long Second, long SkippedBytes) StartFor(long position)
    {
        var at = position - _header.Length;
        var second = _canSeek ? Math.Max(0, (at / BytesPerSecond) - LeadInSeconds) : 0;
        return (second, at - (second * BytesPerSecond));
    }

    /// <summary>ffmpeg's arguments for raw samples from that second on.</summary>
    internal string[] ArgumentsFrom(long second)
    {
        string[] seek = second == 0 ? [] : ["-ss", $"{second}"];
        return
        [
            "-nostdin", "-v", "error", "-threads", "1", .. seek, .. AudioInput.Arguments(Path), "-map", "0:a:0", "-vn", "-sn", "-dn",
            // Left to itself ffmpeg adds channels up, and a loud centre would go 3 dB beyond full scale.
            "-ac", $"{Channels}", "-af", $"aresample={SampleRateHertz}:rematrix_maxval=1", "-f", "s16le", "pipe:1",
        ];
    }
}
