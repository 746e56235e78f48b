using System.Text.Json.Serialization;
using MoodDeck.Server.Contracts;
using MoodDeck.Vision.Live;

namespace MoodDeck.Cli.Analyze.Videos;

/// <summary>What <c>analyze</c> answers: photos, and videos where there are any.</summary>
internal sealed record AnalyzeOutput(
    IReadOnlyList<ImageAnswer> Images, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<VideoAnswer>? Videos);

/// <summary>One video: its mood over time, or why it could not be read.</summary>
internal sealed record VideoAnswer
{
    /// <summary>The file as it was named.</summary>
    public required string Path { get; init; }

    /// <summary>Width in pixels as displayed; null when it could not be read.</summary>
    public int? Width { get; init; }

    /// <summary>Height in pixels as displayed; null when it could not be read.</summary>
    public int? Height { get; init; }

    /// <summary>How much of it was read, in seconds.</summary>
    public double? DurationSeconds { get; init; }

    /// <summary>How many frames of a second were read at most.</summary>
    public double? FramesPerSecond { get; init; }

    /// <summary>How many frames were read, and how many in vain.</summary>
    public LiveCounts? Counts { get; init; }

    /// <summary>The mean mood over the time in which a face was judged; null when none was.</summary>
    public MoodAnswer? Mood { get; init; }

    /// <summary>For each label the share of the time with a face in which the main face had it, the largest first.</summary>
    public IReadOnlyDictionary<string, double> Labels { get; init; } = new Dictionary<string, double>();

    /// <summary>Every frame that was read.</summary>
    public IReadOnlyList<VideoMoment> Timeline { get; init; } = [];

    /// <summary>How long it took.</summary>
    public double? ElapsedMs { get; init; }

    /// <summary>What is missing of a video that was read in part; not there for a whole one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Incomplete { get; init; }

    /// <summary>Why it could not be read and what to do; not there for one that could.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Error { get; init; }
}

/// <summary>One frame of a video.</summary>
/// <param name="Seconds">Its time.</param>
/// <param name="Faces">How many faces are followed.</param>
/// <param name="Face">The number of the main face; null without one.</param>
/// <param name="Box">Where the main face is, in the video's pixels.</param>
/// <param name="Label">Its steady expression, or <c>unsure</c>.</param>
/// <param name="Advice">What would help to read it.</param>
/// <param name="Emotions">What this frame alone says of it; null when it was not judged.</param>
/// <param name="Mood">The mood over time; null until a face was judged.</param>
internal sealed record VideoMoment(
    double Seconds, int Faces, int? Face, BoxAnswer? Box, string? Label, string? Advice, EmotionsAnswer? Emotions, MoodAnswer? Mood);
