using MoodDeck.Cli.Output;
using Spectre.Console;

namespace MoodDeck.Cli.Analyze.Videos;

/// <summary>What was read from videos, for people.</summary>
internal static class VideoText
{
    /// <summary>Writes every video that was read.</summary>
    public static void Write(IEnumerable<VideoAnswer> videos)
    {
        foreach (var video in videos.Where(v => v.Error is null))
        {
            Console.Out.WriteLine(FormattableString.Invariant(
                $"{video.Path}  {video.Width} x {video.Height}, {video.DurationSeconds:0.0} s, {video.Timeline.Count} frames read in {video.ElapsedMs / 1000:0.0} s"));
            if (video.Incomplete is { } missing) Console.Out.WriteLine($"  {missing}");
            if (video.Labels.Count > 0) Terminal.Write(Table(video));
            Console.Out.WriteLine(video.Mood is { } mood ? AnalyzeText.Sentence(mood) : "  No face that could be judged, so no mood.");
        }
    }

    private static Table Table(VideoAnswer video)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("expression of the main face", "share of its time");
        foreach (var (label, share) in video.Labels) table.AddRow(label, FormattableString.Invariant($"{100 * share:0} %"));
        return table;
    }
}
