using MoodDeck.Server.Contracts;
using MoodDeck.Vision.Faces;
using MoodDeck.Vision.Live;

namespace MoodDeck.Server.Live;

/// <summary>One face of a camera frame: what this frame says of it, and what holds for longer.</summary>
internal sealed record LiveFaceAnswer : FaceAnswer
{
    private LiveFaceAnswer(FaceAnswer facts) : base(facts) { }

    /// <summary>The same from frame to frame.</summary>
    public required int Id { get; init; }

    /// <summary>Whether it is the main face.</summary>
    public required bool Main { get; init; }

    /// <summary>The steady expression, or <c>unsure</c>.</summary>
    public required string Label { get; init; }

    /// <summary>Whether this frame was read for its expression.</summary>
    public required bool Judged { get; init; }

    /// <summary>What would help to read it, such as <c>come closer</c>; null for nothing.</summary>
    public required string? Advice { get; init; }

    /// <summary>Why, in a sentence; null for no advice.</summary>
    public required string? Why { get; init; }

    public static LiveFaceAnswer Of(LiveFace face) => new(FaceAnswer.Of(face.Reading))
    {
        Id = face.Id,
        Main = face.IsMain,
        Label = face.LabelName,
        Judged = face.IsJudged,
        Advice = FaceAdvices.NameOf(face.Advice),
        Why = FaceAdvices.WhyOf(face.Advice),
    };
}
