using MoodDeck.Core.Mood;
using MoodDeck.Vision.Expressions;
using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Reading;

namespace MoodDeck.Vision.Live;

/// <summary>One face of a camera frame.</summary>
/// <param name="Id">Its number, from 1; the same from frame to frame.</param>
/// <param name="IsMain">Whether it is the main face.</param>
/// <param name="IsSeen">Whether it was found in this very frame; false while a short gap is bridged with what was read last.</param>
/// <param name="IsJudged">Whether its expression was read in this frame; when not, its prediction is <see cref="NothingSaid"/> or the last one.</param>
/// <param name="Reading">Its smoothed box, its quality and what this frame says of it.</param>
/// <param name="Label">The steady expression over the last moments; null for "unsure".</param>
/// <param name="Advice">What would help to read it.</param>
public sealed record LiveFace(int Id, bool IsMain, bool IsSeen, bool IsJudged, FaceReading Reading, Emotion? Label, FaceAdvice Advice)
{
    /// <summary>What is said of a face that is not judged: nothing, every expression alike.</summary>
    public static EmotionPrediction NothingSaid { get; } = new(EmotionScores.FromWeights([1, 1, 1, 1, 1, 1, 1, 1]), null, IsUnsure: true);

    /// <summary>The name of the steady expression, or <c>unsure</c>.</summary>
    public string LabelName => Label is { } label ? Emotions.NameOf(label) : EmotionPrediction.Unsure;
}
