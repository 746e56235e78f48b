using System.Diagnostics;
using MoodDeck.Cli.Output;
using MoodDeck.Server.Contracts;
using MoodDeck.Vision;
using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Live;
using MoodDeck.Vision.Personal;

namespace MoodDeck.Cli.Analyze.Videos;

/// <summary>Reads videos as the camera is read, by the video's own clock.</summary>
internal sealed class VideoReader(VisionModels models, double framesPerSecond, PersonalFace face)
{
    // A video that ends this much before it says was cut off.
    private const double MissingShare = 0.05, MissingSeconds = 0.5;

    /// <summary>Reads one file; one that cannot be read is answered with its error.</summary>
    /// <exception cref="VisionModelException">A model is missing or unusable; the message says what to do.</exception>
    public async Task<VideoAnswer> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var facts = await VideoProbe.ReadAsync(path, cancellationToken);
            return await LongWork.RunAsync($"reading {Path.GetFileName(path)}", progress => ReadAsync(path, facts, progress, cancellationToken));
        }
        catch (VideoException e)
        {
            return new() { Path = path, Error = e.Message };
        }
    }

    private async Task<VideoAnswer> ReadAsync(string path, VideoFacts facts, IProgress<WorkStep> progress, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        LiveReader reader = new(models) { Personal = face };
        VideoMood mood = new();
        List<VideoMoment> timeline = [];
        using VideoFrames frames = new(path, facts, framesPerSecond);
        var expected = facts.DurationSeconds is { } seconds ? (int)Math.Min(int.MaxValue, Math.Ceiling(seconds * framesPerSecond)) : 0;
        while (await frames.NextAsync(cancellationToken))
        {
            var at = frames.Seconds;
            var frame = reader.Read(frames.Frame, DateTimeOffset.UnixEpoch.AddSeconds(at));
            mood.Add(frame);
            timeline.Add(Moment(frame, at, frames.Scale));
            var rate = timeline.Count / Stopwatch.GetElapsedTime(started).TotalSeconds;
            progress.Report(new(Math.Clamp((int)Math.Min(int.MaxValue, (at * framesPerSecond) + 1), 1, Math.Max(1, expected)), expected, FormattableString.Invariant($"{rate:0} frames a second")));
        }

        var complaints = await frames.ComplaintsAsync();
        if (timeline.Count == 0) throw new VideoException("No frame of it can be decoded; it was probably only half written. Copy or record it again.");
        return new()
        {
            Path = path,
            Width = facts.Width,
            Height = facts.Height,
            DurationSeconds = Math.Round(frames.Seconds + (1 / framesPerSecond), 3),
            FramesPerSecond = framesPerSecond,
            Counts = reader.Counts,
            Mood = mood.Mean() is { } mean ? MoodAnswer.Of(mean) : null,
            Labels = Shares(timeline),
            Timeline = timeline,
            Incomplete = Missing(frames.Seconds + (1 / framesPerSecond), facts.DurationSeconds, complaints),
            ElapsedMs = Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 1),
        };
    }

    private static VideoMoment Moment(LiveFrame frame, double seconds, double scale) => new(
        Math.Round(seconds, 3), frame.Faces.Count, frame.Main?.Id, frame.Main is { } main ? BoxAnswer.Of(main.Reading.Box.ScaledBy(1 / scale)) : null,
        frame.Main?.LabelName, frame.Main is { } advised ? FaceAdvices.NameOf(advised.Advice) : null,
        frame.Main is { IsJudged: true } judged ? EmotionsAnswer.Of(judged.Reading.Emotions) : null, frame.Mood is { } mood ? MoodAnswer.Of(mood) : null);

    private static Dictionary<string, double> Shares(List<VideoMoment> timeline)
    {
        var labels = timeline.Where(m => m.Label is not null).GroupBy(m => m.Label!).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        double all = Math.Max(1, labels.Sum(g => g.Count()));
        return labels.ToDictionary(g => g.Key, g => Math.Round(g.Count() / all, 4));
    }

    private static string? Missing(double read, double? said, string complaints)
    {
        if (said is { } seconds && seconds - read > Math.Max(MissingSeconds, MissingShare * seconds))
            return FormattableString.Invariant($"It ends after {read:0.0} of {seconds:0.0} seconds; it was probably only half written.");
        return complaints.Length > 0 ? "Parts of it are damaged and were left out or guessed." : null;
    }
}
