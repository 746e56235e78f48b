using MoodDeck.Audio.Processes;

namespace MoodDeck.Audio.Encoding;

/// <summary>What to encode to. Both play in every current browser and carry tags and a cover.</summary>
public enum AudioEncoding
{
    /// <summary>MP3 at LAME's variable quality 4, about 130 to 165 kbit/s.</summary>
    Mp3,
    /// <summary>FLAC, lossless.</summary>
    Flac,
}

/// <summary>Encodes WAV files with ffmpeg. Equal input gives equal bytes with the same ffmpeg. Safe for concurrent use.</summary>
public sealed class AudioEncoder(AudioToolOptions? options = null)
{
    private readonly AudioToolOptions _options = options ?? new();

    /// <summary>
    /// Encodes <paramref name="wavPath"/> to <paramref name="outputPath"/> and returns that path. The file appears under
    /// its name only when it is complete; what is written before that ends in <c>.part</c> and goes when it fails.
    /// </summary>
    /// <param name="wavPath">The sound.</param>
    /// <param name="outputPath">Where the file goes; replaced when it is there.</param>
    /// <param name="encoding">The format.</param>
    /// <param name="tags">The tags.</param>
    /// <param name="cover">An encoded JPEG or PNG to embed, or none.</param>
    /// <param name="cancellationToken">Cancels; the child process is killed.</param>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the child process is gone.</exception>
    public async Task<AudioResult<string>> EncodeAsync(
        string wavPath, string outputPath, AudioEncoding encoding, AudioTags tags, ReadOnlyMemory<byte>? cover = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tags);
        var part = outputPath + ".part";
        var coverPath = outputPath + ".cover.part";
        try
        {
            if (cover is { } image) await File.WriteAllBytesAsync(coverPath, image, cancellationToken);
            var arguments = Arguments(wavPath, cover is null ? null : coverPath, part, encoding, tags);
            var run = await ChildProcess.RunAsync(_options.FfmpegPath, arguments, _options.EncodeTimeout, 1 << 16, cancellationToken);
            if (run.ToolFailure(_options.FfmpegPath, outputPath, _options.EncodeTimeout) is { } failure) return failure;
            if (!run.IsSuccess)
                return new AudioFailure(AudioProblem.Failed, $"\"{outputPath}\" could not be encoded: {FirstLine(run.Errors)}");
            File.Move(part, outputPath, overwrite: true);
            return outputPath;
        }
        finally
        {
            File.Delete(coverPath);
            File.Delete(part);
        }
    }

    private static List<string> Arguments(string wavPath, string? coverPath, string part, AudioEncoding encoding, AudioTags tags)
    {
        List<string> arguments = ["-nostdin", "-v", "error", "-y", "-i", "file:" + wavPath];
        if (coverPath is not null) arguments.AddRange(["-i", "file:" + coverPath, "-map", "0:a", "-map", "1:v", "-c:v", "copy", "-disposition:v", "attached_pic"]);
        arguments.AddRange(["-map_metadata", "-1"]);
        foreach (var (name, value) in tags.Pairs()) arguments.AddRange(["-metadata", $"{name}={value}"]);
        if (coverPath is not null) arguments.AddRange(["-metadata:s:v", "title=Album cover", "-metadata:s:v", "comment=Cover (front)"]);
        arguments.AddRange(encoding switch
        {
            // ID3v2.3 is what every player reads; quality 5 of the encoder's search halves its time for no audible loss at V4.
            AudioEncoding.Mp3 => ["-c:a", "libmp3lame", "-q:a", "4", "-compression_level", "5", "-id3v2_version", "3", "-f", "mp3"],
            AudioEncoding.Flac => ["-c:a", "flac", "-f", "flac"],
            _ => throw new ArgumentOutOfRangeException(nameof(encoding), encoding, "Expected MP3 or FLAC."),
        });
        // Without these ffmpeg writes its version and threads-dependent choices into the file.
        arguments.AddRange(["-threads", "1", "-fflags", "+bitexact", "-flags:a", "+bitexact", "file:" + part]);
        return arguments;
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0] is { Length: > 0 } line ? line : "ffmpeg gave no reason.";
}
