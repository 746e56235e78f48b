using System.Globalization;
using System.Text.Json;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Cli.Analyze.Videos;

/// <summary>Tells videos from photos, and asks ffprobe what a video is.</summary>
internal static class VideoProbe
{
    private const int MostPixels = 1 << 16;
    private const int MostStretch = 8;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);
    private static readonly string[] s_photoEndings = [".jpg", ".jpeg", ".jpe", ".png", ".webp"];

    /// <summary>Whether a file should be read as a video: one that is there, and neither is nor calls itself a photo.</summary>
    public static bool IsAsked(string path)
    {
        if (!File.Exists(path) || s_photoEndings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase)) return false;
        try
        {
            Span<byte> start = stackalloc byte[32];
            using var file = File.OpenRead(path);
            if (!file.CanSeek) return false; // a pipe can be read only once, and ffmpeg needs a file
            return ImageFormats.Detect(start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]) == ImageFormat.Unknown && file.Length > 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>What the file says about itself.</summary>
    /// <exception cref="VideoException">It is no video, or ffprobe is missing or stuck.</exception>
    public static async Task<VideoFacts> ReadAsync(string path, CancellationToken cancellationToken)
    {
        using var process = FfmpegTool.Start("ffprobe", ["-v", "error", .. FfmpegTool.Input(path), "-show_format", "-show_streams", "-of", "json"]);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(s_patience);
        try
        {
            var complaints = process.StandardError.ReadToEndAsync(limit.Token);
            using var answer = await JsonDocument.ParseAsync(process.StandardOutput.BaseStream, default, limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return Parse(answer.RootElement, await complaints);
        }
        catch (JsonException)
        {
            throw new VideoException("ffprobe gave no answer about it. Check that ffmpeg works here: mooddeck doctor");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new VideoException(FormattableString.Invariant($"ffprobe gave no answer within {s_patience.TotalSeconds:0} s. Check whether the disk answers."));
        }
        finally
        {
            FfmpegTool.End(process);
        }
    }

    private static VideoFacts Parse(JsonElement answer, string complaints)
    {
        var streams = answer.TryGetProperty("streams", out var list) ? list.EnumerateArray().ToList() : [];
        var format = answer.TryGetProperty("format", out var f) ? f : default;
        // Single pictures and texts, which ffmpeg reads as films of one frame.
        if (streams.Count == 0 || Text(format, "format_name") is not { } name || name is "image2" or "tty" || name.EndsWith("_pipe", StringComparison.Ordinal))
        {
            throw new VideoException(complaints.Contains("moov atom not found", StringComparison.Ordinal)
                ? "Its index is missing, so it was probably only half written. Copy or record it again."
                : "It is neither a photo (JPEG, PNG, WebP) nor a video that ffmpeg can read. Check the file.");
        }

        var video = streams.Find(s => Text(s, "codec_type") == "video" && !IsCover(s));
        if (video.ValueKind == JsonValueKind.Undefined) throw new VideoException("It holds sound but no moving picture. Give a video or a photo.");
        int width = Whole(video, "width"), height = Whole(video, "height");
        if (width < 1 || height < 1) throw new VideoException("It does not say how large its picture is; it was probably only half written. Copy or record it again.");
        width = Math.Clamp((int)Math.Round(width * PixelShape(video)), 1, MostPixels);
        var seconds = Number(format, "duration") ?? Number(video, "duration");
        return IsOnItsSide(video) ? new(height, width, seconds) : new(width, height, seconds);
    }

    // Width of a pixel over its height: films from discs and tapes hold pixels that are not square.
    private static double PixelShape(JsonElement video)
    {
        var parts = Text(video, "sample_aspect_ratio")?.Split(':') ?? [];
        return parts.Length == 2 && double.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var x)
            && double.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var y) && x > 0 && y > 0
            ? Math.Clamp(x / y, 1.0 / MostStretch, MostStretch)
            : 1;
    }

    private static bool IsCover(JsonElement stream) =>
        stream.TryGetProperty("disposition", out var disposition) && Whole(disposition, "attached_pic") == 1;

    // A telephone held upright writes its pictures lying and says by how many degrees they must be turned.
    private static bool IsOnItsSide(JsonElement video)
    {
        if (!video.TryGetProperty("side_data_list", out var sides)) return false;
        return sides.EnumerateArray().Any(s => s.TryGetProperty("rotation", out var turn) && turn.TryGetDouble(out var degrees) && Math.Abs(Math.Round(degrees / 90)) % 2 == 1);
    }

    private static string? Text(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int Whole(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var n) ? n : 0;

    private static double? Number(JsonElement owner, string name) =>
        double.TryParse(Text(owner, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) && value > 0 ? value : null;
}
