using System.Globalization;
using System.Text;
using MoodDeck.Cli.Output;
using MoodDeck.Core.Mood;
using MoodDeck.Server.Contracts;

namespace MoodDeck.Cli.Analyze.Videos;

/// <summary>The mood of videos over time as a table: one row for each frame that was read.</summary>
internal static class VideoCsv
{
    /// <summary>Writes the file as a whole or not at all.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static Task WriteAsync(string path, IEnumerable<VideoAnswer> videos) => WholeFile.WriteAsync(path, async stream =>
    {
        await using StreamWriter file = new(stream, new UTF8Encoding(false));
        await file.WriteLineAsync($"path,seconds,faces,face,label,advice,{string.Join(',', Emotions.Names)},valence,arousal,dominance,mood,confidence");
        foreach (var video in videos)
            foreach (var moment in video.Timeline) await file.WriteLineAsync(Row(video.Path, moment));
        return true;
    });

    private static string Row(string path, VideoMoment m) => string.Join(
        ',', [Quoted(path), Text(m.Seconds), Text(m.Faces), Text(m.Face), m.Label, m.Advice, .. Numbers(m.Emotions), .. Numbers(m.Mood)]);

    private static string?[] Numbers(EmotionsAnswer? e) => e is null
        ? new string?[Emotions.Count]
        : Array.ConvertAll((double[])[e.Neutral, e.Happiness, e.Surprise, e.Sadness, e.Anger, e.Disgust, e.Fear, e.Contempt], p => Text(p));

    private static string?[] Numbers(MoodAnswer? m) =>
        m is null ? new string?[5] : [Text(m.Valence), Text(m.Arousal), Text(m.Dominance), m.Label, Text(m.Confidence)];

    private static string? Text(double? value) => value?.ToString("0.#####", CultureInfo.InvariantCulture);

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
