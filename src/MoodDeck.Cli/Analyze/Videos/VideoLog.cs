using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Channels;

namespace MoodDeck.Cli.Analyze.Videos;

/// <summary>
/// What ffmpeg says while it decodes: the time of each frame, which raw frames themselves do not carry (its filter
/// <c>showinfo</c>), and its complaints.
/// </summary>
internal sealed partial class VideoLog
{
    private const int MostComplaintChars = 2000;

    private readonly Channel<double?> _times = Channel.CreateUnbounded<double?>(new() { SingleReader = true, SingleWriter = true });
    private readonly Task<string> _complaints;

    /// <summary>Begins to read; the log must be drained to its end, or ffmpeg blocks on it.</summary>
    public VideoLog(StreamReader log) => _complaints = ReadAsync(log);

    /// <summary>The time of the next frame in seconds; null where the file does not say.</summary>
    public async Task<double?> NextTimeAsync(CancellationToken cancellationToken)
    {
        while (await _times.Reader.WaitToReadAsync(cancellationToken))
        {
            if (_times.Reader.TryRead(out var seconds)) return seconds;
        }

        return null;
    }

    /// <summary>What it complained about; empty for nothing. To be asked once ffmpeg has ended.</summary>
    public Task<string> ComplaintsAsync() => _complaints;

    private async Task<string> ReadAsync(StreamReader log)
    {
        StringBuilder kept = new();
        while (await log.ReadLineAsync() is { } line)
        {
            if (FrameTime().Match(line) is { Success: true } frame)
            {
                _times.Writer.TryWrite(double.TryParse(frame.Groups[1].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds) ? seconds : null);
            }
            else if (Complaint().IsMatch(line) && kept.Length < MostComplaintChars)
            {
                kept.AppendLine(line); // a torn file makes it complain without end
            }
        }

        _times.Writer.Complete();
        return kept.ToString().Trim();
    }

    [GeneratedRegex(@"^\[Parsed_showinfo_\d+ @ \w+\] (?:\[info\] )?n: *\d+ pts: *\S+ pts_time: *(\S+)", RegexOptions.CultureInvariant)]
    private static partial Regex FrameTime();

    [GeneratedRegex(@"\[(?:error|fatal|panic)\]", RegexOptions.CultureInvariant)]
    private static partial Regex Complaint();
}
