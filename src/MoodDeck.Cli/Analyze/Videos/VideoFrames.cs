using System.Diagnostics;
using System.Globalization;
using MoodDeck.Vision.Imaging;

namespace MoodDeck.Cli.Analyze.Videos;

/// <summary>
/// The frames of a video in grey, upright, so many of a second at most, one after another: ffmpeg decodes no further ahead
/// than its pipe is long, so memory is bounded however long the video is. No frame is shown twice, whatever gaps its times have.
/// </summary>
internal sealed class VideoFrames : IDisposable
{
    private const int LongestSide = 640;

    // Times are written in units that a step is seldom a multiple of.
    private const double StepTolerance = 0.002;

    // Decoding gives frames all the time; one that takes this long is stuck.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly VideoLog _log;
    private readonly byte[] _bytes;
    private readonly double _step;
    private double? _first;

    /// <summary>Starts decoding.</summary>
    /// <exception cref="VideoException">ffmpeg is missing.</exception>
    public VideoFrames(string path, VideoFacts facts, double framesPerSecond)
    {
        Scale = Math.Min(1, (double)LongestSide / Math.Max(facts.Width, facts.Height));
        Frame = new(Side(facts.Width), Side(facts.Height));
        _bytes = new byte[Frame.Pixels.Length];
        _step = 1 / framesPerSecond;
        // Whatever lies a step or more from the frame taken last, also backwards, where a file's clock begins anew.
        var filter = string.Create(
            CultureInfo.InvariantCulture,
            $@"select='isnan(prev_selected_t)+gte(abs(t-prev_selected_t)\,{_step - StepTolerance:0.######})',scale={Frame.Width}:{Frame.Height}:flags=area,showinfo=checksum=0");
        _process = FfmpegTool.Start(
            "ffmpeg",
            ["-nostdin", "-hide_banner", "-nostats", "-loglevel", "level+info", "-threads", "2", .. FfmpegTool.Input(path), "-map", "0:V:0", "-an", "-sn", "-dn", "-vf", filter, "-vsync", "passthrough", "-f", "rawvideo", "-pix_fmt", "gray", "pipe:1"]);
        _log = new(_process.StandardError);
    }

    /// <summary>The frame read last.</summary>
    public GreyImage Frame { get; }

    /// <summary>Pixels of a frame per pixel of the video as displayed.</summary>
    public double Scale { get; }

    /// <summary>When the frame read last is shown, in seconds from the first; never less than the one before.</summary>
    public double Seconds { get; private set; }

    /// <summary>Reads the next frame into <see cref="Frame"/>; false at the end.</summary>
    /// <exception cref="VideoException">ffmpeg is stuck.</exception>
    public async Task<bool> NextAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(s_patience);
        try
        {
            if (await _process.StandardOutput.BaseStream.ReadAtLeastAsync(_bytes, _bytes.Length, throwOnEndOfStream: false, limit.Token) < _bytes.Length) return false;
            Time(await _log.NextTimeAsync(limit.Token));
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
        return await _log.ComplaintsAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        FfmpegTool.End(_process);
        _process.Dispose();
        Frame.Dispose();
    }

    private int Side(int pixels) => Math.Max(1, (int)Math.Round(pixels * Scale));

    // A clock that stands still or goes back is taken to go on at the steady rate.
    private void Time(double? said)
    {
        if (_first is null)
        {
            _first = said ?? 0;
            return;
        }

        var seconds = said - _first;
        if (seconds > Seconds)
        {
            Seconds = seconds.Value;
            return;
        }

        Seconds += _step;
        if (said is { } at) _first = at - Seconds;
    }
}
