using System.Diagnostics;
using System.Globalization;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Cli.Analyze.Videos;

/// <summary>
/// The frames of a video in grey, upright, at a steady rate, one after another: ffmpeg decodes no further ahead than its
/// pipe is long, so memory is bounded however long the video is.
/// </summary>
internal sealed class VideoFrames : IDisposable
{
    private const int LongestSide = 640;
    private const int MostComplaintChars = 2000;

    // Decoding gives frames all the time; one that takes this long is stuck.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Task<string> _complaints;
    private readonly byte[] _bytes;

    /// <summary>Starts decoding.</summary>
    /// <exception cref="VideoException">ffmpeg is missing.</exception>
    public VideoFrames(string path, VideoFacts facts, double framesPerSecond)
    {
        Scale = Math.Min(1, (double)LongestSide / Math.Max(facts.Width, facts.Height));
        Frame = new(Side(facts.Width), Side(facts.Height));
        _bytes = new byte[Frame.Pixels.Length];
        var filter = string.Create(CultureInfo.InvariantCulture, $"fps={framesPerSecond:0.###},scale={Frame.Width}:{Frame.Height}:flags=area");
        _process = FfmpegTool.Start(
            "ffmpeg",
            ["-nostdin", "-v", "error", "-threads", "2", .. FfmpegTool.Input(path), "-map", "0:V:0", "-an", "-sn", "-dn", "-vf", filter, "-f", "rawvideo", "-pix_fmt", "gray", "pipe:1"]);
        _complaints = ReadComplaintsAsync(_process.StandardError);
    }

    /// <summary>The frame read last.</summary>
    public GreyImage Frame { get; }

    /// <summary>Pixels of a frame per pixel of the video as displayed.</summary>
    public double Scale { get; }

    /// <summary>Reads the next frame into <see cref="Frame"/>; false at the end.</summary>
    /// <exception cref="VideoException">ffmpeg is stuck.</exception>
    public async Task<bool> NextAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(s_patience);
        try
        {
            if (await _process.StandardOutput.BaseStream.ReadAtLeastAsync(_bytes, _bytes.Length, throwOnEndOfStream: false, limit.Token) < _bytes.Length) return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new VideoException(FormattableString.Invariant($"ffmpeg gave no frame for {s_patience.TotalSeconds:0} s and was given up. Check whether the disk answers."));
        }

        _bytes.CopyTo(Frame.Pixels);
        return true;
    }

    /// <summary>What ffmpeg complained about, after the last frame; empty for nothing.</summary>
    public async Task<string> ComplaintsAsync()
    {
        FfmpegTool.End(_process);
        return await _complaints;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        FfmpegTool.End(_process);
        _process.Dispose();
        Frame.Dispose();
    }

    private int Side(int pixels) => Math.Max(1, (int)Math.Round(pixels * Scale));

    // The pipe must be drained to its end or ffmpeg blocks on it, but a torn file makes it complain without end.
    private static async Task<string> ReadComplaintsAsync(StreamReader reader)
    {
        System.Text.StringBuilder kept = new();
        var buffer = new char[1024];
        int read;
        while ((read = await reader.ReadAsync(buffer)) > 0) kept.Append(buffer, 0, Math.Min(read, MostComplaintChars - kept.Length));
        return kept.ToString().Trim();
    }
}
