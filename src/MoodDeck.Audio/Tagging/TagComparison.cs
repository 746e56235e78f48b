using MoodDeck.Audio.Probing;
using MoodDeck.Audio.Processes;
using TextEncoding = System.Text.Encoding;

namespace MoodDeck.Audio.Tagging;

/// <summary>Finds out with ffmpeg whether two files hold the same sound, covers and tags but for MoodDeck's own.</summary>
internal sealed class TagComparison(AudioToolOptions options)
{
    private const int MaxReplyBytes = 32 << 20;

    public async Task<bool> AreEqualAsync(string one, string other, CancellationToken cancellationToken) =>
        await PacketsAsync(one, cancellationToken) is { } packets && packets == await PacketsAsync(other, cancellationToken)
        && await TagsAsync(one, cancellationToken) is { } tags && tags == await TagsAsync(other, cancellationToken);

    /// <summary>A hash of the packets of every stream, covers among them.</summary>
    private async Task<string?> PacketsAsync(string path, CancellationToken cancellationToken) => await RunAsync(
        options.FfmpegPath, ["-nostdin", "-v", "error", .. AudioInput.Arguments(path), "-map", "0", "-c", "copy", "-f", "streamhash", "-hash", "sha256", "pipe:1"], cancellationToken);

    private async Task<string?> TagsAsync(string path, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            "-v", "error", .. AudioInput.Arguments(path), "-of", "flat", "-show_entries",
            "stream=codec_name,codec_type,sample_rate,channels,start_pts:stream_tags:stream_disposition=attached_pic:format_tags:chapter=start,end:chapter_tags",
        ];
        return await RunAsync(options.FfprobePath, arguments, cancellationToken) is { } reply
            ? string.Join('\n', reply.Split('\n').Where(line => !line.Contains("MOODDECK_", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)) : null;
    }

    private async Task<string?> RunAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        var run = await ChildProcess.RunAsync(program, arguments, options.DecodeTimeout, MaxReplyBytes, cancellationToken);
        return run.IsSuccess ? TextEncoding.UTF8.GetString(run.Output.Span) : null;
    }
}
