using System.Globalization;
using System.Runtime.InteropServices;
using MoodDeck.Audio.Probing;
using MoodDeck.Audio.Processes;

namespace MoodDeck.Audio.Decoding;

/// <summary>Decodes any file ffmpeg can read to mono 32-bit float. Safe for concurrent use.</summary>
public sealed class AudioDecoder(AudioToolOptions? options = null)
{
    /// <summary>The sampling rate features are computed at, in hertz.</summary>
    public const int SampleRateHertz = 22_050;

    // Left to itself ffmpeg adds channels up in float, and a loud centre would go 3 dB beyond full scale.
    private static readonly string s_resample = $"aresample={Text(SampleRateHertz)}:rematrix_maxval=1";

    private readonly AudioToolOptions _options = options ?? new();

    /// <summary>
    /// Decodes <paramref name="span"/> of a file (all of it by default, at most
    /// <see cref="AudioToolOptions.MaxDecodeSeconds"/>) to mono at <see cref="SampleRateHertz"/>. A half-written file gives
    /// what it holds; one that holds nothing fails with <see cref="AudioProblem.Truncated"/>.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled; the child process is gone.</exception>
    public async Task<AudioResult<AudioClip>> DecodeAsync(string path, AudioSpan? span = null, CancellationToken cancellationToken = default)
    {
        if (AudioInput.Check(path) is { } unreadable) return unreadable;
        var seconds = Math.Min(span?.LengthSeconds ?? _options.MaxDecodeSeconds, _options.MaxDecodeSeconds);
        string[] arguments =
        [
            "-nostdin", "-v", "error", "-ss", Text(span?.StartSeconds ?? 0), "-t", Text(seconds), .. AudioInput.Arguments(path),
            "-map", "0:a:0", "-vn", "-sn", "-dn", "-ac", "1", "-af", s_resample, "-f", "f32le", "pipe:1",
        ];
        var maxBytes = (long)Math.Ceiling((seconds + 1) * SampleRateHertz) * sizeof(float);
        var run = await ChildProcess.RunAsync(_options.FfmpegPath, arguments, _options.DecodeTimeout, maxBytes, cancellationToken);
        if (run.ToolFailure(_options.FfmpegPath, path, _options.DecodeTimeout) is { } failure) return failure;
        // ffmpeg ends with an error on a torn file after having written everything before the tear, which is worth having.
        var samples = MemoryMarshal.Cast<byte, float>(run.Output.Span[..(run.Output.Length & ~3)]).ToArray();
        if (samples.Length == 0) return AudioInput.Unplayable(path);
        foreach (ref var sample in samples.AsSpan()) if (!float.IsFinite(sample)) sample = 0;
        return new AudioClip(samples, SampleRateHertz);
    }

    private static string Text(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
