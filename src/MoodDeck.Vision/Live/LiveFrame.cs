using MoodDeck.Core.Mood;

namespace MoodDeck.Vision.Live;

/// <summary>What a camera frame says, and what all frames so far say together.</summary>
/// <param name="At">When it was taken.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Faces">The faces that are followed, the main one first; may be empty.</param>
/// <param name="Mood">The mood over time; null until a first face was judged. Without a face it grows less sure.</param>
/// <param name="Counts">How many frames were read, and how many in vain.</param>
public sealed record LiveFrame(DateTimeOffset At, int Width, int Height, IReadOnlyList<LiveFace> Faces, MoodEstimate? Mood, LiveCounts Counts)
{
    /// <summary>The main face; null when there is none.</summary>
    public LiveFace? Main => Faces.Count > 0 && Faces[0].IsMain ? Faces[0] : null;
}

/// <summary>How many frames of a camera were read, and how many in vain.</summary>
/// <param name="Frames">All frames, failed ones too.</param>
/// <param name="Failed">Frames that could not be decoded or read.</param>
/// <param name="WithoutFace">Frames in which no face is followed.</param>
/// <param name="Unjudged">Frames whose main face could not be judged.</param>
public readonly record struct LiveCounts(int Frames, int Failed, int WithoutFace, int Unjudged);
