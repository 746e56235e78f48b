using System.Globalization;
using System.Runtime.InteropServices;
using MoodDeck.Audio.Decoding;
using MoodDeck.Audio.Listening;
using MoodDeck.Audio.Listening.Describing;
using MoodDeck.Audio.Probing;
using MoodDeck.Audio.Processes;

namespace MoodDeck.Audio.Spectrograms;

/// <summary>Draws spectrograms of whole tracks, decoded once in bounded memory. Safe for concurrent use.</summary>
public sealed class SpectrogramReader(AudioToolOptions? options = null)
{
    /// <summary>Columns of a picture.</summary>
    public const int Width = 720;

    /// <summary>Bands of a picture.</summary>
    public const int Height = 192;

    /// <summary>Changes whenever another picture comes of the same file.</summary>
    public const string Version = "1";

    private const int SampleRateHertz = 22_050;
    // Long enough (186 ms) that the lines of a bass part lie apart; the hop (46 ms) still shows each beat of a short piece.
    private const int FrameLength = 4096;
    private const int Hop = 1024;
    private const int FramesAtOnce = 256;

    private readonly AudioToolOptions _options = options ?? new();

    /// <summary>
    /// The picture of a file; a half-written one gives what it holds. Fails as
    /// <see cref="Decoding.AudioDecoder.DecodeAsync(string, Decoding.AudioSpan?, CancellationToken)"/> does.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled; the child process is gone.</exception>
    public async Task<AudioResult<Spectrogram>> ReadAsync(string path, CancellationToken cancellationToken = default)
    {
        if (AudioInput.Check(path) is { } unreadable) return unreadable;
        if (ChildStream.TryStart(_options.FfmpegPath, Arguments(path)) is not { } child)
            return ChildOutput.Missing.ToolFailure(_options.FfmpegPath, path, _options.DecodeTimeout)!;
        await using (child)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(_options.DecodeTimeout);
            try
            {
                return await DrawAsync(child.Output, limit.Token) is { } picture ? picture : AudioInput.Unplayable(path);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return new ChildOutput(ChildEnd.TimedOut, -1, new ByteSink(0), "").ToolFailure(_options.FfmpegPath, path, _options.DecodeTimeout)!;
            }
        }
    }

    private static string[] Arguments(string path) =>
    [
        "-nostdin", "-v", "error", "-threads", "1", .. AudioInput.Arguments(path), "-map", "0:a:0", "-vn", "-sn", "-dn", "-ac", "1",
        "-af", string.Create(CultureInfo.InvariantCulture, $"aresample={SampleRateHertz}:rematrix_maxval=1"), "-f", "f32le", "pipe:1",
    ];

    private static async Task<Spectrogram?> DrawAsync(Stream sound, CancellationToken cancellationToken)
    {
        SpectrogramCanvas canvas = new(Width, Height);
        RealFft fft = new(FrameLength);
        MelBank mel = new(Height, fft.BinCount, (double)SampleRateHertz / FrameLength);
        var bands = new float[Height];
        var block = new byte[sizeof(float) * (FrameLength + ((FramesAtOnce - 1) * Hop))];
        int held = 0, frames = 0, read;
        while ((read = await sound.ReadAtLeastAsync(block.AsMemory(held), block.Length - held, throwOnEndOfStream: false, cancellationToken)) > 0)
        {
            held += read;
            var (isLast, bytes) = (held < block.Length, held);
            if (isLast && frames == 0)
            {
                // What is shorter than a frame is filled up with silence.
                bytes = Math.Max(held, sizeof(float) * FrameLength);
                block.AsSpan(held, bytes - held).Clear();
            }

            var samples = MemoryMarshal.Cast<byte, float>(block.AsSpan(0, bytes));
            Samples.Tame(samples);
            FrameWalk.ForEach(samples, fft, Hop, (_, power) =>
            {
                mel.Sum(power, bands);
                canvas.Add(bands);
                frames++;
            }, cancellationToken);
            if (isLast) break;
            var done = sizeof(float) * FramesAtOnce * Hop;
            block.AsSpan(done).CopyTo(block);
            held -= done;
        }

        return canvas.Draw();
    }
}
