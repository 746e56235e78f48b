using MoodDeck.Audio.Probing;
using MoodDeck.Audio.Processes;

namespace MoodDeck.Audio.Decoding;

/// <summary>An image as it was embedded in a file.</summary>
/// <param name="Bytes">The encoded image, untouched.</param>
/// <param name="MediaType"><c>image/jpeg</c>, <c>image/png</c>, <c>image/webp</c>, <c>image/gif</c> or <c>application/octet-stream</c>.</param>
public sealed record CoverImage(ReadOnlyMemory<byte> Bytes, string MediaType);

/// <summary>Takes the embedded cover out of a file. Safe for concurrent use.</summary>
public sealed class CoverReader(AudioToolOptions? options = null)
{
    private readonly AudioToolOptions _options = options ?? new();

    /// <summary>The first embedded picture, or <see cref="AudioProblem.NoCover"/> when there is none.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the child process is gone.</exception>
    public async Task<AudioResult<CoverImage>> ReadAsync(string path, CancellationToken cancellationToken = default)
    {
        if (AudioInput.Check(path) is { } unreadable) return unreadable;
        string[] arguments =
            ["-nostdin", "-v", "error", .. AudioInput.Arguments(path), "-map", "0:v:0", "-an", "-frames:v", "1", "-c:v", "copy", "-f", "image2pipe", "pipe:1"];
        var run = await ChildProcess.RunAsync(_options.FfmpegPath, arguments, _options.ProbeTimeout, _options.MaxCoverBytes, cancellationToken);
        if (run.ToolFailure(_options.FfmpegPath, path, _options.ProbeTimeout) is { } failure) return failure;
        if (run.End == ChildEnd.OutputFull)
            return new AudioFailure(AudioProblem.Failed, $"The cover in \"{path}\" is larger than {_options.MaxCoverBytes} bytes and was left out.");
        if (!run.IsSuccess || run.Output.Length == 0)
            return new AudioFailure(AudioProblem.NoCover, $"\"{path}\" holds no cover.");
        return new CoverImage(run.Output.Memory, MediaTypeOf(run.Output.Span));
    }

    private static string MediaTypeOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) ? "image/png"
        : bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8) ? "image/webp"
        : bytes.StartsWith("GIF8"u8) ? "image/gif"
        : "application/octet-stream";
}
