using System.Globalization;
using System.Runtime.InteropServices;
using MoodDeck.Audio.Probing;
using MoodDeck.Audio.Processes;

namespace MoodDeck.Audio.Decoding;

/// <summary>Decodes any file ffmpeg can read to 32-bit float. Safe for concurrent use.</summary>
public sealed class AudioDecoder(AudioToolOptions? options = null)
{
    /// <summary>The sampling rate features are computed at, in hertz.</summary>
    public const int SampleRateHertz = 22_050;

    // More than this nobody hears, and it would take more memory and time.
    private const int MaxStereoHertz = 48_000;

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
        var samples = await DecodeAsync(path, [span ?? Whole], new(["-ac", "1"], SampleRateHertz, s_resample), (samples, _) => samples.ToArray(), cancellationToken);
        return samples.IsOk ? new AudioClip(samples.Value, SampleRateHertz) : samples.Failure;
    }

    /// <summary>
    /// Decodes <paramref name="spans"/> of a file that has been probed, one after the other, to one or two channels at
    /// <see cref="SampleRateHertz"/>, and by the same process tells by what the file's sound is known again. Fails as <see cref="DecodeAsync(string, AudioSpan?, CancellationToken)"/> does.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled; the child process is gone.</exception>
    public async Task<AudioResult<Excerpt>> DecodeExcerptAsync(
        string path, AudioInfo info, IReadOnlyList<AudioSpan> spans, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(spans);
        var channels = ChannelsOf(info);
        Recipe recipe = new(["-ac", Text(channels)], SampleRateHertz * channels, s_resample, HashPackets: true);
        return await DecodeAsync(
            path, spans, recipe, (samples, said) => new Excerpt(Split(samples, channels, SampleRateHertz), PacketHash.Find(said)), cancellationToken);
    }

    /// <summary>
    /// Decodes a whole file that has been probed, however long, as it is heard from two speakers: at its own sampling rate, at most 48 kHz, with
    /// more channels than two mixed down. Hands it over stretch by stretch: left and right, the same twice where the file has one channel. Null,
    /// or why nothing was heard.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled; the child process is gone.</exception>
    public async Task<AudioFailure?> StreamStereoAsync(
        string path, AudioInfo info, Action<ReadOnlySpan<float>, ReadOnlySpan<float>> heard, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(heard);
        if (AudioInput.Check(path) is { } unreadable) return unreadable;
        string[] arguments =
        [
            "-nostdin", "-v", "fatal", .. AudioInput.Arguments(path), "-map", "0:a:0", "-vn", "-sn", "-dn",
            "-ac", Text(ChannelsOf(info)), "-ar", Text(StereoRateOf(info)), "-f", "f32le", "pipe:1",
        ];
        StereoStream sound = new(ChannelsOf(info), heard);
        var run = await ChildProcess.StreamAsync(_options.FfmpegPath, arguments, _options.MeasureTimeout, sound.ReadAsync, cancellationToken);
        return run.ToolFailure(_options.FfmpegPath, path, _options.MeasureTimeout) ?? (sound.IsEmpty ? AudioInput.Unplayable(path) : null);
    }

    /// <summary>The sampling rate at which a file is decoded in stereo: its own, from 22,050 to 48,000 Hz.</summary>
    internal static int StereoRateOf(AudioInfo info) => Math.Clamp(info.SampleRateHertz, SampleRateHertz, MaxStereoHertz);

    private static int ChannelsOf(AudioInfo info) => info.Channels == 1 ? 1 : 2;

    private static StereoClip Split(ReadOnlySpan<float> samples, int channels, int sampleRateHertz)
    {
        if (channels == 1)
        {
            var both = samples.ToArray();
            return new(both, both, sampleRateHertz);
        }

        var (left, right) = (new float[samples.Length / 2], new float[samples.Length / 2]);
        for (var i = 0; i < left.Length; i++) (left[i], right[i]) = (samples[2 * i], samples[(2 * i) + 1]);
        return new(left, right, sampleRateHertz);
    }

    private delegate T Shape<T>(ReadOnlySpan<float> samples, string said);

    /// <param name="Options">How the samples are made.</param>
    /// <param name="SamplesPerSecond">Of all channels together.</param>
    /// <param name="Filter">What the sound goes through.</param>
    /// <param name="HashPackets">Whether ffmpeg says beside it what <see cref="PacketHash"/> reads.</param>
    private readonly record struct Recipe(string[] Options, int SamplesPerSecond, string Filter = "anull", bool HashPackets = false);

    private async Task<AudioResult<T>> DecodeAsync<T>(
        string path, IReadOnlyList<AudioSpan> spans, Recipe recipe, Shape<T> shape, CancellationToken cancellationToken)
        where T : class
    {
        if (AudioInput.Check(path) is { } unreadable) return unreadable;
        // Beside what is listened to, the file is opened once more for its packets.
        var inputs = spans.SelectMany(span => (string[])["-ss", Text(span.StartSeconds), "-t", Text(Limited(span)), .. AudioInput.Arguments(path)]);
        var sources = string.Concat(spans.Select((_, i) => $"[{i}:a:0]"));
        var joined = spans.Count > 1 ? $"{sources}concat=n={spans.Count}:v=0:a=1,{recipe.Filter}[out]" : $"{sources}{recipe.Filter}[out]";
        string[] arguments =
        [
            "-nostdin", "-v", "fatal", .. inputs, .. recipe.HashPackets ? AudioInput.Arguments(path) : [],
            "-filter_complex", joined, "-map", "[out]", .. recipe.Options, "-f", "f32le", "pipe:1",
            .. recipe.HashPackets ? PacketHash.Output(input: spans.Count) : [],
        ];
        var seconds = spans.Sum(Limited);
        var maxBytes = (long)Math.Ceiling((seconds + 1) * recipe.SamplesPerSecond) * sizeof(float);
        var run = await ChildProcess.RunAsync(_options.FfmpegPath, arguments, _options.DecodeTimeout, maxBytes, cancellationToken);
        if (run.ToolFailure(_options.FfmpegPath, path, _options.DecodeTimeout) is { } failure) return failure;
        // ffmpeg ends with an error on a torn file after having written everything before the tear, which is worth having.
        var samples = MemoryMarshal.Cast<byte, float>(run.Output.Span[..(run.Output.Length & ~3)]);
        if (samples.Length == 0) return AudioInput.Unplayable(path);
        Samples.Tame(samples);
        return shape(samples, run.Errors);
    }

    private AudioSpan Whole => new(0, _options.MaxDecodeSeconds);

    private double Limited(AudioSpan span) => Math.Min(span.LengthSeconds, _options.MaxDecodeSeconds);

    private static string Text(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
